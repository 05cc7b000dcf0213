import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../../src/engine/insight/spellings/edit-distance';
import { evidenceOf, findSpellings } from '../../../../src/engine/insight/spellings/find-spellings';
import { fingerprint, ngramFingerprint } from '../../../../src/engine/insight/spellings/fingerprint';
import { editsFor, nearPairs } from '../../../../src/engine/insight/spellings/near-pairs';
import { unwatched } from '../../../../src/engine/work';
import { table } from '../../../support/tables';
import { refusal } from '../../steps/apply';

const found = async (counts: Record<string, number>) => {
  const cells = Object.entries(counts).flatMap(([text, rows]) => Array<string>(rows).fill(text));
  return findSpellings(table({ t: cells }), 't', unwatched);
};

describe('fingerprint', () => {
  // https://openrefine.org/docs/technical-reference/clustering-in-depth
  it('takes words in any order, case and accents for one, as OpenRefine says', () => {
    expect(fingerprint(' Cruise, Tom ')).toBe('cruise tom');
    expect(fingerprint('Tom  Cruise')).toBe('cruise tom');
    expect(fingerprint('gödel')).toBe(fingerprint('godél'));
    expect(ngramFingerprint('Paris', 2)).toBe('arispari');
    expect(ngramFingerprint('Paris', 1)).toBe('aiprs');
    const names = ['Krzysztof', 'Kryzysztof', 'Krzystof'].map((name) => ngramFingerprint(name, 1));
    expect(new Set(names).size).toBe(1);
  });
});

describe('editDistance', () => {
  // Wikipedia, Levenshtein distance; Rosetta Code; Damerau–Levenshtein: optimal string alignment of CA and ABC is 3.
  it.each([
    ['kitten', 'sitting', 3],
    ['saturday', 'sunday', 3],
    ['rosettacode', 'raisethysword', 8],
    ['flaw', 'lawn', 2],
    ['john', 'jhon', 1],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
    ['same', 'same', 0],
  ])('is what is published: %s, %s', (one, other, edits) => {
    expect(editDistance(one, other, 20)).toBe(edits);
    expect(editDistance(other, one, 20)).toBe(edits);
    expect(editDistance(one, other, Math.max(0, edits - 1))).toBe(edits === 0 ? 0 : edits);
  });

  it('stops early without another answer', () => {
    const word = fc
      .array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(word, word, fc.nat(3), (one, other, most) => {
        expect(editDistance(one, other, most)).toBe(Math.min(editDistance(one, other, 20), most + 1));
      }),
    );
  });
});

describe('nearPairs', () => {
  it('finds every pair that comparing all with all finds', async () => {
    const word = fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 3, maxLength: 14 })
      .map((letters) => letters.join(''));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(word, { maxLength: 25 }), async (texts) => {
        const pairs = await nearPairs(
          texts,
          texts.map(() => ''),
          unwatched,
        );
        const keys = pairs.map(({ one, other, edits }) =>
          [...[one, other].sort((a, b) => a - b), edits].join(),
        );
        const all = texts.flatMap((a, i) =>
          texts.slice(i + 1).flatMap((b, k) => {
            const most = editsFor(Math.min(a.length, b.length));
            const edits = editDistance(a, b, most);
            return most > 0 && edits <= most ? [[i, i + 1 + k, edits].join()] : [];
          }),
        );
        expect(keys.sort()).toEqual(all.sort());
      }),
      { numRuns: 150 },
    );
  });
});

describe('findSpellings', () => {
  it('proposes the most frequent spelling, most evidence first', async () => {
    const groups = await found({
      'United Kingdom': 50, 'united  kingdom': 3, 'Kingdom, United': 1, 'Untied Kingdom': 2, Germany: 20, Germny: 1,
      'St Louis': 4, Stlouis: 1, France: 9,
    }); // prettier-ignore
    expect(groups.map(({ to, rows, from }) => [to, rows, from.map(({ text, by }) => `${text}: ${by}`)])).toEqual([
      ['St Louis', 4, ['Stlouis: n-gram']],
      ['United Kingdom', 50, ['united  kingdom: fingerprint', 'Untied Kingdom: neighbour', 'Kingdom, United: fingerprint']],
      ['Germany', 20, ['Germny: neighbour']],
    ]); // prettier-ignore
    const least = groups.map(({ evidence }) => evidence);
    expect(least).toEqual([...least].sort((a, b) => b - a));
  });

  it('never takes numbers and codes that differ for one, nor short words', async () => {
    expect(
      await found({
        'SET OF 3 CAKE TINS': 5,
        'SET OF 6 CAKE TINS': 2,
        '85123A': 9,
        '85123B': 4,
        red: 3,
        bed: 1,
      }),
    ).toEqual([]);
    expect(await found({ same: 7 })).toEqual([]);
  });

  it('does not chain: a spelling near two goes to the more frequent', async () => {
    const [group, ...others] = await found({ abcdefghijkl: 9, abcdefghijxy: 5, abcdefghwxyz: 2 });
    expect([group!.to, group!.from.map(({ text }) => text), others]).toEqual([
      'abcdefghijkl',
      ['abcdefghijxy'],
      [],
    ]);
  });

  it('trusts a rare slip more than two frequent words', () => {
    expect(evidenceOf(1, 50, 50)).toBe(1);
    expect(evidenceOf(0.9, 99, 1)).toBeCloseTo(0.898, 10);
    expect(evidenceOf(0.9, 50, 50)).toBeCloseTo(0.8, 10);
    expect(evidenceOf(0.4, 5, 5)).toBe(0);
  });

  it('refuses columns that are no text', async () => {
    expect(await refusal(findSpellings(table({ n: [1] }), 'n', unwatched))).toMatchObject({
      code: 'wrong-kind',
    });
  });
});
