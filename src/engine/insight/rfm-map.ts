import type { ColumnTable } from 'arquero';
import type { RunOutcome } from '../recipe/outcome';
import type { Recipe, RecipeStep } from '../recipe/schema';
import { rfmScores, scoreColumns, type RfmScoresFit, type RfmScoresParams } from '../steps/rfm-scores';
import { columnWithRole, metaOf } from '../table/meta';
import { columnNames, columnOf, numbers } from '../table/table';
import * as v from 'valibot';
import { mapNames } from './map-a';
import type { RfmCell, RfmMap, RfmOffer } from './segmentation';
import type { SegmentLabels } from './segment-labels';

const OP = rfmScores.op;
const parsed = (step: RecipeStep): RfmScoresParams | null => {
  const found = v.safeParse(rfmScores.params, step.params);
  return found.success ? found.output : null;
};
const nameColumn = (params: RfmScoresParams) => scoreColumns(params.taken ?? []).name;

/** A recipe's scoring step, with its parameters. */
export interface Scoring {
  id: string;
  enabled: boolean;
  params: RfmScoresParams;
}

/** The last step of the recipe that scores customers, on or off; null where there is none that is understood. */
export function scoringOf({ steps }: Recipe): Scoring | null {
  for (const step of steps.filter(({ op }) => op === OP).reverse()) {
    const params = parsed(step);
    if (params) return { id: step.id, enabled: step.enabled, params };
  }
  return null;
}

/** Whether the segments are the names of its map. */
export const isMapOf = ({ enabled, params }: Scoring, by: string | undefined): boolean =>
  enabled && by === nameColumn(params);

/**
 * The map the segments were made by: its cells with their customers and money.
 * @param labels the segments; customers in none count nowhere. @param worth of each row, or null
 */
export function rfmMapOf(
  table: ColumnTable,
  { id, params }: Scoring,
  { used }: RunOutcome,
  { labels, worth }: { labels: SegmentLabels; worth: Float64Array | null },
): RfmMap {
  const { levels, limits } = used[id] as RfmScoresFit;
  const columns = scoreColumns(params.taken ?? []);
  const scores = [columns.recency, columns.frequency, columns.monetary].map((name) => numbers(table, name));
  const names = params.map ?? mapNames(levels, params.lost);
  return {
    step: id,
    levels,
    auto: params.levels === 'auto',
    columns: { recency: params.recency, frequency: params.frequency, monetary: params.monetary },
    limits,
    cells: cellsOf(names, scores, labels.ids, worth),
    own: params.map !== undefined,
    actions: metaOf(table).actions ?? {},
    scores: [columns.recency, columns.frequency, columns.monetary, columns.digits],
  };
}

function cellsOf(
  names: readonly (readonly string[])[],
  scores: readonly Float64Array[],
  ids: Uint8Array,
  worth: Float64Array | null,
): RfmCell[] {
  const [recency, frequency, monetary] = scores;
  const levels = names.length;
  const spenders = new Uint32Array(levels * levels);
  const customers = new Uint32Array(levels * levels);
  const money = new Float64Array(levels * levels);
  const segments = new Uint8Array(levels * levels);
  for (let row = 0; row < ids.length; row++) {
    if (ids[row] === 0) continue;
    const at = (recency![row]! - 1) * levels + frequency![row]! - 1;
    customers[at]!++;
    if (monetary![row] === levels) spenders[at]!++;
    money[at]! += worth?.[row] ?? 0;
    segments[at] = ids[row]!;
  }
  const all = customers.reduce((sum, count) => sum + count, 0);
  const revenue = money.reduce((sum, part) => sum + part, 0);
  // A cell without customers belongs to the segment of its name, where that has some elsewhere.
  const called = new Map(names.flat().flatMap((name, at) => (segments[at] ? [[name, segments[at]]] : [])));
  return names.flatMap((row, r) =>
    row.map((name, f): RfmCell => {
      const at = r * levels + f;
      return {
        recency: r + 1,
        frequency: f + 1,
        name,
        segment: called.get(name) ?? null,
        customers: customers[at]!,
        bigSpenders: spenders[at]!,
        share: customers[at]! / (all || 1),
        revenue: worth && money[at]!,
        revenueShare: worth && revenue > 0 ? money[at]! / revenue : null,
      };
    }),
  );
}

const OURS = /^(tessera_)?(r|f|m|rfm)_(score|segment)(_\d+)?$/i;

/**
 * What would group these customers by the map instead: a scoring step that is there already, or one to add; null where
 * no column of numbers says recency, frequency or money.
 */
export function rfmOfferOf(table: ColumnTable, scoring: Scoring | null): RfmOffer | null {
  if (scoring) return { step: scoring.id, params: null, by: nameColumn(scoring.params) };
  const [recency, frequency, monetary] = (['recency', 'frequency', 'monetary'] as const).map((role) => {
    const column = columnWithRole(table, role);
    return column !== null && columnOf(table, column).kind === 'number' ? column : null;
  });
  if (!recency || !frequency || !monetary) return null;
  const taken = columnNames(table).filter((name) => OURS.test(name));
  const params = { recency, frequency, monetary, lost: true, ...(taken.length > 0 && { taken }) };
  return { step: null, params, by: scoreColumns(taken).name };
}
