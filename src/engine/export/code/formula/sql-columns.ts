import { kindOf } from '../../../formula/check';
import type { Typed, TypedCall } from '../../../formula/typed';
import { DAY } from '../../../steps/parts/calendar';
import { firstOf } from '../sql/cases';
import { FORMULA_DIALECTS } from './sql-dialects';
import { written, type SqlFormula, type SqlFunction } from './sql-formula';

interface Window {
  /** Behind OVER; `more` parts the groups further, `order` puts their rows in order. */
  over(more?: readonly string[], order?: string): string;
  /** The rows of a group in order, from their end where `falling`. */
  order(falling?: boolean): string[];
  /** Blank in rows that are in no group. */
  inGroups(expression: string): string;
  /** What is looked at. */
  x: string;
}

function windowOf(formula: SqlFormula, { args, over, order }: TypedCall): Window {
  const { sql } = formula;
  const groups = over.map((column) => sql.ref(column));
  const parted = over.map((column, at) => formula.part(groups[at]!, formula.kinds.get(column)));
  const keys = (falling: boolean) =>
    order.flatMap(({ column, falling: down }) => {
      const name = sql.ref(column);
      const text = formula.kinds.get(column) === 'text';
      const blank = `CASE WHEN ${name} IS NULL THEN ${falling ? '0 ELSE 1' : '1 ELSE 0'} END`;
      return [blank, `${name}${text ? sql.dialect.compared : ''}${down === falling ? '' : ' DESC'}`];
    });
  return {
    over: (more = [], by) => {
      const parts = [...parted, ...more.map((one) => formula.part(one, args[0]?.kind))];
      const partition = parts.length > 0 ? `PARTITION BY ${parts.join(', ')}` : '';
      return ` OVER (${[partition, by === undefined ? '' : `ORDER BY ${by}`].filter(Boolean).join(' ')})`;
    },
    order: (falling = false) => [...keys(falling), `${sql.row}${falling ? ' DESC' : ''}`],
    inGroups: (expression) =>
      groups.length === 0
        ? expression
        : `CASE WHEN ${groups.map((name) => `${name} IS NOT NULL`).join(' AND ')} THEN ${expression} END`,
    x: args[0] ? lookedAt(formula, args[0]) : '',
  };
}

/** A value that is written out has no type of its own in a window of PostgreSQL. */
function lookedAt(formula: SqlFormula, of: Typed): string {
  const said = formula.value(of);
  if (of.type !== 'constant') return formula.flat(said);
  return `CAST(${said} AS ${formula.sql.dialect.types[kindOf(of)]})`;
}

const inWindow =
  (say: (window: Window, formula: SqlFormula, call: TypedCall) => string): SqlFunction =>
  (formula, call) => {
    const window = windowOf(formula, call);
    return window.inGroups(say(window, formula, call));
  };

const summary = (name: string): SqlFunction => inWindow(({ x, over }) => `${name}(${x})${over()}`);

const blankLast = (x: string): string => `CASE WHEN ${x} IS NULL THEN 1 ELSE 0 END`;

/** One value of a kind that may have no greatest. */
const theOne = ({ sql }: SqlFormula, { args }: TypedCall, value: string): string =>
  args[0]!.kind === 'boolean' ? sql.dialect.anyTrue(value) : `MAX(${value})`;

/** The value of the row that is first of those with one. */
const end = (which: 'first' | 'last'): SqlFunction =>
  inWindow((window, formula, call) => {
    const order = [blankLast(window.x), ...window.order(which === 'last')].join(', ');
    const place = formula.once(`ROW_NUMBER()${window.over([], order)}`);
    return `${theOne(formula, call, `CASE WHEN ${place} = 1 THEN ${window.x} END`)}${window.over()}`;
  });

/** Type 7: between two values by a straight line. */
const quantile = (share: (call: TypedCall) => number): SqlFunction =>
  inWindow((window, formula, call) => {
    const { x, over } = window;
    const place = formula.once(`ROW_NUMBER()${over([], [blankLast(x), x].join(', '))}`);
    const at = formula.once(`(COUNT(${x})${over()} - 1) * ${formula.sql.number(share(call))}`);
    const value = (where: string) =>
      formula.once(`MAX(CASE WHEN ${place} = ${where}(${at}) + 1 THEN ${x} END)${over()}`);
    const [low, high] = [value('FLOOR'), value('CEIL')];
    const part = `(${at} - (FLOOR(${at})))`;
    if (call.kind !== 'date') return `(${low} + ${part} * (${high} - ${low}))`;
    const { daysApart, later } = FORMULA_DIALECTS[formula.sql.dialect.target];
    return later(low, `ROUND(${part} * ${daysApart(low, high)} * ${DAY})`);
  });

const shifted = (name: 'LAG' | 'LEAD'): SqlFunction =>
  inWindow(
    ({ x, over, order }, _, { args }) =>
      `${name}(${x}, ${Number(written(args[1]) ?? 1)})${over([], order().join(', '))}`,
  );

export const SQL_COLUMNS: Readonly<Record<string, SqlFunction>> = {
  count: inWindow(({ x, over }, formula) => formula.number(`COUNT(${x || '*'})${over()}`)),
  count_distinct: inWindow(({ x, over }, formula) => {
    const again = formula.once(`ROW_NUMBER()${over([x], x)}`);
    return formula.number(`COUNT(CASE WHEN ${again} = 1 THEN ${x} END)${over()}`);
  }),
  sum: summary('SUM'),
  mean: summary('AVG'),
  min: summary('MIN'),
  max: summary('MAX'),
  stdev: summary('STDDEV_SAMP'),
  median: quantile(() => 0.5),
  percentile: quantile(({ args }) => Number(written(args[1]))),
  first: end('first'),
  last: end('last'),
  rank: inWindow(({ x, over }, formula) => {
    const first = `RANK()${over([], [blankLast(x), x].join(', '))}`;
    return formula.number(`CASE WHEN ${x} IS NOT NULL THEN ${first} + (COUNT(*)${over([x])} - 1) / 2e0 END`);
  }),
  percent_rank: inWindow(({ x, over }, formula) => {
    const count = formula.once(`COUNT(${x})${over()}`);
    const first = formula.once(`RANK()${over([], [blankLast(x), x].join(', '))}`);
    return formula.number(
      firstOf([
        [`${x} IS NOT NULL AND ${count} = 1`, '0e0'],
        [`${x} IS NOT NULL`, `(${first} - 1e0) / (${count} - 1)`],
      ]),
    );
  }),
  row_number: inWindow(({ over, order }, formula) =>
    formula.number(`ROW_NUMBER()${over([], order().join(', '))}`),
  ),
  lag: shifted('LAG'),
  lead: shifted('LEAD'),
  cumulative_sum: inWindow(({ x, over, order }) => {
    const soFar = `${order().join(', ')} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW`;
    return `CASE WHEN ${x} IS NOT NULL THEN SUM(${x})${over([], soFar)} END`;
  }),
  share_of_total: inWindow(({ x, over }) => `(${x} / NULLIF(SUM(${x})${over()}, 0))`),
};
