import type { FeatureSummary, SegmentProfile } from '../../engine/index';
import { effectWords } from './apart';
import { figure, money, number, share } from './format';

/**
 * "Mean 29, of all 147 · Index 20 · d 2.1 below (1.9 to 2.3)": an index is of means, so they stand with it where what
 * is typical (the median) stands beside it.
 */
export function besideWords(
  feature: FeatureSummary,
  { index, means, effects }: Pick<SegmentProfile, 'index' | 'means' | 'effects'>,
  all = 'of all',
): string {
  const { column } = feature;
  const ratio = index[column] ?? null;
  const mean = means[column] ?? NaN;
  const apart = effectWords(ratio, effects[column] ?? null);
  if (ratio === null || !Number.isFinite(ratio) || !Number.isFinite(mean)) return apart;
  return `Mean ${meanText(mean, feature)}, ${all} ${meanText(feature.mean, feature)} · ${apart}`;
}

/** Three figures at least, so that what they come to is the index told. */
function meanText(value: number, { meaning, unit, flag }: FeatureSummary): string {
  if (flag) return share(value);
  if (unit === '%') return figure(value, unit, 1);
  if (meaning === 'money' || unit) return money(value, unit ?? null);
  const size = Math.abs(value);
  return number(value, size >= 100 ? 0 : size >= 10 ? 1 : 2);
}
