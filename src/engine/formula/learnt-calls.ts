import type { ColumnTable } from 'arquero';
import type { Work } from '../work';
import { Evaluation } from './evaluate';
import type { Typed, TypedCall } from './typed';

/**
 * Functions of a whole column whose value is learnt and kept for other data: what is usual there (mean, median, spread,
 * limits), without groups. Those inside others come first.
 */
export function learntCalls(of: Typed): TypedCall[] {
  if (of.type !== 'call') return [];
  const inner = of.args.flatMap(learntCalls);
  const own = 'summary' in of.fn.way && of.fn.way.learnt && of.over.length === 0;
  return own ? [...inner, of] : inner;
}

/** What they give on a table, in that order. */
export async function learnAll(
  of: Typed,
  table: ColumnTable,
  work: Work,
): Promise<Map<TypedCall, number | null>> {
  const learnt = new Map<TypedCall, number | null>();
  for (const call of learntCalls(of))
    learnt.set(call, await new Evaluation(table, learnt, work).single(call));
  return learnt;
}
