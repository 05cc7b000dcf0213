import type { ColumnTable } from 'arquero';
import { defineStep } from '../recipe/step';
import { uint8 } from '../table/buffers';
import { BooleanColumn, countMissing, isMissing, type Column, type Kind } from '../table/columns';
import { columnOf, withColumns, type NamedColumn } from '../table/table';
import { filling } from './fill-missing/filled-columns';
import { learn } from './fill-missing/learn';
import { besides, FillFit, flagColumn, groupedBy, Params } from './fill-missing/params';
import { withDerived } from './parts/origins';
import { listed } from './parts/words';

export type { FillFit };

const KINDS_FOR: Record<string, readonly Kind[]> = {
  number: ['number'],
  boolean: ['boolean'],
  string: ['text', 'date'],
};
/** Ways that fill every kind of column. */
const ANY_KIND: readonly Params['with'][] = ['most-frequent', 'forward', 'backward'];
/** Ways that may leave blanks. */
const MAY_LEAVE: readonly Params['with'][] = ['forward', 'backward', 'linear', 'time'];

const WAYS: Record<Exclude<Params['with'], 'constant'>, string> = {
  median: 'with the median',
  mean: 'with the mean',
  'most-frequent': 'with the most frequent value',
  forward: 'with the value before',
  backward: 'with the value after',
  linear: 'on a line between neighbours',
  time: 'on a line',
};

/**
 * Fills blanks: with the column's median (mean of the middle two), mean or most frequent value (the smallest of equally
 * frequent ones), of all or, with `by`, of the row's group where it has any; with one value given; with the value of the
 * row before or after, within the group with `by`; or on the line between neighbours, by row or by a date. Values learnt are
 * reused, that of all for groups not known. The value given must be of the column's kind; a date is given as `YYYY-MM-DD`.
 * `flag` adds `COLUMN_was_missing`. Counts: `filled` cells, and `left` ones that nothing could fill.
 * @throws EngineError `too-few-values` if a column to learn from is blank throughout, `too-many-groups`
 */
export const fillMissing = defineStep({
  op: 'fill-missing',
  version: 1,
  params: Params,
  learnt: FillFit,
  reads: (params) => [...params.columns, ...besides(params)],
  needs: (params) => {
    const kinds = kindsFor(params);
    const own = kinds ? params.columns.map((column) => [column, kinds] as const) : [];
    return params.with === 'time' ? [...own, [params.along, ['date']]] : own;
  },
  adds: ({ columns, flag }) => (flag ? columns.map(flagColumn) : []),
  makes: ({ columns, flag }) =>
    flag ? columns.map((column) => [flagColumn(column), 'boolean'] as const) : [],
  refuses: (params) =>
    besides(params).some((column) => params.columns.includes(column))
      ? { code: 'bad-params', details: { path: 'params.columns', reason: 'same column' } }
      : null,
  describe: (params) => {
    const way = params.with === 'constant' ? `with “${params.value}”` : WAYS[params.with];
    const by = groupedBy(params);
    const within = params.with === 'time' ? ` by ${params.along}` : by === undefined ? '' : ` in its ${by}`;
    return `Fill blank ${listed(params.columns)} ${way}${within}`;
  },
  fit: learn,
  apply: async (table, params, fit, work) => {
    const { columns, flag } = params;
    const counts = { filled: 0, left: 0 };
    const changed: NamedColumn[] = [];
    const fill = await filling(table, params, fit, work);
    for (const [done, name] of columns.entries()) {
      const rest = work.breathe({ phase: 'filling', done, total: columns.length, unit: 'rounds' });
      if (rest) await rest;
      const missing = countMissing(columnOf(table, name));
      if (missing === 0) continue;
      const made = await fill(name);
      const left = MAY_LEAVE.includes(params.with) ? countMissing(made) : 0;
      counts.filled += missing - left;
      counts.left += left;
      changed.push([name, made]);
    }
    const filled = flag ? withFlags(table, columns, changed) : withColumns(table, changed);
    const { left, ...always } = counts;
    return { table: filled, counts: MAY_LEAVE.includes(params.with) ? { ...always, left } : always };
  },
});

function kindsFor(params: Params): readonly Kind[] | null {
  if (params.with === 'constant') return KINDS_FOR[typeof params.value]!;
  return ANY_KIND.includes(params.with) ? null : ['number'];
}

function withFlags(
  table: ColumnTable,
  columns: readonly string[],
  changed: readonly NamedColumn[],
): ColumnTable {
  const flags = columns.map((from) => ({
    name: flagColumn(from),
    from,
    values: missingIn(columnOf(table, from)),
  }));
  return withDerived(withColumns(table, changed), flags);
}

const missingIn = (column: Column): Column =>
  new BooleanColumn(
    uint8(column.length).map((_, row) => Number(isMissing(column, row))),
    ['no', 'yes'],
  );
