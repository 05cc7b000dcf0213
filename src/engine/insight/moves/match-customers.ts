import { keysOf, type KeyMatching } from '../../steps/join/keys-of';
import { matchKeys } from '../../steps/join/match-keys';
import { MISSING } from '../../table/columns';
import type { Work } from '../../work';
import type { LabelledCustomers } from './labelled-customers';

/** The same customers, then and now. */
export interface MatchedCustomers {
  then: LabelledCustomers;
  now: LabelledCustomers;
  /** For each row of `now` that customer's row in `then`, or MISSING for a new one. */
  before: Uint32Array;
  /** Rows of `then` whose customers are gone, rising. */
  gone: Uint32Array;
}

/**
 * Finds the customers of then among those of now, by their keys as they are written; where not one is found so, by keys that
 * differ in case, in blanks at their ends or in a `.0` behind a whole number. Rows without a key are nobody, and of several
 * rows with one key the first counts.
 * @throws Stopped
 */
export async function matchCustomers(
  then: LabelledCustomers,
  now: LabelledCustomers,
  work: Work,
): Promise<MatchedCustomers> {
  const exact = await matched(then, now, 'exact', work);
  return exact.found > 0 ? exact : matched(then, now, 'alike', work);
}

async function matched(
  then: LabelledCustomers,
  now: LabelledCustomers,
  matching: KeyMatching,
  work: Work,
): Promise<MatchedCustomers & { found: number }> {
  const [earlier, later] = [
    await keysOf(then.customers, matching, work),
    await keysOf(now.customers, matching, work),
  ];
  const { rightOf } = matchKeys(later, earlier);
  const before = new Uint32Array(now.customers.length).fill(NOBODY);
  const isGone = new Uint8Array(earlier.texts.length).fill(1);
  let found = 0;
  later.firstRows.forEach((row, key) => {
    const other = rightOf[key]!;
    before[row] = other === MISSING ? MISSING : earlier.firstRows[other]!;
    if (other === MISSING) return;
    isGone[other] = 0;
    found++;
  });
  const gone = Uint32Array.from(earlier.firstRows.filter((_, key) => isGone[key]));
  return { then, now, before, gone, found };
}

/** Stands in `before` for rows that are no customer of their own. */
export const NOBODY = MISSING - 1;
