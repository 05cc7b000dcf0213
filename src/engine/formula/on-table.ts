import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { EngineError } from '../errors';
import { kindsOf } from '../recipe/source-table';
import type { Refusal } from '../recipe/step';
import type { BooleanColumn, Column } from '../table/columns';
import { metaOf } from '../table/meta';
import { columnOf } from '../table/table';
import type { Work } from '../work';
import { checkFormula, kindOf, type Kinds } from './check';
import { Evaluation, type FaultCounts } from './evaluate';
import { formulaFault } from './fault';
import { learnAll, learntCalls } from './learnt-calls';
import { columnsIn, LONGEST_FORMULA } from './parse';
import type { Typed } from './typed';
import { unitOf } from './unit-of';

/** A formula among the parameters of a step. */
export const FormulaText = v.pipe(v.string(), v.maxLength(LONGEST_FORMULA));

/** What functions of a whole column gave where they are learnt, in the order they stand; null: a blank. */
export const FormulaFit = v.object({ learnt: v.array(v.nullable(v.pipe(v.number(), v.finite()))) });
export type FormulaFit = v.InferOutput<typeof FormulaFit>;

/** @throws EngineError `missing-column`, `bad-formula` */
export async function fitFormula(table: ColumnTable, text: string, work: Work): Promise<FormulaFit> {
  return { learnt: [...(await learnAll(checkedOn(table, text), table, work)).values()] };
}

/**
 * What the formula gives for each row, cells that have a value and gave none, and what its numbers are counted in.
 * @throws EngineError `missing-column`, `bad-formula`; `not-a-model` if the fit is of another formula
 */
export async function applyFormula(
  table: ColumnTable,
  text: string,
  { learnt }: FormulaFit,
  work: Work,
): Promise<{ column: Column; faults: FaultCounts; unit: string | null }> {
  const typed = checkedOn(table, text);
  const calls = learntCalls(typed);
  if (calls.length !== learnt.length)
    throw new EngineError('not-a-model', { path: 'fits', reason: 'another formula' });
  const known = new Map(calls.map((call, at) => [call, learnt[at]!]));
  const evaluation = new Evaluation(table, known, work);
  const unit = unitOf(typed, metaOf(table).units);
  return { column: await evaluation.column(typed), faults: evaluation.faults, unit };
}

/** The same of a condition, which must be yes or no. */
export async function applyCondition(
  table: ColumnTable,
  text: string,
  fit: FormulaFit,
  work: Work,
): Promise<BooleanColumn> {
  const { column } = await applyFormula(table, text, fit, work);
  if (column.kind !== 'boolean') throw notYesNo(text, column.kind);
  return column;
}

function checkedOn(table: ColumnTable, text: string): Typed {
  for (const name of columnsIn(text)) columnOf(table, name);
  return checkFormula(text, new Map(kindsOf(table).map(({ name, kind }) => [name, kind])));
}

/** Why a formula cannot be for a table of these columns; null if it can be, or if a column is not there. */
export const formulaRefusal = (text: string, kinds: Kinds): Refusal | null =>
  columnsIn(text).every((name) => kinds.has(name)) ? refusalOf(() => checkFormula(text, kinds)) : null;

/** The same of a condition. */
export const conditionRefusal = (text: string, kinds: Kinds): Refusal | null =>
  formulaRefusal(text, kinds) ??
  (columnsIn(text).every((name) => kinds.has(name)) ? refusalOf(() => checkCondition(text, kinds)) : null);

/** @throws EngineError `bad-formula` */
export function checkCondition(text: string, kinds: Kinds): Typed {
  const typed = checkFormula(text, kinds);
  if (kindOf(typed) !== 'boolean') throw notYesNo(text, kindOf(typed));
  return typed;
}

const notYesNo = (text: string, kind: string): EngineError =>
  formulaFault('not-yes-no', { at: 0, to: text.length }, { found: kind });

/** What reading a formula throws, as a refusal. */
export function refusalOf(read: () => unknown): Refusal | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof EngineError) return { code: error.code, details: error.details };
    throw error;
  }
}

const SHOWN = 60;
/** A formula in one line, cut where it is long. */
export function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
}
