import type { Typed } from '../../../formula/typed';
import { DAY } from '../../../steps/parts/calendar';
import type { Helper } from '../python/helpers';
import type { PythonFormula, PythonFunction } from './python-formula';
import { written } from './sql-formula';

const operator =
  (sign: string): PythonFunction =>
  (formula, call) =>
    `(${formula.args(call).join(` ${sign} `)})`;

/** Without a value where it is 0. */
function notZero(formula: PythonFormula, of: Typed): string {
  const value = written(of);
  if (value === undefined) {
    formula.python.use('not_zero');
    return `not_zero(${formula.said(of)})`;
  }
  return value === 0 ? 'np.nan' : formula.said(of);
}

const called =
  (helper: Helper): PythonFunction =>
  (formula, call) =>
    `${formula.python.use(helper)}(${formula.args(call).join(', ')})`;

/** A function of numpy; what is no number is a blank. */
const ofNumpy =
  (name: string): PythonFunction =>
  (formula, call) =>
    `${formula.python.use('finite')}(np.${name}(${formula.said(call.args[0]!)}))`;

const ofValue =
  (name: string): PythonFunction =>
  (formula, { args }) =>
    `np.${name}(${formula.said(args[0]!)})`;

/** Days as a length of time. */
function daysOf(formula: PythonFormula, of: Typed): string {
  const count = written(of);
  if (typeof count === 'number' && Number.isInteger(count)) return `pd.Timedelta(days=${count})`;
  formula.python.use('quiet');
  return `pd.to_timedelta(np.round(${formula.said(of)} * ${DAY}), unit="ms")`;
}

const plus: PythonFunction = (formula, { kind, args }) => {
  const [one, other] = args as [Typed, Typed | undefined];
  if (other === undefined) return formula.said(one);
  if (kind !== 'date') return `(${formula.said(one)} + ${formula.said(other)})`;
  const [moment, days] = one.kind === 'date' ? [one, other] : [other, one];
  return `(${formula.said(moment)} + ${daysOf(formula, days)})`;
};

const minus: PythonFunction = (formula, { kind, args }) => {
  const [one, other] = args as [Typed, Typed | undefined];
  if (other === undefined) return `(0 - ${formula.said(one)})`;
  if (kind === 'date') return `(${formula.said(one)} - ${daysOf(formula, other)})`;
  const apart = `(${formula.said(one)} - ${formula.said(other)})`;
  return one.kind === 'date' ? `(${apart} / pd.Timedelta(days=1))` : apart;
};

const outermost =
  (name: 'min' | 'max'): PythonFunction =>
  (formula, { args }) => {
    const columns = args.filter((arg) => written(arg) !== null).map((arg) => formula.column(arg));
    return `pd.concat([${columns.join(', ')}], axis=1).${name}(axis=1)`;
  };

const onDay =
  (name: string): PythonFunction =>
  (formula, { args }) =>
    `${formula.said(args[0]!)}.dt.${name}.astype(float)`;

const ofWeek =
  (name: 'week' | 'year'): PythonFunction =>
  (formula, { args }) =>
    `${formula.said(args[0]!)}.dt.isocalendar()["${name}"].astype("Float64").astype(float)`;

const STARTS: Readonly<Record<string, string>> = {
  year: 'dt.to_period("Y").dt.start_time',
  quarter: 'dt.to_period("Q").dt.start_time',
  month: 'dt.to_period("M").dt.start_time',
  week: 'dt.to_period("W").dt.start_time',
  day: 'dt.normalize()',
  hour: 'dt.floor("H")',
};

const LIMITED = 'lambda x, low, high: low if x < low else high if x > high else x';
const MONTHS_ON = 'lambda moment, months: moment + pd.DateOffset(months=int(months))';

/** Numbers and dates. */
export const PYTHON_NUMBERS: Readonly<Record<string, PythonFunction>> = {
  '+': plus,
  '-': minus,
  '*': operator('*'),
  '/': (formula, { args }) => `(${formula.said(args[0]!)} / ${notZero(formula, args[1]!)})`,
  '%': called('remainder'),
  '^': called('raised'),
  mod: called('remainder'),
  power: called('raised'),
  round: (formula, call) => formula.each(call, formula.python.use('rounded')),
  floor: ofValue('floor'),
  ceil: ofValue('ceil'),
  abs: ofValue('abs'),
  sign: ofValue('sign'),
  sqrt: ofNumpy('sqrt'),
  log: ofNumpy('log'),
  log10: ofNumpy('log10'),
  log1p: ofNumpy('log1p'),
  exp: ofNumpy('exp'),
  clip: (formula, call) => formula.each(call, LIMITED),
  least: outermost('min'),
  greatest: outermost('max'),
  date: (formula, call) => formula.each(call, formula.python.use('date_of')),
  year: onDay('year'),
  quarter: onDay('quarter'),
  month: onDay('month'),
  week: ofWeek('week'),
  week_year: ofWeek('year'),
  day: onDay('day'),
  weekday: (formula, { args }) => `(${formula.said(args[0]!)}.dt.weekday.astype(float) + 1)`,
  hour: onDay('hour'),
  minute: onDay('minute'),
  date_trunc: (formula, { args }) => `${formula.said(args[0]!)}.${STARTS[String(written(args[1]))]!}`,
  add_days: plus,
  add_months: (formula, call) => formula.each(call, MONTHS_ON),
  days_between: (formula, call) =>
    formula.each(call, 'lambda start, end: (end.normalize() - start.normalize()).days'),
  months_between: (formula, call) => formula.each(call, formula.python.use('months_between')),
};
