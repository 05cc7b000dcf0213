import type { DatePart } from '../sql/dialect';
import { FORMULA_DIALECTS } from './sql-dialects';
import { daysLater } from './sql-numbers';
import { written, type SqlFormula, type SqlFunction } from './sql-formula';

const part =
  (name: DatePart): SqlFunction =>
  (formula, { args }) =>
    formula.number(formula.sql.dialect.part(name, formula.said(args[0]!)));

const own = (formula: SqlFormula) => FORMULA_DIALECTS[formula.sql.dialect.target];

/** A whole number towards 0. */
const truncated = (x: string): string => `(SIGN(${x}) * FLOOR(ABS(${x})))`;

const monthsBetween: SqlFunction = (formula, { args }) => {
  const [from, to] = args.map((arg) => formula.once(formula.said(arg))) as [string, string];
  const { dialect } = formula.sql;
  const of = (name: DatePart, moment: string) => dialect.part(name, moment);
  const months = formula.once(
    `(${of('year', to)} - ${of('year', from)}) * 12 + ${of('month', to)} - ${of('month', from)}`,
  );
  const there = formula.once(own(formula).monthsLater(from, months));
  const early = `WHEN ${to} < ${from} THEN ${months} + (CASE WHEN ${there} < ${to} THEN 1 ELSE 0 END)`;
  return formula.number(`CASE ${early} ELSE ${months} - (CASE WHEN ${there} > ${to} THEN 1 ELSE 0 END) END`);
};

export const SQL_DATES: Readonly<Record<string, SqlFunction>> = {
  year: part('year'),
  month: part('month'),
  week: part('week'),
  week_year: part('iso-year'),
  day: part('day'),
  weekday: part('weekday'),
  hour: part('hour'),
  minute: part('minute'),
  quarter: (formula, { args }) =>
    formula.number(`FLOOR((${formula.sql.dialect.part('month', formula.said(args[0]!))} + 2) / 3)`),
  date_trunc: (formula, { args }) =>
    own(formula).truncated(written(args[1]) as 'day', formula.said(args[0]!)),
  add_days: (formula, { args }) => daysLater(formula, args),
  add_months: (formula, { args }) => {
    const count = written(args[1]);
    const months =
      typeof count === 'number' ? String(Math.trunc(count)) : truncated(formula.once(formula.said(args[1]!)));
    return `(${own(formula).monthsLater(formula.said(args[0]!), months)})`;
  },
  days_between: (formula, { args }) => {
    const { dialect } = formula.sql;
    const [from, to] = args.map((arg) => dialect.dayOf(formula.said(arg))) as [string, string];
    return formula.number(dialect.daysBetween(from, to));
  },
  months_between: monthsBetween,
};
