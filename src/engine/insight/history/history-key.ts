import type { Recipe } from '../../recipe/schema';
import { sameSource } from '../../recipe/step-cache';
import type { SegmentsAndMoney } from '../moves/labelled-customers';
import type { Moves } from '../moves/moves-of';
import type { MatchedCustomers } from '../moves/match-customers';
import type { History } from './history';
import type { RunToReplay } from './replayed-steps';

/** Parameters that only say what things are called. */
const WORDS: ReadonlySet<string> = new Set(['names', 'actions']);

/**
 * What a history hangs on, beside the table its recipe was given: the steps that were done and what they learnt, but not what
 * segments are called. Runs of one table with one key have one history.
 */
export function historyKey({ recipe, outcome }: Pick<RunToReplay, 'recipe' | 'outcome'>): string {
  const done = recipe.steps.filter(({ enabled }) => enabled);
  return JSON.stringify(
    done.map(({ id, op, version, params }) => [op, version, unnamed(params), outcome.used[id]]),
  );
}

const unnamed = (params: Recipe['steps'][number]['params']) =>
  Object.entries(params).filter(([name]) => !WORDS.has(name));

/** Whether recipes were given the same tables. */
export const sameTables = (
  before: Pick<RunToReplay, 'source' | 'sources'>,
  now: Pick<RunToReplay, 'source' | 'sources'>,
): boolean =>
  sameSource(before.source, now.source) &&
  before.sources.size === now.sources.size &&
  [...before.sources].every(([at, { table }]) => {
    const there = now.sources.get(at);
    return there !== undefined && sameSource(table, there.table);
  });

/** A history with the names that the run's segments have now. */
export function renamedHistory(history: History, now: SegmentsAndMoney['segments']): History {
  const names = renamed(history.names, now);
  const sides = (moves: Moves): Moves => ({
    ...moves,
    then: moves.then.map((segment, i) => ({ ...segment, name: names[i]! })),
    now: moves.now.map((segment, i) => ({ ...segment, name: names[i]! })),
  });
  return { ...history, names, moves: history.moves.map(sides), overall: sides(history.overall) };
}

/** The same of customers between two points. */
export const renamedBetween = (
  matched: MatchedCustomers,
  now: SegmentsAndMoney['segments'],
): MatchedCustomers => ({
  ...matched,
  then: { ...matched.then, names: renamed(matched.then.names, now) },
  now: { ...matched.now, names: renamed(matched.now.names, now) },
});

function renamed(names: readonly string[], now: SegmentsAndMoney['segments']): string[] {
  const called = new Map(now.map(({ id, name }) => [id, name]));
  return names.map((name, i) => called.get(i + 1) ?? name);
}
