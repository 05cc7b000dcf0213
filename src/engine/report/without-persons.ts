import { SMALLEST_GROUP } from '../insight/narrative/limits';
import type { KRun, Segmentation, SegmentProfile, Strip } from '../insight/segmentation';
import { monthOf } from './month-of';
import type { Box } from '../stats/box';

/**
 * The segmentation without anything that belongs to one customer or to fewer than ten: points, silhouettes and rows are
 * gone, bars and categories of fewer than ten too, whiskers end at the quartiles, and the limits of own rules and of the
 * cells of a map are not told. The day counted to follows the last date, which may be one customer's: its month stays.
 */
export function withoutPersons(segmentation: Segmentation): Segmentation {
  const { tree: _, map, rules, segments, features, runs, customers, ...plain } = segmentation;
  return {
    ...plain,
    customers,
    referenceDate: monthOf(plain.referenceDate),
    ...(map && { map: { ...map, cells: [], actions: {}, scores: [] } }),
    ...(rules && { rules: { ...rules, rules: [] } }),
    runs: runs.map((run) => withoutSmall(run, customers)),
    segments: segments.map((segment) => profile(segment, customers)),
    features: features.map((feature) => ({ ...feature, box: quartiles(feature.box) })),
    silhouettes: null,
    pca: null,
  };
}

/** Shares come from whole customers: half a customer is the dust of a division. */
const isSmall = (share: number, of: number): boolean => share * of < SMALLEST_GROUP - 0.5;

function profile(segment: SegmentProfile, customers: number): SegmentProfile {
  const { size, covered, precision, traits, common, strips, boxes } = segment;
  const loose = isSmall(covered, customers) || isSmall(covered * precision, customers);
  return {
    ...segment,
    ...(loose && { conditions: [], precision: NaN, recall: NaN, covered: NaN }),
    traits: traits.filter(({ value, segment: share }) => value === null || !isSmall(share, size)),
    ...(common && { common: common.filter(({ share }) => !isSmall(share, size)) }),
    strips: strips.map(withoutFew),
    boxes: Object.fromEntries(Object.entries(boxes).map(([column, box]) => [column, quartiles(box)])),
    typical: new Uint32Array(),
    unusual: new Uint32Array(),
  };
}

const few = (count: number): number => (count < SMALLEST_GROUP ? 0 : count);

const withoutFew = ({ column, all, segment }: Strip): Strip => ({
  column,
  all: all.map(few),
  segment: segment.map(few),
});

const quartiles = (box: Box): Box => ({ ...box, low: box.lower, high: box.upper, beyond: 0 });

function withoutSmall(run: KRun, customers: number): KRun {
  const { top, smallest } = run;
  return {
    ...run,
    top: top && isSmall(top.share, customers) ? null : top,
    smallest: smallest !== null && isSmall(smallest, customers) ? null : smallest,
  };
}
