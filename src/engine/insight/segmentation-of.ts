import type { ColumnTable } from 'arquero';
import type { Recipe, RecipeStep } from '../recipe/schema';
import type { RunOutcome } from '../recipe/outcome';
import { daysColumn, type DaysSinceFit } from '../steps/days-since';
import type { SegmentFit } from '../steps/segment';
import type { RfmFit, RfmParams } from '../steps/rfm';
import { columnNames } from '../table/table';
import { columnWithRole, metaOf } from '../table/meta';
import type { Work } from '../work';
import { describeSegments } from './describe-segments';
import type { Segmentation } from './segmentation';

/**
 * What a finished run says about segments, or null if the recipe makes none.
 * @param describedBy columns of a customer file that say who the customers are; those that `rfm` takes along do too.
 */
export async function segmentationOf(
  recipe: Recipe,
  outcome: RunOutcome,
  describedBy: readonly string[],
  work: Work,
): Promise<Segmentation | null> {
  const enabled = recipe.steps.filter((step) => step.enabled);
  const segment = enabled.filter((step) => step.op === 'segment').at(-1);
  if (!segment) return null;
  const rfm = enabled.find((step) => step.op === 'rfm');
  const present = new Set(columnNames(outcome.table));
  const kept = keptBy(rfm).filter((column) => present.has(column));
  const segmentation = await describeSegments(
    outcome.table,
    outcome.fits[segment.id] as SegmentFit,
    {
      referenceDate: referenceDateOf(rfm ?? recencyStep(enabled, outcome.table), outcome),
      describedBy: [...describedBy.filter((column) => present.has(column)), ...kept],
    },
    work,
  );
  const grain = rfm ? 'orders' : metaOf(outcome.table).grain;
  return { ...segmentation, grain, ...(kept.length > 0 && { kept }) };
}

/** What the step takes along; parameters of a run are well formed. */
const keptBy = (rfm: RecipeStep | undefined): readonly string[] =>
  (rfm?.params as Partial<RfmParams> | undefined)?.keep ?? [];

/** The step that counts the days that are the table's recency. */
function recencyStep(enabled: readonly RecipeStep[], table: ColumnTable): RecipeStep | undefined {
  const recency = columnWithRole(table, 'recency');
  return enabled.find(
    ({ op, params }) => op === 'days-since' && daysColumn(String(params['column'])) === recency,
  );
}

function referenceDateOf(step: RecipeStep | undefined, { used }: RunOutcome): number | null {
  return step ? Date.parse((used[step.id] as RfmFit | DaysSinceFit).referenceDate) : null;
}
