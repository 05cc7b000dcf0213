import type { ErrorCode } from '../errors';
import type { ReadReport } from '../files/read-report';
import { placeOf } from '../files/place-of';
import type { Recipe, RecipeSource, RecipeStep } from '../recipe/schema';
import type { Grain, Role } from '../table/meta';
import type { ColumnFacts } from './column-facts';
import { customerSteps } from './customer-steps';
import { orderSteps } from './order-steps';
import type { RfmColumns } from './rfm-columns';
import type { Money, SortedColumn } from './understanding';

/** What the automatic recipe is made from. */
export interface RecipeInput {
  report: ReadReport;
  sources: readonly RecipeSource[];
  /** Steps of the person's own, done before the automatic ones. */
  before: readonly RecipeStep[];
  /** For each row of the table its row in the file (from 0); null where they are the same. */
  sourceRows: Uint32Array | null;
  grain: Grain;
  roles: ReadonlyMap<Role, string>;
  money: Money | null;
  lists: readonly SortedColumn[];
  /** Recency, frequency and money of a customer file that has them. */
  rfm: RfmColumns | null;
  facts: readonly ColumnFacts[];
  /** The same, but text columns that are numbers but for a few cells measured as numbers. */
  measured: readonly ColumnFacts[];
  /** Columns whose cells of another kind the person lets count as blank. */
  othersBlank: readonly string[];
}

/** A step before it has its number. */
export type Draft = Pick<RecipeStep, 'op' | 'params'>;

/** Why there is no automatic recipe: a code of the engine's errors and what its sentence needs. */
export interface Refusal {
  ok: false;
  code: ErrorCode;
  details: Record<string, string | number | null | readonly string[]>;
}

export type Drafts = { ok: true; steps: readonly Draft[] } | Refusal;

/** The recipe behind *Segment my customers*, or what is wanting: `no-customer`, `no-date`, `no-money`, `no-features`, `all-equal`, `too-few-customers`, `text-in-number`. */
export function automaticRecipe(input: RecipeInput): { ok: true; recipe: Recipe } | Refusal {
  const { rows } = input.report;
  if (rows < 2) return { ok: false, code: 'too-few-customers', details: { customers: rows, k: 2 } };
  const drafts = input.grain === 'orders' ? orderSteps(input) : customerSteps(input);
  if (!drafts.ok) return withRowInFile(drafts, input);
  const steps = drafts.steps.map(({ op, params }, at) => ({
    id: `step-${at + 1}`,
    op,
    version: 1,
    enabled: true,
    params,
  }));
  const { sources, before } = input;
  return {
    ok: true,
    recipe: { format: 'tessera-recipe', version: 1, sources: [...sources], steps: [...before, ...steps] },
  };
}

/** People look for the row in the file, where the names of the columns are a row too. */
function withRowInFile(refusal: Refusal, { report, sourceRows }: RecipeInput): Refusal {
  const { row } = refusal.details;
  if (typeof row !== 'number') return refusal;
  const { file, row: there } = placeOf((sourceRows?.[row - 1] ?? row - 1) + 1, report);
  return { ...refusal, details: { ...refusal.details, ...(file !== null && { file }), row: there } };
}
