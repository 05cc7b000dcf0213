import type { Typed } from '../../../formula/typed';
import { domainSql } from '../domain';
import { dateSql, numberSql } from '../typed-text';
import { collapsedSql, trimmedSql } from '../white-space';
import { wordsSql } from '../words-of-cells';
import { firstOf } from '../sql/cases';
import { FORMULA_DIALECTS } from './sql-dialects';
import { isBlank, written, type SqlFormula, type SqlFunction } from './sql-formula';

/** As text: shortest digits, the clock where it is not midnight, yes or no. */
function words(formula: SqlFormula, of: Typed): string {
  if (of.kind === 'text' || isBlank(of)) return formula.said(of);
  const { sql } = formula;
  const cell = formula.once(formula.value(of));
  if (of.kind === 'boolean')
    return firstOf([
      [cell, `'yes'`],
      [`NOT ${cell}`, `'no'`],
    ]);
  if (of.kind !== 'date') return wordsSql(sql, cell, 'number', false);
  const midnight = `CAST(${sql.dialect.dayOf(cell)} AS ${sql.dialect.types.date})`;
  return firstOf(
    [[`${cell} = ${midnight}`, wordsSql(sql, cell, 'date', false)]],
    wordsSql(sql, cell, 'date', true),
  );
}

const joined: SqlFunction = (formula, { args }) => {
  const parts = args
    .filter((arg) => !isBlank(arg))
    .map((arg) =>
      written(arg) === undefined ? `COALESCE(${words(formula, arg)}, '')` : words(formula, arg),
    );
  return parts.length === 1 ? `NULLIF(${parts[0]!}, '')` : `NULLIF(CONCAT(${parts.join(', ')}), '')`;
};

/** A number of characters as a whole number; null where it is written out and there are none of them. */
function countOf(formula: SqlFormula, of: Typed | undefined): { count: string; some: string | null } | null {
  const value = of === undefined ? 1 : written(of);
  if (typeof value === 'number') return value < 1 ? null : { count: String(Math.trunc(value)), some: null };
  const said = formula.once(formula.value(of!));
  return { count: whole(formula, said), some: `${said} >= 1` };
}

const whole = ({ sql }: SqlFormula, number: string): string =>
  `CAST(FLOOR(${number}) AS ${sql.dialect.target === 'postgresql' ? 'integer' : sql.dialect.types.whole})`;

const end =
  (name: 'LEFT' | 'RIGHT'): SqlFunction =>
  (formula, { args }) => {
    const found = countOf(formula, args[1]);
    if (found === null) return 'NULL';
    const part = `${name}(${formula.said(args[0]!)}, ${found.count})`;
    return found.some === null ? part : `CASE WHEN ${found.some} THEN ${part} END`;
  };

const mid: SqlFunction = (formula, { args }) => {
  const found = countOf(formula, args[2]);
  if (found === null) return 'NULL';
  const from = written(args[1]);
  const said = formula.once(formula.value(args[1]!));
  const start =
    typeof from === 'number'
      ? String(Math.max(1, Math.trunc(from)))
      : whole(formula, `CASE WHEN ${said} < 1 THEN 1 ELSE ${said} END`);
  const part = `NULLIF(SUBSTR(${formula.said(args[0]!)}, ${start}, ${found.count}), '')`;
  return found.some === null ? part : `CASE WHEN ${found.some} THEN ${part} END`;
};

const replaced: SqlFunction = (formula, { args }) => {
  const [text, find, by] = args as [Typed, Typed, Typed];
  const of = formula.said(text);
  if (isBlank(find)) return of;
  const put = isBlank(by)
    ? `''`
    : written(by) === undefined
      ? `COALESCE(${formula.said(by)}, '')`
      : formula.said(by);
  const made = (from: string) => `REPLACE(${from}, ${formula.said(find)}, ${put})`;
  if (written(find) !== undefined) return `NULLIF(${made(of)}, '')`;
  const from = formula.once(of);
  return `NULLIF(COALESCE(${made(from)}, ${from}), '')`;
};

const atEnd =
  (name: 'LEFT' | 'RIGHT'): SqlFunction =>
  (formula, { args }) => {
    const part = written(args[1]);
    const said = formula.once(formula.said(args[1]!));
    const length = typeof part === 'string' ? [...part].length : `LENGTH(${said})`;
    return `(${name}(${formula.said(args[0]!)}, ${length}) = ${said})`;
  };

export const SQL_TEXT: Readonly<Record<string, SqlFunction>> = {
  '&': joined,
  concat: joined,
  to_text: (formula, { args }) => words(formula, args[0]!),
  left: end('LEFT'),
  right: end('RIGHT'),
  mid,
  length: (formula, { args }) => formula.number(`LENGTH(${formula.said(args[0]!)})`),
  upper: (formula, { args }) => `UPPER(${formula.said(args[0]!)})`,
  lower: (formula, { args }) => `LOWER(${formula.said(args[0]!)})`,
  trim: (formula, { args }) => {
    const { dialect } = formula.sql;
    return `NULLIF(${trimmedSql(dialect, collapsedSql(dialect, formula.said(args[0]!)))}, '')`;
  },
  replace: replaced,
  contains: (formula, { args }) =>
    `(${formula.sql.dialect.placeOf(formula.said(args[1]!), formula.said(args[0]!))} > 0)`,
  starts_with: atEnd('LEFT'),
  ends_with: atEnd('RIGHT'),
  split_part: (formula, { args }) => {
    const place = Math.trunc(Number(written(args[2])));
    if (place === 0) return 'NULL';
    const [text, separator] = [formula.said(args[0]!), formula.said(args[1]!)];
    return `NULLIF(${FORMULA_DIALECTS[formula.sql.dialect.target].splitPart!(text, separator, place)}, '')`;
  },
  email_domain: (formula, { args }) =>
    domainSql(formula.sql.dialect, formula.said(args[0]!), (expression) => formula.once(expression)),
  to_number: (formula, { args }) => {
    const [of, decimal] = args as [Typed, Typed | undefined];
    if (of.kind === 'number') return formula.value(of);
    const cell = formula.once(formula.said(of));
    if (of.kind === 'boolean')
      return firstOf([
        [cell, '1e0'],
        [`NOT ${cell}`, '0e0'],
      ]);
    const text = formula.once(trimmedSql(formula.sql.dialect, cell));
    return numberSql(formula.sql, text, written(decimal) === ',' ? ',' : '.');
  },
  to_date: (formula, { args }) => {
    const [of, order] = args as [Typed, Typed | undefined];
    if (of.kind === 'date') return formula.said(of);
    const text = formula.once(trimmedSql(formula.sql.dialect, formula.said(of)));
    return dateSql(formula.sql, text, (written(order) as 'ymd' | undefined) ?? 'ymd');
  },
};
