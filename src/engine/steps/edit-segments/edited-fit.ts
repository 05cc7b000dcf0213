import type { ColumnTable } from 'arquero';
import type { RunOutcome } from '../../recipe/outcome';
import type { Recipe, RecipeStep } from '../../recipe/schema';
import { metaOf } from '../../table/meta';
import type { SegmentFit } from '../segment';
import type { EditFit } from './fit';

const EDITS: ReadonlySet<string> = new Set([
  'merge-segments',
  'split-segment',
  'lasso-segment',
  'pin-segments',
]);

/** The steps that change segments by hand. @param enabled the steps that are on */
export const editsOf = (enabled: readonly RecipeStep[]): RecipeStep[] =>
  enabled.filter(({ op }) => EDITS.has(op));

/** Whether other customers are together than were found: pinning changes names and letters alone. */
export const isRegrouped = (enabled: readonly RecipeStep[]): boolean =>
  editsOf(enabled).some(({ op }) => op !== 'pin-segments');

/** What `segment` learnt, with the segments as they are after the edits; the runs are those of before. */
function editedFit(
  table: ColumnTable,
  grouped: SegmentFit,
  edits: readonly EditFit[],
  regrouped: boolean,
): SegmentFit {
  const { by: _by, baseline: _of, outliers, ...rest } = grouped;
  const { k, rfm, overlaps, centroids, silhouette, silhouetteSample, baseline } = edits.at(-1)!;
  const names = [...(metaOf(table).labels?.known?.names ?? [])];
  const now = { k, names, rfm, overlaps, centroids, silhouette, silhouetteSample };
  const id = outliers && edits.reduce<number | null>(placeAfter, outliers.id);
  return {
    ...rest,
    ...now,
    ...(baseline && { baseline }),
    ...(outliers && { outliers: { ...outliers, id: id ?? null } }),
    ...(regrouped && { chosenBy: 'given' as const }),
  };
}

/** Where a segment stands after an edit; null where it is no more. */
const placeAfter = (id: number | null, { keeps }: EditFit): number | null =>
  id === null ? null : keeps.indexOf(id) + 1 || null;

/** Where a segment that was found stands after the edits; null where it is no more, or not the same. */
export function placesAfter({ steps }: Recipe, { used }: RunOutcome): (id: number) => number | null {
  const edits = editsOf(steps.filter((step) => step.enabled)).map(({ id }) => used[id] as EditFit);
  return (id) => edits.reduce<number | null>(placeAfter, id);
}

/** What is known of the segments a run ended with; null where none were made. */
export function segmentsLearnt({ steps }: Recipe, { table, used }: RunOutcome): SegmentFit | null {
  const enabled = steps.filter((step) => step.enabled);
  const segment = enabled.filter(({ op }) => op === 'segment').at(-1);
  if (!segment) return null;
  const fit = used[segment.id] as SegmentFit;
  const edits = editsOf(enabled).map(({ id }) => used[id] as EditFit);
  return edits.length > 0 ? editedFit(table, fit, edits, isRegrouped(enabled)) : fit;
}
