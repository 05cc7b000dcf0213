import type { ColumnContract } from '../recipe/contract';
import type { RecipeSource } from '../recipe/schema';
import { plainName } from '../steps/append/plain-name';
import type { ColumnFacts } from './column-facts';
import type { RoleGuess } from './understanding';
import { valueLikeness } from './value-likeness';

/**
 * Why a column may stand for another: their names differ only in how they are written; they mean the same; their names
 * are alike; their values are; or names and values together.
 */
export type MatchReason = 'same-name' | 'role' | 'name' | 'values' | 'name-and-values';

/** A column of a recipe that the file has under another name, probably. */
export interface ProposedName {
  /** As the recipe calls it. */
  column: string;
  /** As the file does. */
  found: string;
  /** How alike they are, 0 to 1. */
  likeness: number;
  reason: MatchReason;
}

const LEAST = 0.5;
const SAME_ROLE = 0.9;
const OTHER_KIND = 0.6;
/** The same categories under quite another name are the same column, if most of them are. */
const SAME_TEXTS = 0.6;
/** Many columns lie in the same range: a name has to speak for it too. */
const LEAST_NAME = 0.25;

/**
 * For columns of the recipe that the file lacks, columns of the file that the recipe lacks: by name, then by role, then
 * by how alike their names, kinds and values are. Each is proposed once, the most alike first.
 */
export function matchColumns(
  source: RecipeSource,
  facts: readonly ColumnFacts[],
  guesses: readonly RoleGuess[],
): ProposedName[] {
  const there = new Set(facts.map(({ name }) => name));
  const known = new Set(source.columns.map(({ name }) => name));
  const roleOf = new Map(guesses.map(({ column, role }) => [column, role]));
  const remembered = new Map(source.contract?.columns.map((one) => [one.name, one]));
  const spare = facts.filter(({ name }) => !known.has(name));
  const pairs = source.columns
    .filter(({ name }) => !there.has(name))
    .flatMap((column) => spare.map((is) => likenessOf(column, remembered.get(column.name), is, roleOf)))
    .filter(({ likeness }) => likeness >= LEAST)
    .sort((a, b) => b.likeness - a.likeness);
  const taken = new Set<string>();
  return pairs.filter(({ column, found }) => {
    if (taken.has(`recipe ${column}`) || taken.has(`file ${found}`)) return false;
    taken.add(`recipe ${column}`).add(`file ${found}`);
    return true;
  });
}

function likenessOf(
  { name, kind, role }: RecipeSource['columns'][number],
  was: ColumnContract | undefined,
  is: ColumnFacts,
  roleOf: ReadonlyMap<string, RoleGuess['role']>,
): ProposedName {
  const sameKind = is.kind === kind;
  const byName = nameLikeness(name, is.name) * (sameKind ? 1 : OTHER_KIND);
  const { categories, range } = sameKind ? valueLikeness(was, is) : { categories: null, range: null };
  const reasons: [MatchReason, number][] = [
    ['same-name', sameKind && plainName(name) === plainName(is.name) ? 1 : 0],
    ['role', role !== null && roleOf.get(is.name) === role ? SAME_ROLE : 0],
    ['name', byName],
    // Below what a role says, whatever the values are.
    ['values', categories !== null && categories >= SAME_TEXTS ? categories * 0.85 : 0],
    ['name-and-values', byName >= LEAST_NAME ? (byName + (range ?? categories ?? 0)) / 2 : 0],
  ];
  const [reason, likeness] = reasons.reduce((best, one) => (one[1] > best[1] ? one : best));
  return { column: name, found: is.name, likeness, reason };
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
