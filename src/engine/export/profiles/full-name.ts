/**
 * The first names or the last name of a full name: the last word is the last name, or all before a comma. A single
 * word is a last name.
 */
export function partOfName(name: string, part: 'first' | 'last'): string {
  const plain = name.trim();
  const comma = plain.indexOf(',');
  if (comma > 0) return (part === 'last' ? plain.slice(0, comma) : plain.slice(comma + 1)).trim();
  const blank = Math.max(plain.lastIndexOf(' '), plain.lastIndexOf('\u00a0'));
  return (part === 'last' ? plain.slice(blank + 1) : plain.slice(0, Math.max(blank, 0))).trim();
}
