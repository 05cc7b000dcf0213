import type { FormulaReason } from './fault';

/** What functions are called in spreadsheets, SQL, R and pandas. */
const HERE: Readonly<Record<string, string>> = {
  average: 'mean', avg: 'mean', averageif: 'mean', sumif: 'sum', countif: 'count', counta: 'count', total: 'sum',
  len: 'length', nchar: 'length', ln: 'log', pow: 'power', int: 'floor', ceiling: 'ceil', roundup: 'ceil',
  rounddown: 'floor', ifs: 'case', iif: 'if', ifelse: 'if', if_else: 'if', case_when: 'case', substitute: 'replace',
  isblank: 'is_blank', isnull: 'is_blank', isna: 'is_blank', is_null: 'is_blank', ifnull: 'coalesce', nvl: 'coalesce',
  nullif: 'blank_if', stdev_s: 'stdev', std: 'stdev', stddev: 'stdev', sd: 'stdev', concatenate: 'concat',
  textjoin: 'concat', datedif: 'days_between', datediff: 'days_between', edate: 'add_months', dateadd: 'add_days',
  quantile: 'percentile', quartile: 'percentile', percentrank: 'percent_rank', search: 'contains', find: 'contains',
  regexp: 'matches', regex: 'matches', regexmatch: 'matches', value: 'to_number', text: 'to_text', str: 'to_text',
  datevalue: 'date', ucase: 'upper', lcase: 'lower', title: 'proper', isoweeknum: 'week', weeknum: 'week',
  cumsum: 'cumulative_sum', running_sum: 'cumulative_sum', nunique: 'count_distinct', countd: 'count_distinct',
  rownumber: 'row_number', shift: 'lag', sgn: 'sign', winsorize: 'clip', minimum: 'min', maximum: 'max',
  startswith: 'starts_with', endswith: 'ends_with', substr: 'mid', substring: 'mid', split: 'split_part',
}; // prettier-ignore

const CLOCK = new Set(['today', 'now', 'current_date', 'getdate', 'rand', 'random']);

/** The name here of a function that another program has. */
export function elsewhereCalled(name: string, args: number): { reason: FormulaReason; proposal?: string } {
  if (CLOCK.has(name)) return { reason: 'no-today' };
  const here = Object.hasOwn(HERE, name) ? HERE[name]! : null;
  if (here === null) return { reason: 'unknown-function' };
  const several = args > 1 && (here === 'min' || here === 'max');
  const proposal = several ? (here === 'min' ? 'least' : 'greatest') : here;
  return { reason: 'unknown-function', proposal };
}
