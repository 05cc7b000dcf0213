import type { Typed } from '../../../formula/typed';
import { firstOf } from '../sql/cases';
import { isBlank, written, type SqlFormula, type SqlFunction } from './sql-formula';

/** Texts are in the order of their characters' codes. */
const comparison =
  (sign: string): SqlFunction =>
  (formula, { args }) => {
    const [one, other] = args.map((arg) => formula.said(arg)) as [string, string];
    const ordered = args[0]!.kind === 'text' && sign !== '=' && sign !== '<>';
    return `(${one} ${sign} ${other}${ordered ? formula.sql.dialect.compared : ''})`;
  };

const joined =
  (word: 'AND' | 'OR'): SqlFunction =>
  (formula, call) =>
    `(${formula.args(call).join(` ${word} `)})`;

/** Conditions and values in turn; the last one alone is for the rest. */
const chosen = (formula: SqlFormula, args: readonly Typed[]): string => {
  const cases: [string, string][] = [];
  for (let at = 0; at + 1 < args.length; at += 2)
    cases.push([formula.said(args[at]!), formula.value(args[at + 1]!)]);
  const last = args.length % 2 === 1 ? args.at(-1)! : undefined;
  return firstOf(cases, last && !isBlank(last) ? formula.value(last) : undefined);
};

const switched: SqlFunction = (formula, { args }) => {
  const [of, ...rest] = args;
  const value = formula.once(formula.value(of!));
  const cases: [string, string][] = [];
  for (let at = 0; at + 1 < rest.length; at += 2)
    cases.push([`${value} = ${formula.said(rest[at]!)}`, formula.value(rest[at + 1]!)]);
  const last = rest.length % 2 === 1 ? rest.at(-1)! : undefined;
  return firstOf(cases, last && !isBlank(last) ? formula.value(last) : undefined);
};

const between: SqlFunction = (formula, { args }) => {
  const order = args[0]!.kind === 'text' ? formula.sql.dialect.compared : '';
  const open = args.slice(1).some((arg) => written(arg) === undefined);
  const [x, low, high] = args.map((arg) => (open ? formula.once(formula.said(arg)) : formula.said(arg)));
  const is = `${x}${order} BETWEEN ${low} AND ${high}`;
  if (!open) return `(${is})`;
  return `CASE WHEN ${x} IS NOT NULL AND ${low} IS NOT NULL AND ${high} IS NOT NULL THEN ${is} END`;
};

/** Conditions, and what is said of blanks. */
export const SQL_CONDITIONS: Readonly<Record<string, SqlFunction>> = {
  ...Object.fromEntries(['=', '<>', '<', '<=', '>', '>='].map((sign) => [sign, comparison(sign)])),
  and: joined('AND'),
  or: joined('OR'),
  not: (formula, { args }) => `(NOT ${formula.said(args[0]!)})`,
  if: (formula, { args }) => chosen(formula, args),
  case: (formula, { args }) => chosen(formula, args),
  switch: switched,
  in: (formula, { args }) => {
    const [of, ...others] = args.map((arg) => formula.said(arg));
    return `(${of} IN (${others.join(', ')}))`;
  },
  between,
  coalesce: (formula, { args }) =>
    `COALESCE(${args
      .filter((arg) => !isBlank(arg))
      .map((arg) => formula.value(arg))
      .join(', ')})`,
  is_blank: (formula, { args }) => `(${formula.said(args[0]!)} IS NULL)`,
  blank_if: (formula, { args }) =>
    isBlank(args[1]!)
      ? formula.value(args[0]!)
      : `NULLIF(${formula.value(args[0]!)}, ${formula.value(args[1]!)})`,
};
