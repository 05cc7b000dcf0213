import { seenBars } from './brushed-bars';
import { CARD_HEIGHT, CARD_WIDTH } from './card-picture';
import type { ColumnPicture } from '../../engine/index';

/** A group's shares as upright bars, and those of all rows as a line of steps, in a box of `CARD_WIDTH` by `CARD_HEIGHT`. */
export interface GroupPaths {
  bars: string;
  whole: string;
}

const GAP = 0.1;
const LEAST = 1;

const sharesOf = (counts: ArrayLike<number>): number[] => {
  const all = Array.from(counts);
  const rows = all.reduce((sum, count) => sum + count, 0);
  return all.map((count) => (rows > 0 ? count / rows : 0));
};

/** One for each group, all on one scale. */
export function groupPaths(
  picture: ColumnPicture,
  all: ArrayLike<number>,
  groups: readonly ArrayLike<number>[],
): GroupPaths[] {
  const seen = seenBars(picture, 0);
  const [whole, ...shares] = [all, ...groups].map((counts) => {
    const each = sharesOf(counts);
    return seen.map((bar) => each[bar] ?? 0);
  }) as [number[], ...number[][]];
  const most = Math.max(Number.MIN_VALUE, ...whole, ...shares.flat());
  const step = CARD_WIDTH / Math.max(1, seen.length);
  const round = (value: number) => Number(value.toFixed(2));
  const up = (share: number) => round((share / most) * CARD_HEIGHT);
  const line = whole.map((share, at) => `${at === 0 ? 'M0' : 'L' + round(at * step)} ${round(CARD_HEIGHT - up(share))}H${round((at + 1) * step)}`).join('');
  return shares.map((group) => ({
    bars: group
      .map((share, at) => {
        if (share === 0) return '';
        const height = Math.max(LEAST, up(share));
        return `M${round(at * step)} ${CARD_HEIGHT}v-${height}h${round(step * (1 - GAP))}v${height}z`;
      })
      .join(''),
    whole: line,
  }));
} // prettier-ignore

/** Of the values that a card has room for: the share of each in each group. */
export function groupShares(
  picture: Extract<ColumnPicture, { shape: 'bars' }>,
  groups: readonly ArrayLike<number>[],
  room: number,
): { values: string[]; shares: number[][] } {
  const seen = seenBars(picture, room);
  return {
    values: seen.map((bar) => picture.bars[bar]!.value),
    shares: groups.map((counts) => {
      const each = sharesOf(counts);
      return seen.map((bar) => each[bar] ?? 0);
    }),
  };
}
