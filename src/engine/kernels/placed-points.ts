import { pointsBetween, type Points } from '../stats/points';
import { LOOK_SCRATCH } from './kernels';
import type { Room } from './room';

/** Points, and a copy of them where the kernels of a room can reach it. */
export interface PlacedPoints {
  readonly points: Points;
  readonly room: Room;
  /** Byte offset of the first value, and bytes from one column to the next. */
  readonly at: number;
  readonly stride: number;
  /** Byte offset of working memory for `Kernels.look`. */
  readonly scratch: number;
}

/** Copies points into a room. */
export function placePoints(points: Points, room: Room): PlacedPoints {
  const stride = eights(points.n) * 8;
  const at = room.take(points.d * stride);
  points.columns.forEach((column, j) => room.numbers(at + j * stride, points.n).set(column));
  return { points, room, at, stride, scratch: room.take(LOOK_SCRATCH(points.d)) };
}

/** Points `from` up to but not including `to`, without another copy. */
export const placedBetween = (placed: PlacedPoints, from: number, to: number): PlacedPoints => ({
  ...placed,
  points: pointsBetween(placed.points, from, to),
  at: placed.at + from * 8,
});

/** The next multiple of eight. */
export const eights = (n: number): number => (n + 7) & ~7;
