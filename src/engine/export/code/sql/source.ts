import type { RecipeSource } from '../../../recipe/schema';
import type { SqlScript } from './script';

/** A column of a file as it is here: of its kind, with empty text and the marks of the file as blanks. */
export function sourceCell(
  sql: SqlScript,
  { name, kind, marks }: RecipeSource['columns'][number],
  { missing }: RecipeSource['read'],
): string {
  const typed = `CAST(${sql.names.stored(name)} AS ${sql.dialect.types[kind]})`;
  return kind === 'text' ? blankText(sql, typed, marks === 'keep' ? [] : missing) : typed;
}

function blankText(sql: SqlScript, text: string, marks: readonly string[]): string {
  if (marks.length === 0) return `NULLIF(${text}, '')`;
  const list = ['', ...marks].map((mark) => sql.text(mark)).join(', ');
  return `CASE WHEN TRIM(${text}) IN (${list}) THEN NULL ELSE ${text} END`;
}
