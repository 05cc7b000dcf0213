import type { ColumnTable } from 'arquero';
import type { DescribedFit } from '../../insight/describe-segments';
import type { RunOutcome } from '../../recipe/outcome';
import type { Recipe, RecipeStep } from '../../recipe/schema';
import { metaOf } from '../../table/meta';
import type { SegmentFit } from '../segment';
import type { EditFit } from './fit';

const EDITS: ReadonlySet<string> = new Set(['merge-segments', 'split-segment']);

/** The last step that changes segments by hand, if one does. @param enabled the steps that are on */
export const lastEdit = (enabled: readonly RecipeStep[]): RecipeStep | undefined =>
  enabled.filter(({ op }) => EDITS.has(op)).at(-1);

/** What `segment` learnt, with the segments as they are after the last edit; the runs are those of before. */
export function editedFit(table: ColumnTable, grouped: SegmentFit, edit: unknown): DescribedFit {
  const { by: _by, baseline: _of, ...rest } = grouped;
  const { k, rfm, overlaps, centroids, silhouette, silhouetteSample, baseline } = edit as EditFit;
  const names = [...(metaOf(table).labels?.known?.names ?? [])];
  const now = { k, names, rfm, overlaps, centroids, silhouette, silhouetteSample };
  return { ...rest, ...now, ...(baseline && { baseline }), chosenBy: 'given' };
}

/** What is known of the segments a run ended with; null where none were made. */
export function segmentsLearnt({ steps }: Recipe, { table, used }: RunOutcome): DescribedFit | null {
  const enabled = steps.filter((step) => step.enabled);
  const segment = enabled.filter(({ op }) => op === 'segment').at(-1);
  if (!segment) return null;
  const fit = used[segment.id] as SegmentFit;
  const edit = lastEdit(enabled);
  return edit ? editedFit(table, fit, used[edit.id]) : fit;
}
