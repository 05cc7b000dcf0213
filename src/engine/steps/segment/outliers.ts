import * as v from 'valibot';
import { medianByOrder } from '../../stats/select';

/** A mean absolute deviation times this is the standard deviation of normal values: the root of half of π. */
const OF_MEAN_DEVIATION = 1.2533141373155003;
/** The same for the median absolute deviation. */
const OF_MEDIAN_DEVIATION = 1.482602218505602;

export const OutlierLimits = v.object({
  /** So many spreads from the middle are still ordinary. */
  beyond: v.number(),
  /** Of each feature, in the order of the fit's `columns`; where `spread` is 0 nobody lies beyond. */
  limits: v.array(v.object({ centre: v.number(), spread: v.number() })),
});
export type OutlierLimits = v.InferOutput<typeof OutlierLimits>;

/**
 * What is ordinary in each feature: the median, and the spread around it as a robust standard deviation, 1.4826 times the
 * median absolute deviation; where that is 0, for half of the values are equal, 1.2533 times the mean one. Both are what
 * they are whatever the order of the rows, for the mean adds the deviations from the smallest on.
 * @param features without blanks
 * @see Iglewicz and Hoaglin 1993, who call values beyond 3.5 outliers.
 */
export const learnLimits = (features: readonly Float64Array[], beyond: number): OutlierLimits => ({
  beyond,
  limits: features.map((values) => {
    const centre = medianByOrder(values.slice());
    const away = values.map((value) => Math.abs(value - centre));
    const spread = medianByOrder(away.slice()) * OF_MEDIAN_DEVIATION || meanOf(away) * OF_MEAN_DEVIATION;
    return { centre, spread };
  }),
});

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values.sort()) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}

/** For each row 1 where any feature lies beyond its limits, else 0. **Blanks**: never beyond. */
export function outliersAmong(
  features: readonly Float64Array[],
  { beyond, limits }: OutlierLimits,
): Uint8Array {
  const marks = new Uint8Array(features[0]?.length ?? 0);
  for (const [d, values] of features.entries()) {
    const { centre, spread } = limits[d]!;
    if (spread === 0) continue;
    const most = beyond * spread;
    for (let row = 0; row < values.length; row++) if (Math.abs(values[row]! - centre) > most) marks[row] = 1;
  }
  return marks;
}
