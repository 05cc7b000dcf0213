import type { RecipeSource } from '../../../recipe/schema';
import type { SqlScript } from './script';

/** What the tables must hold. */
export function loadingOf(sql: SqlScript, sources: readonly RecipeSource[]): string[] {
  const tables = [{ at: 0, table: sql.table }, ...sql.others];
  return tables.flatMap(({ at, table }) => [
    `It reads the table ${table}, which has at least these columns:`,
    ...created(sql, table, sources[at]!),
  ]);
}

function created({ dialect, names }: SqlScript, table: string, source: RecipeSource): string[] {
  const columns = source.columns.map(({ name, kind }) => `${names.stored(name)} ${dialect.types[kind]}`);
  return [
    `CREATE TABLE ${table} (`,
    ...columns.map((column, at) => `  ${column}${at === columns.length - 1 ? '' : ','}`),
    ');',
  ];
}
