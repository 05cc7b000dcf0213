import type { ColumnTable } from 'arquero';
import { defineStep } from '../recipe/step';
import { keep } from '../table/table';
import { conditionTest, kindFor, type RowTest } from './filter-rows/condition-test';
import { conditionsInWords } from './filter-rows/condition-words';
import { conditionsIn, FilterParams } from './filter-rows/params';
import { inBlocks } from './parts/blocks';
import { patternFault } from './pattern/pattern';

/**
 * Keeps the rows that meet conditions, or sets those aside: all or any of them, some of them grouped. A blank meets
 * no condition but `blank`. Days are whole days. What one way keeps, the other sets aside. Counts: `dropped` rows.
 * @throws EngineError `missing-column`, `wrong-kind`, `bad-pattern`
 */
export const filterRows = defineStep({
  op: 'filter-rows',
  version: 1,
  params: FilterParams,
  reads: (params) => [...new Set(conditionsIn(params).map(({ column }) => column))],
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
    return null;
  },
  describe: (params) =>
    `${params.rows === 'keep' ? 'Keep' : 'Set aside'} rows where ${conditionsInWords(params)}`,
  fit: () => null,
  apply: async (table, params, _fit, work) => {
    const meets = testOf(table, params);
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

function testOf(
  table: ColumnTable,
  { match, conditions }: Pick<FilterParams, 'match' | 'conditions'>,
): RowTest {
  const tests = conditions.map((one) =>
    'conditions' in one ? testOf(table, one) : conditionTest(table, one),
  );
  if (tests.length === 1) return tests[0]!;
  return match === 'all'
    ? (row) => tests.every((test) => test(row))
    : (row) => tests.some((test) => test(row));
}
