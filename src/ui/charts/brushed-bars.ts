import type { ColumnPicture } from '../../engine/index';
import { CARD_HEIGHT, CARD_WIDTH } from './card-picture';

const FILLED = 0.9;
const LEAST = 0.7;

/** The bars of a small picture that are seen, as the engine counts them: a tail without rows is no bar; of values as many as there is room for. */
export function seenBars(picture: ColumnPicture, room: number): number[] {
  switch (picture.shape) {
    case 'histogram': {
      const inside = picture.counts.map((_, i) => i + 1);
      const { below, above, counts } = picture;
      return [...(below > 0 ? [0] : []), ...inside, ...(above > 0 ? [counts.length + 1] : [])];
    }
    case 'time':
      return picture.counts.map((_, i) => i);
    case 'bars':
      return picture.bars.slice(0, room).map((_, i) => i);
    case 'none':
      return [];
  }
}

/** Rows of each bar, as the engine counts them. */
export function wholeCounts(picture: ColumnPicture): readonly number[] {
  switch (picture.shape) {
    case 'histogram':
      return [picture.below, ...picture.counts, picture.above];
    case 'time':
      return picture.counts;
    case 'bars':
      return [...picture.bars.map(({ count }) => count), picture.others];
    case 'none':
      return [];
  }
}

/** Upright bars of the selection in a box of `CARD_WIDTH` by `CARD_HEIGHT`, as high as their part of the whole. */
export function brushedPath(picture: ColumnPicture, counts: ArrayLike<number>): string {
  const seen = seenBars(picture, 0);
  const whole = wholeCounts(picture);
  const peak = Math.max(1, ...seen.map((bar) => whole[bar]!));
  const step = CARD_WIDTH / seen.length;
  const round = (value: number) => Number(value.toFixed(2));
  return seen
    .map((bar, at) => {
      const count = counts[bar] ?? 0;
      if (count <= 0) return '';
      const height = round(Math.max(LEAST, (count / peak) * CARD_HEIGHT));
      const width = round(step * FILLED);
      return `M${round(at * step)} ${CARD_HEIGHT}v-${height}h${width}v${height}z`;
    })
    .join('');
}

/** What is chosen at once, in the order it is seen: each bar of its own, at the end all values that have no line of theirs. */
export function barGroups(picture: ColumnPicture, room: number): readonly (readonly number[])[] {
  const seen = seenBars(picture, room).map((bar) => [bar]);
  if (picture.shape !== 'bars') return seen;
  const { bars, others } = picture;
  const rest = bars.slice(seen.length).map((_, at) => seen.length + at);
  const all = [...rest, ...(others > 0 ? [bars.length] : [])];
  return all.length > 0 ? [...seen, all] : seen;
}

/** All bars from one group to another. */
export function barsBetween(groups: readonly (readonly number[])[], from: number, to: number): number[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  return groups.slice(low, high + 1).flat();
}

/** Rows of some bars together. */
export const rowsIn = (counts: ArrayLike<number>, bars: readonly number[]): number =>
  bars.reduce((sum, bar) => sum + (counts[bar] ?? 0), 0);

/** Whether bars are chosen, and no others. */
export const isChosen = (chosen: readonly number[], bars: readonly number[]): boolean =>
  chosen.length === bars.length && bars.every((bar) => chosen.includes(bar));
