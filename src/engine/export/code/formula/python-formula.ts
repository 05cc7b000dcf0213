import { momentText } from '../../../steps/parts/calendar';
import type { Typed, TypedCall } from '../../../formula/typed';
import { kindOf } from '../../../formula/check';
import type { PythonScript } from '../python/script';
import { outer } from './outer';
import { PYTHON_COLUMNS } from './python-columns';
import { PYTHON_CONDITIONS } from './python-conditions';
import { PYTHON_NUMBERS } from './python-numbers';
import { PYTHON_TEXT } from './python-text';

/** A function as an expression of Python. */
export type PythonFunction = (formula: PythonFormula, call: TypedCall) => string;

/** How each function and operator is said; one that is not here cannot be. */
export const PYTHON_FUNCTIONS: Readonly<Record<string, PythonFunction>> = {
  ...PYTHON_NUMBERS,
  ...PYTHON_CONDITIONS,
  ...PYTHON_TEXT,
  ...PYTHON_COLUMNS,
};

/** One formula in Python: columns of pandas, and values that are written out. */
export class PythonFormula {
  constructor(readonly python: PythonScript) {}

  said(of: Typed): string {
    if (of.type === 'call') return PYTHON_FUNCTIONS[of.fn.name]!(this, of);
    if (of.type === 'column') {
      const column = this.python.column(of.name);
      return of.kind === 'boolean' ? `${column}.astype("boolean")` : column;
    }
    const { value } = of;
    if (value === null)
      return of.kind === 'text'
        ? 'np.nan'
        : ({ date: 'pd.NaT', boolean: 'pd.NA' }[of.kind as string] ?? 'np.nan');
    if (typeof value === 'boolean') return value ? 'True' : 'False';
    if (typeof value === 'string') return this.python.text(value);
    return of.kind === 'date' ? `pd.Timestamp(${this.python.text(momentText(value))})` : this.number(value);
  }

  number(value: number): string {
    return value < 0 ? `(${this.python.number(value)})` : this.python.number(value);
  }

  /** As a column, whether it hangs on one or not. */
  column(of: Typed): string {
    if (of.type !== 'constant') return this.said(of);
    const types = { number: 'float', text: 'object', date: '"datetime64[ns]"', boolean: '"boolean"' };
    return `pd.Series(${this.said(of)}, index=table.index, dtype=${types[kindOf(of)]})`;
  }

  /** All arguments of a call. */
  args({ args }: TypedCall): string[] {
    return args.map((arg) => this.said(arg));
  }

  /** A function of Python done row by row. */
  each(call: TypedCall, what: string, args = this.args(call)): string {
    this.python.use('each_row');
    return ofKind(`each_row(${[what, ...args].join(', ')})`, call);
  }
}

/** An expression of cells of any type as one of its own. */
export function ofKind(expression: string, { kind }: Pick<TypedCall, 'kind'>): string {
  if (kind === 'number') return `${expression}.astype(float)`;
  if (kind === 'boolean') return `${expression}.astype("boolean")`;
  return kind === 'date' ? `pd.to_datetime(${expression})` : expression;
}

/** Lines that give a column the values of a formula. */
export function columnPython(python: PythonScript, as: string, of: Typed): void {
  const formula = new PythonFormula(python);
  const to = python.column(as);
  python.line(`${to} = ${outer(formula.column(of))}`);
  if (of.kind === 'number' && of.type === 'call') python.line(`${to} = ${to}.where(np.isfinite(${to}))`);
}
