import type { FeatureSummary } from './segmentation';

/** A mean nearer to that of all than this share of it is no high and no low one. */
const SMALL = 0.05;

/** Whether a mean beside that of all (1 is the same) is so near that the difference is small. */
export const isSmallRatio = (ratio: number): boolean => ratio > 1 - SMALL && ratio < 1 + SMALL;

/** Years of a calendar: 1950 is no 97 per cent of 2010, so their ratio says nothing. */
export const isYears = ({
  meaning,
  mean,
  deviation,
}: Pick<FeatureSummary, 'meaning' | 'mean' | 'deviation'>): boolean =>
  meaning === 'other' && mean >= 1900 && mean <= 2100 && deviation < 60;

/** Whether a segment's mean of a feature is about that of all, however few deviations there are between customers. */
export const isNearAll = (feature: FeatureSummary, ratio: number | null): boolean =>
  ratio !== null && isSmallRatio(ratio) && !isYears(feature);
