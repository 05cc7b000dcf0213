import type { ColumnPicture } from '../../engine/index';

export const CARD_WIDTH = 100;
export const CARD_HEIGHT = 40;

/** Bars of a card's small picture as paths in a box 100 wide and 40 high: `inside`, and the tails gathered beside it. */
export function cardPaths(picture: ColumnPicture): { inside: string; tails: string } {
  if (picture.shape === 'time') return { inside: path(picture.counts, 0, picture.counts.length), tails: '' };
  if (picture.shape !== 'histogram') return { inside: '', tails: '' };
  const { counts, below, above } = picture;
  const all = [...(below > 0 ? [below] : []), ...counts, ...(above > 0 ? [above] : [])];
  const first = below > 0 ? 1 : 0;
  const end = all.length - (above > 0 ? 1 : 0);
  const tails = (below > 0 ? path(all, 0, 1) : '') + (above > 0 ? path(all, end, all.length) : '');
  return { inside: path(all, first, end), tails };
}

const FILLED = 0.9;
const LEAST = 0.7;

/** The bars from one index to before another, among all that share the room. */
function path(counts: readonly number[], from: number, to: number): string {
  const peak = Math.max(1, ...counts);
  const step = CARD_WIDTH / counts.length;
  const round = (value: number) => Number(value.toFixed(2));
  return counts
    .slice(from, to)
    .map((count, i) => {
      if (count <= 0) return '';
      const height = round(Math.max(LEAST, (count / peak) * CARD_HEIGHT));
      const width = round(step * FILLED);
      return `M${round((from + i) * step)} ${CARD_HEIGHT}v-${height}h${width}v${height}z`;
    })
    .join('');
}
