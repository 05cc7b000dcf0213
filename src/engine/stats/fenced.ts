import type { Objective } from './minimise';

/** Logarithms of parameters beyond this are another way of writing 0 or infinity. */
const FENCE = 8;
const STEEPNESS = 1e-4;

const beyond = (value: number): number => Math.sign(value) * Math.max(0, Math.abs(value) - FENCE);

/** Whether some axis is at its end: the data leave that parameter open. */
export const isAtFence = (at: Float64Array): boolean => at.some((value) => beyond(value) !== 0);

/** What the fence adds to the value there. */
export const fenceAt = (at: Float64Array): number =>
  STEEPNESS * at.reduce((sum, value) => sum + beyond(value) ** 2, 0);

/** The objective, rising slowly beyond ±8, so that a valley that falls for ever has a bottom. */
export const fenced = (objective: Objective): Objective =>
  function* (at) {
    const { value, gradient } = yield* objective(at);
    return {
      value: value + fenceAt(at),
      gradient: gradient.map((slope, i) => slope + 2 * STEEPNESS * beyond(at[i]!)),
    };
  };
