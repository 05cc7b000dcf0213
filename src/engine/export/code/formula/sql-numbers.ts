import type { Typed, TypedCall } from '../../../formula/typed';
import { DAY } from '../../../steps/parts/calendar';
import { firstOf } from '../sql/cases';
import { FORMULA_DIALECTS } from './sql-dialects';
import { written, type SqlFormula, type SqlFunction } from './sql-formula';

const ofOne =
  (say: (x: string, formula: SqlFormula) => string): SqlFunction =>
  (formula, { args }) =>
    say(formula.value(args[0]!), formula);

/** As `ofOne`, of an expression that may stand several times. */
const ofOneOften =
  (say: (x: string, formula: SqlFormula) => string): SqlFunction =>
  (formula, { args }) =>
    say(formula.once(formula.value(args[0]!)), formula);

/** Without a value where a number is 0. */
const notZero = (formula: SqlFormula, { args }: TypedCall): string => {
  const by = formula.said(args[1]!);
  const value = written(args[1]);
  return value === undefined || value === 0 ? `NULLIF(${by}, 0)` : by;
};

const remainder: SqlFunction = (formula, call) => {
  const x = formula.once(formula.value(call.args[0]!));
  const by = formula.once(notZero(formula, call));
  return `(${x} - ${by} * FLOOR(${x} / ${by}))`;
};

const power: SqlFunction = (formula, { args }) => {
  const [x, y] = [formula.once(formula.value(args[0]!)), formula.once(formula.value(args[1]!))];
  const raised = `POWER(${x}, ${y})`;
  const exponent = written(args[1]);
  if (typeof exponent === 'number' && Number.isInteger(exponent))
    return exponent >= 0 ? raised : `CASE WHEN ${x} <> 0 THEN ${raised} END`;
  return firstOf([
    [`${x} = 0 AND ${y} < 0`, 'NULL'],
    [`${x} < 0 AND ${y} <> FLOOR(${y})`, 'NULL'],
    [`${x} IS NOT NULL AND ${y} IS NOT NULL`, raised],
  ]);
};

/** Numbers beyond what has 15 digits in front of the point stay as they are. */
const rounded: SqlFunction = (formula, { args }) => {
  const x = formula.once(formula.value(args[0]!));
  const digits = Math.max(-15, Math.min(15, Math.trunc(Number(written(args[1]) ?? 0))));
  const made = FORMULA_DIALECTS[formula.sql.dialect.target].rounded(x, digits);
  return `CASE WHEN ABS(${x}) < 1e15 THEN ${formula.number(made)} ELSE ${x} END`;
};

const outermost =
  (which: 0 | 1): SqlFunction =>
  (formula, { args }) => {
    const { outermost: names } = FORMULA_DIALECTS[formula.sql.dialect.target];
    const values = args.filter((arg) => written(arg) !== null).map((arg) => formula.value(arg));
    if (values.length === 1) return values[0]!;
    if (names) return `${names[which]}(${values.join(', ')})`;
    const sign = which === 0 ? '<' : '>';
    return values
      .map((value) => formula.once(value))
      .reduce((best, value) =>
        formula.once(`CASE WHEN ${best} IS NULL OR ${value} ${sign} ${best} THEN ${value} ELSE ${best} END`),
      );
  };

const clip: SqlFunction = (formula, { args }) => {
  const [x, low, high] = args.map((arg) => formula.once(formula.value(arg))) as [string, string, string];
  const open = [low, high].filter((_, at) => written(args[at + 1]) === undefined);
  return firstOf(
    [
      ...open.map((limit): [string, string] => [`${limit} IS NULL`, 'NULL']),
      [`${x} < ${low}`, low],
      [`${x} > ${high}`, high],
    ],
    x,
  );
};

/** A date so many days on, or back. */
export function daysLater(formula: SqlFormula, [one, other]: readonly Typed[], sign: 1 | -1 = 1): string {
  const [moment, days] = one!.kind === 'date' ? [one!, other!] : [other!, one!];
  const count = written(days);
  const ms =
    typeof count === 'number'
      ? formula.sql.number(Math.round(count * sign * DAY))
      : `ROUND(${formula.said(days)} * ${formula.sql.number(sign * DAY)})`;
  return `(${FORMULA_DIALECTS[formula.sql.dialect.target].later(formula.said(moment), ms)})`;
}

const plus: SqlFunction = (formula, call) => {
  const [one, other] = formula.args(call) as [string, string | undefined];
  if (other === undefined) return one;
  return call.kind === 'date' ? daysLater(formula, call.args) : `(${one} + ${other})`;
};

const minus: SqlFunction = (formula, call) => {
  const [one, other] = formula.args(call) as [string, string | undefined];
  if (other === undefined) return `(0 - ${/^[A-Z]/.test(one) ? `(${one})` : one})`;
  if (call.kind === 'date') return daysLater(formula, call.args, -1);
  // A parser of Spark does not read a function or CASE behind a minus.
  if (call.args[0]!.kind !== 'date') return `(${one} - ${/^[A-Z]/.test(other) ? `(${other})` : other})`;
  return formula.number(FORMULA_DIALECTS[formula.sql.dialect.target].daysApart(other, one));
};

export const SQL_NUMBERS: Readonly<Record<string, SqlFunction>> = {
  '+': plus,
  '-': minus,
  '*': (formula, { args }) => `(${formula.said(args[0]!)} * ${formula.said(args[1]!)})`,
  '/': (formula, call) => `(${formula.value(call.args[0]!)} / ${notZero(formula, call)})`,
  '%': remainder,
  '^': power,
  mod: remainder,
  power,
  round: rounded,
  floor: ofOne((x) => `FLOOR(${x})`),
  ceil: ofOne((x) => `CEIL(${x})`),
  abs: ofOne((x) => `ABS(${x})`),
  sign: ofOne((x, formula) => formula.number(`SIGN(${x})`)),
  sqrt: ofOneOften((x) => `CASE WHEN ${x} >= 0 THEN SQRT(${x}) END`),
  log: ofOneOften((x) => `CASE WHEN ${x} > 0 THEN LN(${x}) END`),
  log10: ofOneOften(
    (x, formula) => `CASE WHEN ${x} > 0 THEN ${FORMULA_DIALECTS[formula.sql.dialect.target].log10(x)} END`,
  ),
  // What 1 + x loses of a small x is given back.
  log1p: ofOneOften(
    (x) => `CASE WHEN 1 + ${x} = 1 THEN ${x} WHEN ${x} > -1 THEN LN(1 + ${x}) * ${x} / ((1 + ${x}) - 1) END`,
  ),
  // Databases refuse what is too large or too near to 0.
  exp: ofOneOften((x) => `CASE WHEN ${x} < -745 THEN 0e0 WHEN ${x} <= 709.78 THEN EXP(${x}) END`),
  clip,
  least: outermost(0),
  greatest: outermost(1),
};
