import type { ColumnTable } from 'arquero';
import { defineStep } from '../recipe/step';
import type { Kind } from '../table/columns';
import { metaOf, withMeta } from '../table/meta';
import { columnAs, columnOf, withColumns } from '../table/table';
import { concatenated } from './combine/concatenated';
import { combined } from './combine/numbers';
import { Params } from './combine/params';
import { listed } from './parts/words';

const MOST_NAMED = 3;
/** Ways whose outcome is counted in what the columns are counted in. */
const KEEPS_UNIT: ReadonlySet<string> = new Set(['sum', 'mean', 'min', 'max', 'difference']);

const few = (columns: readonly string[]): string =>
  columns.length > MOST_NAMED ? `${columns.length} columns` : listed(columns);

const WORDS: Record<Params['how'], (columns: readonly string[]) => string> = {
  concatenate: (columns) => `Put ${few(columns)} together`,
  sum: (columns) => `Add up ${few(columns)}`,
  mean: (columns) => `Take the mean of ${few(columns)}`,
  min: (columns) => `Take the least of ${few(columns)}`,
  max: (columns) => `Take the greatest of ${few(columns)}`,
  product: (columns) => `Multiply ${few(columns)}`,
  difference: ([one, other]) => `Take ${one} less ${other}`,
  ratio: ([one, other]) => `Divide ${one} by ${other}`,
  'days-between': ([from, to]) => `Count days from ${from} to ${to}`,
};

const kindsFor = (how: Params['how']): readonly Kind[] =>
  how === 'concatenate'
    ? ['text', 'number', 'date', 'boolean']
    : how === 'days-between'
      ? ['date']
      : ['number'];

/**
 * Makes one column, `as`, of several: their words with a separator between them; their sum, mean, least, greatest or
 * product; the first less, or divided by, the second; or the calendar days from the first date to the second. **Blanks**
 * are passed over by words, sums, means, least, greatest and products, and make the others blank. Sums and the like of
 * one currency keep it. Counts of rows: `blank`, `byZero` (a ratio to 0, blank), `tooLarge` (blank).
 * @see pandas, DataFrame.sum (min_count = 1), mean, min, max, prod
 */
export const combine = defineStep({
  op: 'combine',
  version: 1,
  params: Params,
  reads: ({ columns }) => columns,
  needs: ({ columns, how }) => columns.map((column) => [column, kindsFor(how)] as const),
  adds: ({ as }) => [as],
  makes: ({ as, how }) => [[as, how === 'concatenate' ? 'text' : 'number']],
  describe: ({ columns, how, as }) => `${WORDS[how](columns)} as ${as}`,
  fit: () => null,
  apply: async (table, params, _fit, work) => {
    const { columns, as } = params;
    if (params.how === 'concatenate') {
      const given = columns.map((name) => columnOf(table, name));
      const { column, blank } = await concatenated(given, params.separator, work);
      return { table: withColumns(table, [[as, column]]), counts: { blank } };
    }
    const kind = params.how === 'days-between' ? 'date' : 'number';
    const given = columns.map((name) => columnAs(table, name, kind).values);
    const { values, counts } = await combined(given, params.how, work);
    const made = withColumns(table, [[as, values]]);
    return { table: KEEPS_UNIT.has(params.how) ? withUnit(made, columns, as) : made, counts: { ...counts } };
  },
});

/** The unit that all of the columns have, if they have one. */
function withUnit(table: ColumnTable, columns: readonly string[], as: string): ColumnTable {
  const { units } = metaOf(table);
  const unit = units.get(columns[0]!);
  if (unit === undefined || columns.some((column) => units.get(column) !== unit)) return table;
  return withMeta(table, { units: new Map(units).set(as, unit) });
}
