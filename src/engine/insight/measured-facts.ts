import type { ColumnTable } from 'arquero';
import { NumberColumn } from '../table/columns';
import type { Grain } from '../table/meta';
import type { Work } from '../work';
import { bestFormat } from './best-format';
import type { ColumnFacts } from './column-facts';
import { isNearlyNumeric } from './needed-numbers';
import { numberFacts } from './number-facts';
import { numbersIn } from './numbers-in';

/**
 * The facts of a customer file with text columns that are numbers but for at most 1 % of their cells taken as numbers,
 * as the automatic recipe will. Facts of order files stay as they are.
 */
export async function measuredFacts(
  facts: readonly ColumnFacts[],
  table: ColumnTable,
  decimal: '.' | ',',
  grain: Grain,
  work: Work,
): Promise<ColumnFacts[]> {
  const measured: ColumnFacts[] = [];
  for (const column of facts) {
    if (grain === 'orders' || column.identifier || !isNearlyNumeric(column, decimal)) {
      measured.push(column);
      continue;
    }
    const numbers = new NumberColumn(
      numbersIn(table, column.name, decimal, bestFormat(column.reading, 'number')),
    );
    measured.push({ ...column, kind: 'number', column: numbers, ...(await numberFacts(numbers, work)) });
  }
  return measured;
}
