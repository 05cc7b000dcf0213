import type { FormulaReason } from './fault';
import { functionNames } from './functions';
import { nearest } from './nearest';

/** What functions are called in spreadsheets, SQL, R and pandas. */
const HERE: Readonly<Record<string, string>> = {
  average: 'mean', avg: 'mean', counta: 'count', total: 'sum',
  len: 'length', nchar: 'length', ln: 'log', pow: 'power', int: 'floor', ceiling: 'ceil', roundup: 'ceil',
  rounddown: 'floor', ifs: 'case', iif: 'if', ifelse: 'if', if_else: 'if', case_when: 'case', substitute: 'replace',
  isblank: 'is_blank', isnull: 'is_blank', iferror: 'coalesce', ifna: 'coalesce', isna: 'is_blank', is_null: 'is_blank', ifnull: 'coalesce', nvl: 'coalesce',
  nullif: 'blank_if', stdev_s: 'stdev', std: 'stdev', stddev: 'stdev', sd: 'stdev', concatenate: 'concat',
  textjoin: 'concat', datedif: 'days_between', datediff: 'days_between', edate: 'add_months', dateadd: 'add_days',
  quantile: 'percentile', quartile: 'percentile', percentrank: 'percent_rank', search: 'contains', find: 'contains',
  regexp: 'matches', regex: 'matches', regexmatch: 'matches', value: 'to_number', text: 'to_text', str: 'to_text',
  datevalue: 'date', ucase: 'upper', lcase: 'lower', title: 'proper', isoweeknum: 'week', weeknum: 'week',
  cumsum: 'cumulative_sum', running_sum: 'cumulative_sum', nunique: 'count_distinct', countd: 'count_distinct',
  rownumber: 'row_number', shift: 'lag', sgn: 'sign', winsorize: 'clip', minimum: 'min', maximum: 'max',
  startswith: 'starts_with', endswith: 'ends_with', substr: 'mid', substring: 'mid', split: 'split_part',
}; // prettier-ignore

/** So alike is a slip of the pen in a name of another program. */
const MUCH_ALIKE = 0.9;

const CLOCK = new Set(['today', 'now', 'current_date', 'getdate', 'rand', 'random']);

/** Without a proposal of one name: what they count is a condition of their own. */
export const CONDITIONAL: Readonly<Record<string, string>> = {
  countif: 'count',
  sumif: 'sum',
  averageif: 'mean',
};

/** The name here of a function that another program has, or that is spelt amiss. */
export function elsewhereCalled(
  name: string,
  args: number,
): { reason: FormulaReason; proposal?: string | null } {
  if (CLOCK.has(name)) return { reason: 'no-today' };
  const reason = 'unknown-function';
  if (Object.hasOwn(CONDITIONAL, name)) return { reason };
  if (Object.hasOwn(HERE, name)) return { reason, proposal: calledHere(name, args) };
  const near =
    nearest(name, [...functionNames, ...Object.keys(HERE)], MUCH_ALIKE) ?? nearest(name, functionNames);
  return { reason, proposal: near === null ? null : calledHere(near, args) };
}

function calledHere(name: string, args: number): string {
  const here = Object.hasOwn(HERE, name) ? HERE[name]! : name;
  if (here === name || args < 2) return here;
  return here === 'min' ? 'least' : here === 'max' ? 'greatest' : here;
}
