import type { Typed, TypedCall } from '../../../formula/typed';
import { ofKind, type PythonFormula, type PythonFunction } from './python-formula';
import { written } from './sql-formula';

const SIGNS: Readonly<Record<string, string>> = {
  '=': '==',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** A comparison, blank where one of the two is. Of two values that are written out only whether they are equal is asked. */
function compared(formula: PythonFormula, sign: string, one: Typed, other: Typed): string {
  const values = [written(one), written(other)];
  if (values.includes(null)) return 'pd.Series(pd.NA, index=table.index, dtype="boolean")';
  if (!values.includes(undefined)) return (values[0] === values[1]) === (sign === '=') ? 'True' : 'False';
  const [a, b] = [formula.said(one), formula.said(other)];
  if (one.kind === 'text' && sign !== '=' && sign !== '<>') {
    formula.python.use('each_row');
    return `each_row(lambda one, other: one ${SIGNS[sign]!} other, ${a}, ${b}).astype("boolean")`;
  }
  const about = [one, other].filter((of) => written(of) === undefined).map((of) => formula.said(of));
  return `${formula.python.use('answered')}(${a} ${SIGNS[sign]!} ${b}, ${about.join(', ')})`;
}

/** Conditions and values in turn; the last one alone is for the rest. */
function chosen(
  formula: PythonFormula,
  call: TypedCall,
  cases: [string, Typed][],
  last: Typed | undefined,
): string {
  const pairs = cases.map(([condition, value]) => `(${condition}, ${formula.said(value)})`);
  const rest = last === undefined || written(last) === null ? [] : [formula.said(last)];
  const list = [`table`, `[${pairs.join(', ')}]`, ...rest].join(', ');
  return ofKind(`${formula.python.use('chosen')}(${list})`, call);
}

const inTurn: PythonFunction = (formula, call) => {
  const { args } = call;
  const cases: [string, Typed][] = [];
  for (let at = 0; at + 1 < args.length; at += 2) cases.push([formula.said(args[at]!), args[at + 1]!]);
  return chosen(formula, call, cases, args.length % 2 === 1 ? args.at(-1) : undefined);
};

const switched: PythonFunction = (formula, call) => {
  const [of, ...rest] = call.args;
  const cases: [string, Typed][] = [];
  for (let at = 0; at + 1 < rest.length; at += 2)
    if (written(rest[at]) !== null) cases.push([compared(formula, '=', of!, rest[at]!), rest[at + 1]!]);
  return chosen(formula, call, cases, rest.length % 2 === 1 ? rest.at(-1) : undefined);
};

const oneOf: PythonFunction = (formula, { args }) => {
  const [of, ...others] = args;
  return `(${others.map((other) => (written(other) === null ? 'pd.NA' : compared(formula, '=', of!, other))).join(' | ')})`;
};

const logic =
  (sign: '&' | '|'): PythonFunction =>
  (formula, { args }) =>
    `(${args.map((arg) => formula.column(arg)).join(` ${sign} `)})`;

/** Conditions, and what is said of blanks. */
export const PYTHON_CONDITIONS: Readonly<Record<string, PythonFunction>> = {
  ...Object.fromEntries(
    Object.keys(SIGNS).map((sign): [string, PythonFunction] => [
      sign,
      (formula, { args }) => compared(formula, sign, args[0]!, args[1]!),
    ]),
  ),
  and: logic('&'),
  or: logic('|'),
  not: (formula, { args }) => `(~${formula.said(args[0]!)})`,
  if: inTurn,
  case: inTurn,
  switch: switched,
  in: oneOf,
  between: (formula, call) => formula.each(call, 'lambda x, low, high: low <= x <= high'),
  coalesce: (formula, call) => {
    const [first, ...others] = call.args.filter((arg) => written(arg) !== null);
    return `${formula.column(first!)}${others.map((arg) => `.fillna(${formula.said(arg)})`).join('')}`;
  },
  is_blank: (formula, { args }) => `${formula.column(args[0]!)}.isna().astype("boolean")`,
  blank_if: (formula, { args }) => {
    const [of, unwanted] = args as [Typed, Typed];
    if (written(unwanted) === null) return formula.column(of);
    const equal = compared(formula, '=', of, unwanted);
    return `${formula.column(of)}.mask(${equal}.fillna(False).astype(bool))`;
  },
};
