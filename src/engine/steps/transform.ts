import * as v from 'valibot';
import { ColumnNames } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { float64 } from '../table/buffers';
import { log1p } from '../stats/logarithm';
import { columnAs } from '../table/table';
import { inBlocks } from './parts/blocks';
import { withDerived, type Derived } from './parts/origins';

const SUFFIX = { log1p: 'log', sqrt: 'sqrt' } as const;
const CURVE = { log1p, sqrt: Math.sqrt } as const;

/** A step says itself in two lines at most. */
const MOST_NAMED = 3;

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
    `Even out long tails: ${
      columns.length > MOST_NAMED
        ? `${columns.length} columns`
        : columns.map((column) => KNOWN_AS.get(column) ?? column).join(', ')
    }`,
  fit: () => null,
  apply: async (table, { columns, with: curve }, _fit, work) => {
    const bend = CURVE[curve];
    const derived: Derived[] = [];
    let belowZero = 0;
    for (const from of columns) {
      const { values } = columnAs(table, from, 'number');
      const bent = float64(values.length);
      await inBlocks(values.length, 'transforming', work, (first, end) => {
        for (let row = first; row < end; row++) {
          const value = values[row]!;
          if (value < 0) belowZero++;
          bent[row] = bend(value < 0 ? 0 : value);
        }
      });
      derived.push({ name: `${from}_${SUFFIX[curve]}`, from, values: bent });
    }
    return { table: withDerived(table, derived), counts: { belowZero } };
  },
});
