import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { looksAtOthers } from '../../formula/looks-at-others';
import { migrateRecipe } from '../../recipe/migrate';
import type { RunOutcome } from '../../recipe/outcome';
import { registry } from '../../recipe/registry';
import type { Recipe, RecipeStep } from '../../recipe/schema';
import type { SourceTables, StepDefinition } from '../../recipe/step';
import { isoDay } from '../../steps/parts/calendar';
import { FROM_ORDERS, type RfmFit, RfmParams } from '../../steps/rfm/params';
import type { Work } from '../../work';

/** Why segments cannot be looked back at. */
export type NoHistory =
  /** One row per customer: nothing says how they were. */
  | { why: 'customers' }
  /** Orders were made customers by another step than `rfm`, which alone is followed back. */
  | { why: 'measures' }
  /** A step behind the adding up whose outcome for a customer hangs on the other customers. */
  | { why: 'step'; describe: string }
  /** The orders lie within one week. */
  | { why: 'one-period' };

/** A run that made segments of orders, and what its recipe was given. */
export interface RunToReplay {
  recipe: Recipe;
  outcome: RunOutcome;
  /** The table the first step was given. */
  source: ColumnTable;
  /** All sources of the recipe, for steps that join them. */
  sources: SourceTables;
}

/** The recipe cut where orders become customers. */
export interface ReplayedSteps {
  /** The orders as `rfm` was given them. */
  orders: ColumnTable;
  params: RfmParams;
  fit: RfmFit;
  /** Columns taken along that later steps read. */
  keep: readonly string[];
  /** The steps behind, on customers as of a day. `reference`: the day recency is counted to; null: as in the run. */
  follow(customers: ColumnTable, reference: number | null, work: Work): Promise<ColumnTable>;
}

/** What these give a customer hangs on that customer's values and on what was learnt, not on who else is there. */
const BY_CUSTOMER: ReadonlySet<string> = new Set([
  'bin', 'change-type', 'clean-text', 'combine', 'date-parts', 'days-since', 'drop-missing', 'encode', 'extract', 'fill-missing', 'filter-rows', 'join', 'keep-values',
  'lasso-segment', 'limit', 'merge-date-time', 'merge-segments', 'merge-spellings', 'move-columns', 'pin-segments', 'remove-columns', 'rename-columns',
  'repair-text', 'replace-text', 'rfm-scores', 'rule-segments', 'scale', 'segment', 'set-role', 'split-column', 'split-segment',
  'standardise', 'text-to-numbers', 'transform', 'trim-decimals',
]); // prettier-ignore

/** A formula may look at other customers, or at nothing but what it learnt. */
function isAlone({ op, params }: RecipeStep): boolean {
  if (op !== 'formula' && !BY_CUSTOMER.has(op)) return false;
  return typeof params.formula !== 'string' || !looksAtOthers(params.formula, { learnt: true });
}

/** Looking back, these count to the day that is looked back at. */
const COUNTS_TO_A_DAY: ReadonlySet<string> = new Set(['date-parts', 'days-since']);

/** Takes the recipe apart for looking back; steps keep what they learnt. */
export function replayedSteps({ recipe, outcome, source, sources }: RunToReplay): ReplayedSteps | NoHistory {
  const { steps } = migrateRecipe(recipe);
  const at = steps.findIndex(({ op, enabled }) => enabled && op === 'rfm');
  if (at < 0) {
    const isMade = steps.some(({ op, enabled }) => enabled && FROM_ORDERS.includes(op));
    return { why: isMade ? 'measures' : 'customers' };
  }
  const behind = steps.slice(at + 1).filter(({ enabled }) => enabled);
  const alien = behind.find((step) => !isAlone(step));
  if (alien) return { why: 'step', describe: describeIn(outcome, alien) };
  const step = steps[at]!;
  const params = v.parse(RfmParams, step.params);
  const later = behind.map((one) => prepared(one, outcome));
  const read = new Set(later.flatMap(({ definition, params }) => definition.reads(params)));
  return {
    orders: at === 0 ? source : outcome.tables[at - 1]!,
    params,
    fit: outcome.used[step.id] as RfmFit,
    keep: (params.keep ?? []).filter((name) => read.has(name)),
    async follow(customers, reference, work) {
      let table = customers;
      for (const { definition, fit, params } of later) {
        const asOf = reference !== null && COUNTS_TO_A_DAY.has(definition.op);
        const said = asOf ? { ...params, referenceDate: isoDay(reference) } : params;
        table = (await definition.apply(table, said, fit, work, sources)).table;
        const rest = work.breathe();
        if (rest) await rest;
      }
      return table;
    },
  };
}

interface PreparedStep {
  definition: StepDefinition;
  params: Record<string, unknown>;
  fit: unknown;
}

/** The step of a recipe that has run, so that it is known and its parameters are well formed. */
function prepared({ id, op, params }: RecipeStep, { used }: RunOutcome): PreparedStep {
  const definition = registry.get(op)!;
  return { definition, params: v.parse(definition.params, params) as PreparedStep['params'], fit: used[id] };
}

const describeIn = ({ steps }: RunOutcome, { id, op }: RecipeStep): string =>
  steps.find((step) => step.id === id)?.describe ?? op;
