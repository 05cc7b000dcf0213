import type { ColumnTable } from 'arquero';
import type { Recipe, RecipeStep } from '../recipe/schema';
import type { RunOutcome } from '../recipe/outcome';
import { registry } from '../recipe/registry';
import { daysColumn, type DaysSinceFit } from '../steps/days-since';
import { isRegrouped, placesAfter, segmentsLearnt } from '../steps/edit-segments/edited-fit';
import type { AggregateFit } from '../steps/aggregate';
import type { SegmentFit } from '../steps/segment';
import { FROM_ORDERS, type RfmFit, type RfmParams } from '../steps/rfm/params';
import { columnNames } from '../table/table';
import { columnWithRole, metaOf, originOf } from '../table/meta';
import type { Work } from '../work';
import { categoryColumns, commonCategories } from './category-columns';
import { dendrogramOf } from './dendrogram';
import { describeSegments } from './describe-segments';
import { isMapOf, rfmMapOf, rfmOfferOf, scoringOf } from './rfm-map';
import { ownRulesOf } from './own-rules';
import { segmentLabels } from './segment-labels';
import type { Segmentation } from './segmentation';
import { worthOf } from './worth';

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
  const rfm = enabled.find((step) => FROM_ORDERS.includes(step.op));
  const present = new Set(columnNames(outcome.table));
  const grouped = new Set((segment.params['columns'] as string[]).map((one) => originOf(outcome.table, one)));
  const kept = keptBy(rfm).filter((column) => present.has(column) && !grouped.has(column));
  const { table } = outcome;
  const fit = outcome.used[segment.id] as SegmentFit;
  const edited = isRegrouped(enabled);
  const rules = ownRulesOf(recipe, fit.by);
  const pinned = metaOf(table).labels?.known?.pinned ?? [];
  const learnt = segmentsLearnt(recipe, outcome) ?? fit;
  const segmentation = await describeSegments(
    table,
    learnt,
    {
      referenceDate: referenceDateOf(rfm ?? recencyStep(enabled, outcome.table), outcome),
      describedBy: [...new Set([...describedBy.filter((column) => present.has(column)), ...kept])],
    },
    work,
  );
  await work.breathe();
  const used = fit.runs[0]?.prototypes?.columns ?? [];
  const offered = categoryColumns(table);
  await work.breathe();
  const common = commonCategories(table, used, segmentLabels(table).ids, segmentation.k);
  const grain = rfm ? 'orders' : metaOf(outcome.table).grain;
  await work.breathe();
  return {
    ...segmentation,
    grain,
    ...(edited ? { edited } : { ...mapWords(recipe, outcome, fit), ...(rules && { rules }) }),
    ...((edited || fit.outliers?.id) && { grouped: fit.k - (fit.outliers?.id ? 1 : 0) }),
    ...(learnt.outliers?.id && { apart: { id: learnt.outliers.id, beyond: learnt.outliers.beyond } }),
    ...(fit.tree && { tree: dendrogramOf(fit, fit.tree, placesAfter(recipe, outcome)) }),
    ...(pinned.length > 0 && { pinned }),
    ...(kept.length > 0 && { kept }),
    ...(used.length + offered.length > 0 && { categories: { used, offered } }),
    ...(used.length > 0 && {
      segments: segmentation.segments.map((segment, i) => ({ ...segment, common: common[i]! })),
    }),
  };
}

/** The RFM map that was grouped by, or how to. */
function mapWords(
  recipe: Recipe,
  outcome: RunOutcome,
  { by, money }: SegmentFit,
): Pick<Segmentation, 'map' | 'mapOffer'> {
  const { table } = outcome;
  const scoring = scoringOf(recipe);
  if (!scoring || !isMapOf(scoring, by)) {
    const offer = rfmOfferOf(table, scoring);
    return offer ? { mapOffer: offer } : {};
  }
  const worth = money.length > 0 ? worthOf(table, money) : null;
  return { map: rfmMapOf(table, scoring, outcome, { labels: segmentLabels(table), worth }) };
}

/** What the step says of customers beside RFM: what it takes along, or all it makes; parameters of a run are well formed. */
function keptBy(step: RecipeStep | undefined): readonly string[] {
  if (!step) return [];
  const params = step.params as Partial<RfmParams>;
  if (step.op === 'rfm') return params.keep ?? [];
  return registry
    .get(step.op)!
    .adds(params)
    .filter((column) => column !== params.customer);
}

/** The step that counts the days that are the table's recency. */
function recencyStep(enabled: readonly RecipeStep[], table: ColumnTable): RecipeStep | undefined {
  const recency = columnWithRole(table, 'recency');
  return enabled.find(
    ({ op, params }) => op === 'days-since' && daysColumn(String(params['column'])) === recency,
  );
}

function referenceDateOf(step: RecipeStep | undefined, { used }: RunOutcome): number | null {
  const day = step && (used[step.id] as RfmFit | AggregateFit | DaysSinceFit).referenceDate;
  return day ? Date.parse(day) : null;
}
