import type { Recipe } from '../../engine/index';

/** As long as a saved recipe allows. */
const LONGEST = 200;

/** The recipe under that name, under none if it is empty; null where it is called so already. */
export function withRecipeName(recipe: Recipe, name: string): Recipe | null {
  const wanted = name.trim().slice(0, LONGEST);
  if (wanted === (recipe.name ?? '')) return null;
  const { name: _before, ...rest } = recipe;
  return wanted === '' ? rest : { ...rest, name: wanted };
}

/** A recipe made anew keeps the name the one before it had. */
export const withNameOf = (recipe: Recipe, before: Recipe | null): Recipe =>
  recipe.name !== undefined || before?.name === undefined ? recipe : { ...recipe, name: before.name };

/** "orders (copy)", "orders (copy 2)" …: a name that no other work has. */
export function copyName(name: string, taken: readonly string[]): string {
  const plain = name.replace(/ \(copy(?: \d+)?\)$/, '');
  let copy = `${plain} (copy)`;
  for (let n = 2; taken.includes(copy); n++) copy = `${plain} (copy ${n})`;
  return copy;
}
