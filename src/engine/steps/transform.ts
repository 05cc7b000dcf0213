import * as v from 'valibot';
import { ColumnNames } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { float64 } from '../table/buffers';
import { columnAs } from '../table/table';
import { withDerived } from './parts/origins';

const SUFFIX = { log1p: 'log', sqrt: 'sqrt' } as const;
const CURVE = { log1p: Math.log1p, sqrt: Math.sqrt } as const;

/** The words people know for the columns that `rfm` makes. */
const KNOWN_AS = new Map([
  ['recency_days', 'recency'],
  ['frequency', 'orders'],
  ['monetary', 'money'],
]);

/**
 * Adds the natural logarithm of 1 + x (`COLUMN_log`) or the square root (`COLUMN_sqrt`), so that a few very large values
 * do not rule the distance. Values below 0 enter as 0; blanks stay blank. Counts: `belowZero` cells.
 */
export const transform = defineStep({
  op: 'transform',
  version: 1,
  params: v.strictObject({ columns: ColumnNames, with: v.picklist(['log1p', 'sqrt']) }),
  reads: ({ columns }) => columns,
  needs: ({ columns }) => columns.map((column) => [column, ['number']] as const),
  adds: ({ columns, with: curve }) => columns.map((column) => `${column}_${SUFFIX[curve]}`),
  describe: ({ columns }) =>
    `Even out long tails: ${columns.map((column) => KNOWN_AS.get(column) ?? column).join(', ')}`,
  fit: () => null,
  apply: (table, { columns, with: curve }) => {
    let belowZero = 0;
    const derived = columns.map((from) => {
      const { values } = columnAs(table, from, 'number');
      for (const value of values) if (value < 0) belowZero++;
      return { name: `${from}_${SUFFIX[curve]}`, from, values: bent(values, CURVE[curve]) };
    });
    return { table: withDerived(table, derived), counts: { belowZero } };
  },
});

/** n values in, n out. */
function bent(values: Float64Array, curve: (value: number) => number): Float64Array {
  const out = float64(values.length);
  for (let row = 0; row < values.length; row++) out[row] = curve(values[row]! < 0 ? 0 : values[row]!);
  return out;
}
