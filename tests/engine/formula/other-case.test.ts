import { describe, expect, it } from 'vitest';
import { tryFormula } from '../../../src/engine/formula/try-formula';
import { unwatched } from '../../../src/engine/work';
import { table } from '../../support/tables';

const shop = table({
  Status: ['good', 'BAD', 'so "so"', null],
  other: ['x', 'y', 'Z', 'z'],
  n: [1, 2, 3, 4],
});
const hint = async (formula: string) => (await tryFormula(shop, { as: 'made', formula }, unwatched)).hint;

describe('a text in other capitals', () => {
  it.each([
    ['[Status] = "Good"', '"good"', '"Good"'],
    ['"Good" <> [Status]', '"good"', '"Good"'],
    ['if([n] > 1 and [Status] = "bad", 1, 2)', '"BAD"', '"bad"'],
    ['in([Status], "good", "Bad")', '"BAD"', '"Bad"'],
    ['switch([Status], "Good", 1, "BAD", 2, 0)', '"good"', '"Good"'],
    ['[Status] = "SO ""so"""', '"so ""so"""', '"SO ""so"""'],
  ])('is told of %s', async (formula, proposal, written) => {
    const found = (await hint(formula))!;
    expect(found.proposal).toBe(proposal);
    expect(formula.slice(Number(found.at), Number(found.to))).toBe(written);
  });

  it.each(['[Status] = "good"', '[Status] = "none"', '[other] = "z"', '[n] = 1', '[Status] & "Good"', '[Status] = lower("Good")', '[Status]'])(
    'is none in %s',
    async (formula) => expect(await hint(formula)).toBeNull(),
  ); // prettier-ignore
});
