import { adjustedRandOf } from '../stats/rand-index';

/** One way to group the customers of a table. */
export interface Grouping {
  /** One per row: 0 for none, i + 1 for the group of `names[i]`. */
  groups: Uint8Array;
  names: readonly string[];
}

/** Two ways to group the same customers, held against each other. */
export interface GroupingsCompared {
  /** Names of the groups here and there. */
  ours: readonly string[];
  theirs: readonly string[];
  /** Customers by group: one row per group there, one column per group here. */
  counts: readonly (readonly number[])[];
  /** Customers that have a group in both; only they are counted above. */
  customers: number;
  /** Customers that have a group in one alone. */
  oneOnly: number;
  /** How far the two agree beyond chance: 1 where they are the same partition, about 0 for unrelated ones. */
  rand: number;
}

/** Counts who is where in both; groups there that nobody of these customers is in are left out. */
export function compareGroupings(here: Grouping, there: Grouping): GroupingsCompared {
  const width = here.names.length + 1;
  const flat = new Float64Array((there.names.length + 1) * width);
  for (let row = 0; row < here.groups.length; row++) flat[there.groups[row]! * width + here.groups[row]!]!++;
  const all = there.names.map((name, i) => ({
    name,
    counts: Array.from(flat.subarray((i + 1) * width + 1, (i + 2) * width)),
  }));
  const used = all.filter(({ counts }) => counts.some((count) => count > 0));
  const counts = used.map((group) => group.counts);
  const customers = counts.flat().reduce((sum, count) => sum + count, 0);
  return {
    ours: here.names,
    theirs: used.map(({ name }) => name),
    counts,
    customers,
    oneOnly: here.groups.length - customers - flat[0]!,
    rand: adjustedRandOf(counts),
  };
}
