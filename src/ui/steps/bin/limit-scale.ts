import type { BinsAhead } from '../../../engine/index';

/** Where values stand on the picture: 0 at its left edge, 1 at its right one. Long tails have a little room of their own. */
export interface LimitScale {
  place(value: number): number;
  value(place: number): number;
}

/** Room of a tail that is gathered, as a part of the picture. */
const TAIL = 0.06;

type Piece = readonly [fromValue: number, toValue: number, from: number, to: number];

export function limitScale({
  histogram,
  least,
  most,
}: Pick<BinsAhead, 'histogram' | 'least' | 'most'>): LimitScale {
  const { edges, below, above } = histogram;
  const [first, last] = [edges[0]!, edges.at(-1)!];
  const [start, end] = [below > 0 ? TAIL : 0, above > 0 ? 1 - TAIL : 1];
  const pieces: Piece[] = [
    ...(below > 0 ? [[least, first, 0, start] as const] : []),
    [first, last, start, end],
    ...(above > 0 ? [[last, most, end, 1] as const] : []),
  ];
  return {
    place(value) {
      const [low, high, from, to] = pieces.find((one) => value <= one[1]) ?? pieces.at(-1)!;
      return within(from + (high > low ? (value - low) / (high - low) : 0) * (to - from), 0, 1);
    },
    value(place) {
      const [low, high, from, to] = pieces.find((one) => place <= one[3]) ?? pieces.at(-1)!;
      return low + (high - low) * within((place - from) / (to - from), 0, 1);
    },
  };
}

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
/**
 * For each limit the row its handle stands in, 0 the lowest: handles nearer than `room` stand above each other. Where
 * there are no more than `most` rows the lowest is taken again.
 * @param places rising, in the unit of `room`
 */
export function handleRows(places: readonly number[], room: number, most: number): number[] {
  const ends: number[] = [];
  return places.map((place) => {
    const free = ends.findIndex((end) => place - end >= room);
    const row = free >= 0 ? free : ends.length < most ? ends.length : ends.indexOf(Math.min(...ends));
    ends[row] = place;
    return row;
  });
}

/** Without the dust of binary fractions. */
const plain = (value: number): number => Number(value.toPrecision(12)) + 0;

/** What limits are moved within. */
export type Room = Pick<BinsAhead, 'least' | 'most' | 'step'>;

/** The limits with one of them moved to a plain number near `wanted`; it never meets its neighbours. */
export function movedLimit(limits: readonly number[], at: number, wanted: number, room: Room): number[] {
  const { step } = room;
  const [before, behind] = [limits[at - 1] ?? -Infinity, limits[at + 1] ?? Infinity];
  const near = plain(Math.round(within(wanted, room.least, room.most) / step) * step);
  const above = plain((Math.floor(before / step) + 1) * step);
  const below = plain((Math.ceil(behind / step) - 1) * step);
  const to = near <= before ? above : near >= behind ? below : near;
  return to > before && to < behind ? limits.map((limit, i) => (i === at ? to : limit)) : [...limits];
}

/** The limits with one more in the middle of the fullest bin that has room for one; the same where none has. */
export function withAnother(limits: readonly number[], counts: readonly number[], room: Room): number[] {
  const fullest = counts.map((_, bin) => bin).sort((a, b) => counts[b]! - counts[a]!);
  for (const bin of fullest) {
    const [from, to] = [limits[bin - 1] ?? room.least, limits[bin] ?? room.most];
    const middle = plain(Math.round((from + to) / 2 / room.step) * room.step);
    if (middle > from && middle < to) return [...limits.slice(0, bin), middle, ...limits.slice(bin)];
  }
  return [...limits];
}

/** Bars of the picture as the data of one SVG path, 1000 × 100; tails last. */
export function barsPath(
  { histogram }: Pick<BinsAhead, 'histogram'>,
  scale: LimitScale,
  tails: boolean,
): string {
  const { edges, counts, below, above } = histogram;
  const peak = Math.max(1, ...counts, below, above);
  const bar = (from: number, to: number, count: number): string => {
    if (count === 0) return '';
    const height = Math.max(1.5, (count / peak) * 100);
    const width = Math.max(1, (to - from) * 1000 - 2);
    return `M${(from * 1000).toFixed(1)} 100v-${height.toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}z`;
  };
  if (!tails)
    return counts.map((count, i) => bar(scale.place(edges[i]!), scale.place(edges[i + 1]!), count)).join('');
  return bar(0, TAIL, below) + bar(1 - TAIL, 1, above);
}
