import type { Box, SegmentProfile } from '../../src/engine/index';

/** A segment of which only the plain figures matter to a test. */
export const NOT_TOLD = {
  action: null,
  grade: null,
  silhouette: null,
  orders: null,
  ordersShare: null,
  effects: {},
  positions: {},
  boxes: {},
  covered: 0,
  typical: new Uint32Array(),
  unusual: new Uint32Array(),
} satisfies Partial<SegmentProfile>;

export const NO_BOX: Box = { low: NaN, lower: NaN, median: NaN, upper: NaN, high: NaN, beyond: 0 };
