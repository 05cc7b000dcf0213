import type { ColumnTable } from 'arquero';
import type { Work } from '../../work';
import { associations, MOST_LOOKS, type Association, type Associations } from './associations';
import { rowsIn } from './pair/pair-by-group';
import type { Category } from './pair/pair-view';
import { BEYOND_CHANCE } from './thresholds';

/** Pairs that are told. */
const MOST_PAIRS = 12;
/** Groups of fewer rows say too little of how two columns go together. */
export const FEWEST_ROWS = 30;
/** Less is not worth telling, however sure it is. */
const LEAST = 0.1;
/** A 95 % interval is so many standard errors wide. */
const WIDE = 3.92;

/** How columns go together in each group by itself. */
export interface TogetherByGroup {
  /** Those with 30 rows and more; level null is all other values together, last. */
  groups: readonly { level: string | null; rows: number }[];
  /** Pairs in which groups differ beyond chance, the most different first; then those that go together most. */
  pairs: readonly {
    all: Association;
    /** In the order of the groups. */
    groups: readonly Association[];
    /** The places of the highest and the lowest group, where they differ by 0.1 and by five standard errors; null where they do not. */
    apart: { most: number; least: number } | null;
  }[];
}

/**
 * The association of each two columns over the rows of each group; the twelve pairs in which groups differ most.
 * @param all how they go together in all rows
 * @throws EngineError `missing-column`, Stopped
 */
export async function togetherByGroup(
  table: ColumnTable,
  all: Associations,
  { name: by, codes, levels }: Category,
  work: Work,
): Promise<TogetherByGroup> {
  // Within one of its values a column says nothing.
  const names = all.columns.map(({ name }) => name).filter((name) => name !== by);
  const looks = MOST_LOOKS / Math.max(1, levels.length);
  const found: { level: string | null; rows: number; of: ReadonlyMap<string, Association> }[] = [];
  for (const [at, level] of levels.entries()) {
    const among = rowsIn(codes, at);
    if (among.length < FEWEST_ROWS) continue;
    const { pairs } = await associations(table, names, work, { among, looks });
    found.push({ level, rows: among.length, of: new Map(pairs.map((pair) => [keyOf(pair), pair])) });
  }
  const pairs = all.pairs.filter(({ a, b }) => a !== by && b !== by);
  const told = pairs.map((pair) => {
    const groups = found.map(({ of }) => ({ ...of.get(keyOf(pair))!, a: pair.a, b: pair.b }));
    return { all: pair, groups, ...differenceOf(groups) };
  });
  told.sort(
    (one, other) =>
      other.difference - one.difference || Math.abs(other.all.value ?? 0) - Math.abs(one.all.value ?? 0),
  );
  return {
    groups: found.map(({ level, rows }) => ({ level, rows })),
    pairs: told.slice(0, MOST_PAIRS).map(({ difference: _, ...pair }) => pair),
  };
}

const keyOf = ({ a, b }: Association): string => JSON.stringify([a, b].sort());

/** How far the highest and the lowest group lie apart, where that is beyond chance. */
export function differenceOf(groups: readonly Association[]) {
  const sure = groups.flatMap(({ value, low, high }, at) =>
    value === null || low === null || high === null ? [] : [{ at, value, error: (high - low) / WIDE }],
  );
  sure.sort((one, other) => one.value - other.value);
  const [least, most] = [sure[0], sure.at(-1)];
  if (!least || !most) return { difference: 0, apart: null };
  const difference = most.value - least.value;
  const clear = difference >= LEAST && difference > BEYOND_CHANCE * Math.hypot(most.error, least.error);
  return clear ? { difference, apart: { most: most.at, least: least.at } } : { difference: 0, apart: null };
}
