import type { Pieces } from '../pieces';
import { rankedOf, spearman, type Ranked } from '../stats/average-ranks';
import { risingOf } from '../stats/rising';

/** So many customers, drawn evenly, tell whether two columns put them in one order; fewer than the second tell nothing. */
const DRAWN = 400;
const FEWEST = 30;
/** Spearman's ρ from which two columns are one thing on two scales: a value and its logarithm, rounded or not. */
const ONE_ORDER = 0.999;

interface NamedNumbers {
  column: string;
  values: Float64Array;
}

/**
 * By column, the one before it that puts the customers in the same order (or the other way round), so that all that is
 * told of it has been told: a value beside its logarithm or its scaled copy. `others` are held against `columns` alone.
 * **Blanks**: rows that lack either are passed over.
 */
export function* repeatsAmong(
  columns: readonly NamedNumbers[],
  others: readonly NamedNumbers[] = [],
): Pieces<ReadonlyMap<string, string>> {
  const told: { column: string; ranked: Ranked }[] = [];
  const repeats = new Map<string, string>();
  for (const { column, values } of columns) {
    const ranked = drawn(values);
    const first = told.find((one) => isOneOrder(one.ranked, ranked));
    if (first) repeats.set(column, first.column);
    else told.push({ column, ranked });
    yield;
  }
  for (const { column, values } of others) {
    const ranked = drawn(values);
    const first = told.find((one) => isOneOrder(one.ranked, ranked));
    if (first) repeats.set(column, first.column);
    yield;
  }
  return repeats;
}

function drawn(values: Float64Array): Ranked {
  const count = Math.min(values.length, DRAWN);
  const some = Float64Array.from(
    { length: count },
    (_, i) => values[Math.floor((i * values.length) / count)]!,
  );
  return rankedOf(risingOf(some), count);
}

function isOneOrder(one: Ranked, other: Ranked): boolean {
  const found = spearman(one, other);
  return found !== null && found.rows >= FEWEST && Math.abs(found.value) >= ONE_ORDER;
}
