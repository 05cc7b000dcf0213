const QUOTED = /"[^"]*"|'[^']*'|`[^`]*`/g;

/** An expression without parentheses that hold all of it. */
export function outer(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')') || text.includes('\\')) return text;
  const bare = text.replace(QUOTED, (quoted) => '_'.repeat(quoted.length));
  let depth = 0;
  for (let at = 0; at < bare.length - 1; at++) {
    if (bare[at] === '(') depth++;
    if (bare[at] === ')') depth--;
    if (depth === 0) return text;
  }
  return text.slice(1, -1);
}
