import type { Dialect } from './sql/dialect';
import { trimmedSql } from './white-space';

/** What stands behind the @ of the last word. `once` gives an expression that may stand several times. */
export function domainSql(dialect: Dialect, text: string, once: (expression: string) => string): string {
  const word = once(dialect.replaced(trimmedSql(dialect, text), '^.*[ \t\n\r\u00a0]', `''`));
  const bare = dialect.replaced(word, '^[^@]*@|>$', `''`);
  return `CASE WHEN ${dialect.isLike(word, '[^@]+@[^@<>]+[.][^@<>.]+>?')} THEN LOWER(${bare}) END`;
}
