import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { looksAtOthers } from '../formula/looks-at-others';
import { applyCondition, conditionRefusal, fitFormula, FormulaFit, refusalOf } from '../formula/on-table';
import { columnsIn, parseFormula, withColumnsCalled } from '../formula/parse';
import { defineStep } from '../recipe/step';
import { keep } from '../table/table';
import { conditionTest, kindFor, type RowTest } from './filter-rows/condition-test';
import { conditionsInWords } from './filter-rows/condition-words';
import { conditionsIn, FilterParams, type Condition } from './filter-rows/params';
import { inBlocks } from './parts/blocks';
import { patternFault } from './pattern/pattern';

/**
 * Keeps the rows that meet conditions, or sets those aside: all or any of them, some of them grouped, one of them as a
 * formula (docs/FORMULA.md). A blank meets no condition but `blank`. Days are whole days. What one way keeps, the other
 * sets aside. Counts: `dropped` rows.
 * @throws EngineError `missing-column`, `wrong-kind`, `bad-pattern`, `bad-formula`; `not-a-model` if a fit is of another
 * formula
 */
export const filterRows = defineStep({
  op: 'filter-rows',
  version: 1,
  params: FilterParams,
  learnt: v.nullable(FormulaFit),
  reads: (params) => [
    ...new Set([...conditionsIn(params).map(({ column }) => column), ...columnsIn(params.formula ?? '')]),
  ],
  needs: (params) =>
    conditionsIn(params).flatMap((one) => {
      const kind = kindFor(one);
      return kind ? [[one.column, [kind]] as const] : [];
    }),
  adds: () => [],
  refuses: (params) => {
    for (const one of conditionsIn(params)) {
      const fault = one.is === 'matches' ? patternFault(one.value) : null;
      if (fault) return fault;
    }
    const { formula } = params;
    return formula === undefined ? null : refusalOf(() => parseFormula(formula));
  },
  checks: ({ formula }, kinds) => (formula === undefined ? null : conditionRefusal(formula, kinds)),
  called: (params, as) => ({
    ...params,
    conditions: params.conditions.map((one) =>
      'conditions' in one ? { ...one, conditions: one.conditions.map((it) => on(it, as)) } : on(one, as),
    ),
    ...(params.formula !== undefined && { formula: withColumnsCalled(params.formula, as) }),
  }),
  looksAtAll: ({ formula }) => formula !== undefined && looksAtOthers(formula),
  describe: (params) =>
    `${params.rows === 'keep' ? 'Keep' : 'Set aside'} rows where ${conditionsInWords(params)}`,
  fit: async (table, { formula }, work): Promise<FormulaFit | null> =>
    formula === undefined ? null : fitFormula(table, formula, work),
  apply: async (table, params, fit, work) => {
    const { formula } = params;
    const written =
      formula === undefined ? null : await applyCondition(table, formula, fit ?? { learnt: [] }, work);
    const meets = testOf(table, params, written ? [yes(written.values)] : []);
    const wanted = params.rows === 'keep';
    const marks = new Uint8Array(table.numRows());
    let kept = 0;
    await inBlocks(marks.length, 'looking', work, (from, to) => {
      for (let row = from; row < to; row++) {
        marks[row] = Number(meets(row) === wanted);
        kept += marks[row]!;
      }
    });
    return { table: keep(table, marks), counts: { dropped: marks.length - kept } };
  },
});

const on = (one: Condition, as: (column: string) => string): Condition => ({
  ...one,
  column: as(one.column),
});

const yes =
  (marks: Uint8Array): RowTest =>
  (row) =>
    marks[row] === 1;

function testOf(
  table: ColumnTable,
  { match, conditions }: Pick<FilterParams, 'match' | 'conditions'>,
  more: readonly RowTest[] = [],
): RowTest {
  const plain = conditions.map((one) =>
    'conditions' in one ? testOf(table, one) : conditionTest(table, one),
  );
  const tests = [...plain, ...more];
  if (tests.length === 1) return tests[0]!;
  return match === 'all'
    ? (row) => tests.every((test) => test(row))
    : (row) => tests.some((test) => test(row));
}
