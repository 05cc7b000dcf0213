import type { TypedCall } from '../../../formula/typed';
import { ofKind, type PythonFormula, type PythonFunction } from './python-formula';
import { written } from './sql-formula';

/** What a helper says of the rows: which columns part them into groups, and their order. */
function groups({ python }: PythonFormula, { over }: TypedCall): string[] {
  return over.length === 0 ? [] : [`over=${python.texts(over)}`];
}

function order({ python }: PythonFormula, call: TypedCall): string[] {
  const by = call.order.map(
    ({ column, falling }) => `(${python.text(column)}, ${falling ? 'True' : 'False'})`,
  );
  return by.length === 0 ? [] : [`order=[${by.join(', ')}]`];
}

const inGroups =
  (what: string, ordered: boolean): PythonFunction =>
  (formula, call) => {
    const value = call.args[0] ? formula.column(call.args[0]) : 'pd.Series(1.0, index=table.index)';
    const how = what.replace('ROWS', String(written(call.args[1]) ?? 1));
    const list = ['table', value, how, ...groups(formula, call), ...(ordered ? order(formula, call) : [])];
    const made = `${formula.python.use('in_groups')}(${list.join(', ')})`;
    return call.kind === 'date' ? `pd.to_datetime(${made}.round(), unit="ms")` : ofKind(made, call);
  };

const summary = (what: string): PythonFunction => inGroups(`lambda rows: ${what}`, false);
const place = (what: string): PythonFunction => inGroups(`lambda rows: ${what}`, true);

/** Functions of many rows. `rows` are the values, grouped. */
export const PYTHON_COLUMNS: Readonly<Record<string, PythonFunction>> = {
  count: summary('rows.transform("count")'),
  count_distinct: summary('rows.transform("nunique")'),
  sum: summary('rows.transform("sum", min_count=1)'),
  mean: summary('rows.transform("mean")'),
  min: summary('rows.transform("min")'),
  max: summary('rows.transform("max")'),
  stdev: summary('rows.transform("std")'),
  median: summary('rows.transform("median")'),
  percentile: summary('rows.transform("quantile", ROWS)'),
  rank: summary('rows.rank()'),
  percent_rank: summary('(rows.rank(method="min") - 1) / (rows.transform("count") - 1).clip(lower=1)'),
  share_of_total: summary('rows.obj / rows.transform("sum").replace(0, np.nan)'),
  first: place('rows.transform("first")'),
  last: place('rows.transform("last")'),
  row_number: place('rows.cumcount() + 1'),
  lag: place('rows.shift(ROWS)'),
  lead: place('rows.shift(-ROWS)'),
  cumulative_sum: place('rows.cumsum()'),
};
