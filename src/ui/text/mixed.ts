import type { Segmentation, SegmentProfile } from '../../engine/index';
import { count, listed, share } from './format';

export const MIXED_HINT = 'Customers are then alike where their numbers are near and these words the same.';

/** "Education and Marital_Status count too; the pictures show the numbers alone." */
export function mixedSentence({ categories }: Segmentation): string {
  const used = categories?.used ?? [];
  if (used.length === 0) return '';
  return `${listed(used)} ${used.length === 1 ? 'counts' : 'count'} too; the pictures show the numbers alone.`;
}

/** "Most common: Graduation (Education, 52 %), no Plan (41 %)." Words such as `unknown` say nothing without their column. */
export function commonWords({ common = [] }: SegmentProfile): string {
  if (common.length === 0) return '';
  const each = common.map(({ column, value, share: of }) =>
    value === null ? `no ${column} (${share(of)})` : `${value} (${column}, ${share(of)})`,
  );
  return `Most common: ${each.join(', ')}.`;
}

/** From whom prototypes were learnt, where that was not all. */
export const prototypesLearntFrom = (learntFrom: number): string =>
  `the prototypes are learnt from ${count(learntFrom)} customers drawn by chance, and all are placed`;
