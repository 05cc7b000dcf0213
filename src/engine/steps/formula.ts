import * as v from 'valibot';
import { EngineError } from '../errors';
import { checkFormula, kindOf } from '../formula/check';
import { Evaluation, type Learnt } from '../formula/evaluate';
import { learnAll, learntCalls } from '../formula/learnt-calls';
import { looksAtOthers } from '../formula/looks-at-others';
import { columnsIn, LONGEST_FORMULA, parseFormula, withColumnsCalled } from '../formula/parse';
import type { Typed } from '../formula/typed';
import { ColumnName } from '../recipe/schema';
import { kindsOf } from '../recipe/source-table';
import { defineStep, type Applied, type Refusal } from '../recipe/step';
import { countMissing } from '../table/columns';
import { columnOf, withColumns } from '../table/table';
import type { ColumnTable } from 'arquero';

const Params = v.strictObject({
  /** The name of the new column. */
  as: ColumnName,
  formula: v.pipe(v.string(), v.maxLength(LONGEST_FORMULA)),
});
export type FormulaParams = v.InferOutput<typeof Params>;

/** What functions of a whole column gave where they are learnt, in the order they stand; null: a blank. */
const FormulaFit = v.object({ learnt: v.array(v.nullable(v.pipe(v.number(), v.finite()))) });
export type FormulaFit = v.InferOutput<typeof FormulaFit>;

/**
 * Adds a column that a formula gives (docs/FORMULA.md): a number, a date, a text or yes and no. **Blanks**: arithmetic
 * with one gives one, conditions take one for no. Counts: `filled` cells, and blanks because something was divided by 0
 * (`divided`), has no value there (`outside`) or cannot be read (`unread`).
 * @throws EngineError `bad-formula`, `missing-column`; `not-a-model` if a fit is of another formula
 */
export const formula = defineStep({
  op: 'formula',
  version: 1,
  params: Params,
  learnt: FormulaFit,
  reads: ({ formula: text }) => columnsIn(text),
  adds: ({ as }) => [as],
  makes: ({ as, formula: text }, before) => {
    const kind = kindIn(text, before);
    return kind === null ? [] : [[as, kind]];
  },
  refuses: ({ formula: text }) => refusalOf(() => parseFormula(text)),
  checks: ({ formula: text }, kinds) =>
    columnsIn(text).every((name) => kinds.has(name)) ? refusalOf(() => checkFormula(text, kinds)) : null,
  called: (params, as) => ({ ...params, formula: withColumnsCalled(params.formula, as) }),
  looksAtAll: ({ formula: text }) => looksAtOthers(text),
  describe: ({ as, formula: text }) => `Calculate ${as} = ${shortened(text)}`,
  fit: async (table, { formula: text }, work): Promise<FormulaFit> => ({
    learnt: [...(await learnAll(typedFor(table, text), table, work)).values()],
  }),
  apply: async (table, { as, formula: text }, { learnt }, work): Promise<Applied> => {
    const typed = typedFor(table, text);
    const evaluation = new Evaluation(table, learntOf(typed, learnt), work);
    const column = await evaluation.column(typed);
    const filled = column.length - countMissing(column);
    return { table: withColumns(table, [[as, column]]), counts: { filled, ...evaluation.faults } };
  },
});

/** @throws EngineError `missing-column`, `bad-formula` */
function typedFor(table: ColumnTable, text: string): Typed {
  for (const name of columnsIn(text)) columnOf(table, name);
  return checkFormula(text, new Map(kindsOf(table).map(({ name, kind }) => [name, kind])));
}

function learntOf(typed: Typed, values: readonly (number | null)[]): Learnt {
  const calls = learntCalls(typed);
  if (calls.length !== values.length)
    throw new EngineError('not-a-model', { path: 'fits', reason: 'another formula' });
  return new Map(calls.map((call, at) => [call, values[at]!]));
}

function kindIn(text: string, kinds: Parameters<typeof checkFormula>[1]) {
  let kind: ReturnType<typeof kindOf> | null = null;
  refusalOf(() => (kind = kindOf(checkFormula(text, kinds))));
  return kind;
}

function refusalOf(read: () => unknown): Refusal | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof EngineError) return { code: error.code, details: error.details };
    throw error;
  }
}

const SHOWN = 60;
const shortened = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
};
