import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Params } from '../../../src/engine/steps/merge-customers/params';
import { proposePairs } from '../../../src/engine/steps/merge-customers/propose';
import { unwatched } from '../../../src/engine/work';
import { table } from '../../support/tables';

type Cells = Record<string, (string | null)[]>;
/** 300 people, 110 of them in the list more than once with errors: see make.py beside it. */
const LIST = JSON.parse(
  readFileSync(new URL('../../expectations/merge-customers/customers.json', import.meta.url), 'utf8'),
) as Cells & { who: number[] };
const { who, ...cells } = LIST;

const pairsOf = (is: readonly number[]) =>
  is.flatMap((person, a) =>
    is.slice(a + 1).flatMap((other, i) => (person === other ? [[a, a + 1 + i]] : [])),
  );

/** How many of the pairs of at least this score are one person's, and how many of those there are were found. */
async function judged(by: Partial<Params>, score: number) {
  const params = { key: 'id', keep: 'first', ...by } as const;
  const { pairs } = await proposePairs(table(cells), params, () => true, unwatched);
  const taken = pairs.filter((pair) => pair.score >= score);
  const right = taken.filter(({ a, b }) => who[a] === who[b]).length;
  return { precision: right / taken.length, recall: right / pairsOf(who).length };
}

describe('customers who stand in a list several times', () => {
  const name = ['first', 'last'];
  const all = { email: 'mail', phone: 'phone', name };

  // Couples with one number and people of one name are among the proposals: a person is to say.
  it.each([
    ['are all among the pairs proposed', all, 0.7, { precision: 0.6, recall: 0.99 }],
    [
      'are nearly all, and little else, from the score the form has at first',
      all,
      0.95,
      { precision: 0.97, recall: 0.88 },
    ],
    ['are told for certain by an address', all, 1, { precision: 1, recall: 0.65 }],
    [
      'are told by number or name within a place',
      { ...all, within: ['postcode', 'town'] },
      0.9,
      { precision: 0.88, recall: 0.95 },
    ],
    [
      'are told by name within a postal code, but for those who moved',
      { name, within: ['postcode'] },
      0.7,
      { precision: 0.99, recall: 0.6 },
    ],
  ])('%s', async (_what, by, score, least) => {
    const { precision, recall } = await judged(by, score);
    expect(precision).toBeGreaterThanOrEqual(least.precision);
    expect(recall).toBeGreaterThanOrEqual(least.recall);
  });
});
