import { momentText } from '../../../steps/parts/calendar';
import type { Typed, TypedCall } from '../../../formula/typed';
import type { Kind } from '../../../table/columns';
import { SqlParts } from '../sql/parts';
import type { SqlScript } from '../sql/script';
import { SQL_COLUMNS } from './sql-columns';
import { SQL_CONDITIONS } from './sql-conditions';
import { SQL_DATES } from './sql-dates';
import { SQL_NUMBERS } from './sql-numbers';
import { SQL_TEXT } from './sql-text';

/** A function as an expression of SQL. */
export type SqlFunction = (formula: SqlFormula, call: TypedCall) => string;

/** How each function and operator is said; one that is not here cannot be. */
export const SQL_FUNCTIONS: Readonly<Record<string, SqlFunction>> = {
  ...SQL_NUMBERS,
  ...SQL_CONDITIONS,
  ...SQL_TEXT,
  ...SQL_DATES,
  ...SQL_COLUMNS,
};

const WINDOW = ' OVER (';

/** One formula in SQL. What an expression needs twice, or a window needs of another window, is a column of a part before. */
export class SqlFormula {
  readonly #parts: SqlParts;

  constructor(
    readonly sql: SqlScript,
    /** Kinds by column. */
    readonly kinds: ReadonlyMap<string, Kind>,
  ) {
    this.#parts = new SqlParts(sql);
  }

  /** The expression. A number that is written out keeps its fraction where it could be taken for a whole one. */
  said(of: Typed): string {
    if (of.type === 'column') return this.sql.ref(of.name);
    if (of.type === 'call') return SQL_FUNCTIONS[of.fn.name]!(this, of);
    const { value } = of;
    if (value === null) return 'NULL';
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    if (typeof value === 'string') return this.sql.text(value);
    return of.kind === 'date' ? this.#moment(value) : this.sql.number(value);
  }

  /** The same as a value of its own: a whole number is written so that no database counts without fractions. */
  value(of: Typed): string {
    const text = this.said(of);
    return of.type === 'constant' && of.kind === 'number' && /^\(?-?\d+\)?$/.test(text)
      ? text.replace(/(\d)(?!.*\d)/, '$1e0')
      : text;
  }

  /** All arguments of a call. */
  args({ args }: TypedCall): string[] {
    return args.map((arg) => this.said(arg));
  }

  /** An expression that may stand several times: a name or a literal, else a column of a part before. */
  once(expression: string): string {
    if (/^("[^"()]*"|`[^`()]*`|'[^'()]*'|[\w.]+|\(-[\d.e+-]+\))$/.test(expression)) return expression;
    return this.#parts.column(expression);
  }

  /** What a window may look at, or stand among conditions: without a window of its own. */
  flat(expression: string): string {
    return expression.includes(WINDOW) ? this.once(expression) : expression;
  }

  /** What parts rows into groups; BigQuery takes no number with a fraction for that. */
  part(expression: string, kind: Kind | 'blank' | undefined): string {
    const { target, types } = this.sql.dialect;
    return target === 'bigquery' && kind === 'number' ? `CAST(${expression} AS ${types.text})` : expression;
  }

  /** As a 64-bit number. */
  number(expression: string): string {
    const type = this.sql.dialect.types.number;
    return isCast(expression, type) ? expression : `CAST(${expression} AS ${type})`;
  }

  /** Writes the parts before. Whether there are any: their columns are to be left behind. */
  writeParts(): boolean {
    const { sql } = this;
    const { selects } = this.#parts;
    for (const { lines, suffix } of selects)
      sql.part([...lines, `FROM ${sql.from}`], sql.columns, suffix, 'always');
    return selects.length > 0;
  }

  #moment(ms: number): string {
    const text = momentText(ms);
    const { dialect } = this.sql;
    return text.includes(' ') ? dialect.momentFrom(this.sql.text(text)) : dialect.moment(text);
  }
}

/** Whether all of the expression is a cast to that type. */
function isCast(expression: string, type: string): boolean {
  if (!expression.startsWith('CAST(') || !expression.endsWith(` AS ${type})`)) return false;
  let depth = 0;
  return [...expression].every((sign, at) => {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    return depth > 0 || at < 4 || at === expression.length - 1;
  });
}

/** Whether an expression is without a value. */
export const isBlank = (of: Typed): boolean => of.type === 'constant' && of.value === null;

/** The value of an argument that is written out; undefined where it is not, or not there. */
export const written = (of: Typed | undefined): string | number | boolean | null | undefined =>
  of?.type === 'constant' ? of.value : undefined;
