import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { EngineError } from '../errors';
import { ColumnName, ColumnNames } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { median } from '../stats/quantile';
import { countMissing, type Kind } from '../table/columns';
import { columnAs, columnOf, withColumns } from '../table/table';
import { filled, type FillValue } from './parts/filled';
import { learntFor } from './parts/learnt';
import { listed } from './parts/words';

const Value = v.union([v.string(), v.pipe(v.number(), v.finite()), v.boolean()]);

/** What goes into the blanks: one entry per column, in that column's own unit. */
const FillFit = v.object({ columns: v.array(v.object({ column: ColumnName, value: Value })) });
export type FillFit = v.InferOutput<typeof FillFit>;

const KINDS_FOR: Record<string, readonly Kind[]> = {
  number: ['number'],
  boolean: ['boolean'],
  string: ['text', 'date'],
};

/**
 * Fills blanks with the column's median (numbers only; mean of the middle two) or with one value given.
 * The value must be of the column's kind; a date is given as `YYYY-MM-DD`. Counts: `filled` cells.
 */
export const fillMissing = defineStep({
  op: 'fill-missing',
  version: 1,
  params: v.variant('with', [
    v.strictObject({ columns: ColumnNames, with: v.literal('median') }),
    v.strictObject({ columns: ColumnNames, with: v.literal('constant'), value: Value }),
  ]),
  learnt: FillFit,
  reads: ({ columns }) => columns,
  needs: (params) => {
    const kinds = params.with === 'median' ? KINDS_FOR.number! : KINDS_FOR[typeof params.value]!;
    return params.columns.map((column) => [column, kinds] as const);
  },
  adds: () => [],
  describe: (params) =>
    `Fill blank ${listed(params.columns)} with ${params.with === 'median' ? 'the median' : `“${params.value}”`}`,
  fit: async (table, params, work): Promise<FillFit> => {
    const learnt: FillFit['columns'] = [];
    for (const [done, column] of params.columns.entries()) {
      const rest = work.breathe({ phase: 'filling', done, total: params.columns.length, unit: 'rounds' });
      if (rest) await rest;
      learnt.push({ column, value: params.with === 'median' ? medianOf(table, column) : params.value });
    }
    return { columns: learnt };
  },
  apply: async (table, { columns }, fit, work) => {
    let count = 0;
    const changed: (readonly [string, ReturnType<typeof filled>])[] = [];
    for (const [done, name] of columns.entries()) {
      const rest = work.breathe({ phase: 'filling', done, total: columns.length, unit: 'rounds' });
      if (rest) await rest;
      const missing = countMissing(columnOf(table, name));
      if (missing === 0) continue;
      count += missing;
      const value: FillValue = learntFor(fit.columns, name).value;
      changed.push([name, filled(name, columnOf(table, name), value)]);
    }
    return { table: withColumns(table, changed), counts: { filled: count } };
  },
});

/** @throws EngineError `too-few-values` if no value is present. */
function medianOf(table: ColumnTable, column: string): number {
  const value = median(columnAs(table, column, 'number').values);
  if (Number.isNaN(value)) throw new EngineError('too-few-values', { column, count: 0 });
  return value;
}
