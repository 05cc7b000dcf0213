import type { RecipeSource } from '../../../recipe/schema';
import type { SqlScript } from './script';

/** What the table must hold, and how the file gets there where the database reads such a file itself. */
export function loadingOf(sql: SqlScript, source: RecipeSource): string[] {
  const { dialect, names } = sql;
  const table = sql.source.table
    .split('.')
    .map((part) => dialect.quoted(part))
    .join('.');
  const columns = source.columns.map(({ name, kind }) => `${names.stored(name)} ${dialect.types[kind]}`);
  const create = [
    `CREATE TABLE ${table} (`,
    ...columns.map((column, at) => `  ${column}${at === columns.length - 1 ? '' : ','}`),
    ');',
  ];
  return [`It reads the table ${table}, which has at least these columns:`, ...create];
}
