import type { ColumnTable } from 'arquero';
import { formula } from '../../../src/engine/steps/formula';
import { cellsOf } from '../../support/tables';
import { learnAndApply } from '../steps/apply';

/** What a formula gives on a table, row by row, and what was counted. */
export async function evaluated(text: string, on: ColumnTable) {
  const { table, counts, fit } = await learnAndApply(formula, on, { as: 'new column', formula: text });
  return { cells: cellsOf(table)['new column']!, counts, fit, table };
}
