import type { Dialect } from './sql/dialect';

/** White space as JavaScript knows it, as the inside of a class of a pattern. */
export const WHITE =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** The same as it is written in Python. */
export const WHITE_PYTHON =
  '[ \\t\\n\\x0b\\f\\r\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]';

/** Without white space at the ends. */
export const trimmedSql = (dialect: Dialect, text: string): string =>
  dialect.replaced(text, `^[${WHITE}]+|[${WHITE}]+$`, "''");

/** Runs of white space as one blank. */
export const collapsedSql = (dialect: Dialect, text: string): string =>
  dialect.replaced(text, `[${WHITE}]+`, "' '");

/** Small letters, single blanks, none at the ends. */
export const looseSql = (dialect: Dialect, text: string): string =>
  `LOWER(${trimmedSql(dialect, collapsedSql(dialect, text))})`;

export const LOOSE_PYTHON = `.str.replace(r"${WHITE_PYTHON}+", " ", regex=True).str.strip(" ").str.lower()`;
