import type { RecipeSource } from '../recipe/schema';
import type { ColumnFacts } from './column-facts';
import type { RoleGuess } from './understanding';

/** A column of a recipe that the file has under another name, probably. */
export interface ProposedName {
  /** As the recipe calls it. */
  column: string;
  /** As the file does. */
  found: string;
  /** How alike they are, 0 to 1. */
  likeness: number;
}

const LEAST = 0.5;
const SAME_ROLE = 0.9;
const OTHER_KIND = 0.6;

/**
 * For columns of the recipe that the file lacks, columns of the file that the recipe lacks: by role, then by how alike
 * their names are. Each is proposed once, the most alike first.
 */
export function matchColumns(
  source: RecipeSource,
  facts: readonly ColumnFacts[],
  guesses: readonly RoleGuess[],
): ProposedName[] {
  const there = new Set(facts.map(({ name }) => name));
  const known = new Set(source.columns.map(({ name }) => name));
  const roleOf = new Map(guesses.map(({ column, role }) => [column, role]));
  const pairs = source.columns
    .filter(({ name }) => !there.has(name))
    .flatMap(({ name: column, kind, role }) =>
      facts
        .filter(({ name }) => !known.has(name))
        .map((other): ProposedName => {
          const byName = nameLikeness(column, other.name) * (other.kind === kind ? 1 : OTHER_KIND);
          const byRole = role !== null && roleOf.get(other.name) === role ? SAME_ROLE : 0;
          return { column, found: other.name, likeness: Math.max(byName, byRole) };
        }),
    )
    .filter(({ likeness }) => likeness >= LEAST)
    .sort((a, b) => b.likeness - a.likeness);
  const taken = new Set<string>();
  return pairs.filter(({ column, found }) => {
    if (taken.has(`recipe ${column}`) || taken.has(`file ${found}`)) return false;
    taken.add(`recipe ${column}`).add(`file ${found}`);
    return true;
  });
}

/** How alike two names are, 0 to 1, whatever their case and marks: Dice's share of common pairs of letters. */
export function nameLikeness(one: string, other: string): number {
  const [a, b] = [one, other].map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
  if (a === b) return 1;
  const pairs = lettersInPairs(a!);
  const left = new Map<string, number>();
  for (const pair of pairs) left.set(pair, (left.get(pair) ?? 0) + 1);
  const others = lettersInPairs(b!);
  let common = 0;
  for (const pair of others) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    common++;
  }
  return pairs.length + others.length === 0 ? 0 : (2 * common) / (pairs.length + others.length);
}

const lettersInPairs = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
