import type { RecipeStep } from '../../recipe/schema';

const LONGEST = 400;

/** The text as a pattern that means nothing but itself. */
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The step that writes one text in the place of some others, where a cell says nothing else; null if they are too long. */
export function writeInstead(
  column: string,
  texts: readonly string[],
  into: string,
): Pick<RecipeStep, 'op' | 'params'> | null {
  const find = texts.map(literal).join('|');
  if (find.length > LONGEST) return null;
  // A pattern's `$` would mean what it found.
  if (into.includes('$')) return null;
  const params = { columns: [column], find, with: into, as: 'pattern', where: 'whole' };
  return { op: 'replace-text', params };
}
