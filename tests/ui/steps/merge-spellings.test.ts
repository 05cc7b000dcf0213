import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpellingGroup, Spellings } from '../../../src/engine/index';
import {
  sameMerges,
  SpellingChoices,
  thresholdsIn,
  writtenBy,
} from '../../../src/ui/steps/merge-spellings/choices';
import { groupsOf, mergesIn, type Merge } from '../../../src/ui/steps/merge-spellings/groups';
import { shownBetween } from '../../../src/ui/parts/shown-between';
import { MOST_LINES, topsOf } from '../../../src/ui/steps/merge-spellings/layout';
import {
  acceptFrom,
  blanksShown,
  spellingsSaid,
  spellingsWhy,
  spellingsWritten,
} from '../../../src/ui/text/spellings';

const group = (to: string, rows: number, from: [string, number][], evidence = 1): SpellingGroup => ({
  to,
  rows,
  from: from.map(([text, n]) => ({
    text,
    rows: n,
    by: evidence < 0.95 ? 'neighbour' : 'fingerprint',
    evidence,
  })),
  evidence,
});
const found: Spellings = {
  groups: [
    group('UK', 400, [['uk', 9], ['U.K.', 3]]), // prettier-ignore
    group('France', 90, [['Frnace', 1]], 0.83),
    group('Zürich', 50, [['Zurich', 40]], 0.98),
  ],
  total: 3,
  rows: [['Great Britain', 0]],
};
const nothing = SpellingChoices.of([]);
const groups = groupsOf([], found);
const [uk, france] = [groups[0]!, groups[1]!];
const stored: Merge[] = [{ from: ['uk'], to: 'UK' }, { from: ['GB', 'G.B.'], to: 'Great Britain' }]; // prettier-ignore

describe('spellings to accept', () => {
  it('are not accepted unless someone says so', () => {
    expect(nothing.merges(groups)).toEqual([]);
    expect(groups.map((one) => nothing.stateOf(one))).toEqual(['none', 'none', 'none']);
    expect(spellingsWritten(writtenBy([], groups))).toBe('Nothing accepted yet.');
  });

  it('are accepted singly, as a group, and taken back', () => {
    const one = nothing.withOne('uk', true);
    expect([one.stateOf(uk), one.merges(groups)]).toEqual(['some', [{ from: ['uk'], to: 'UK' }]]);
    const all = nothing.withAll([uk], true);
    expect([all.stateOf(uk), all.merges(groups)]).toEqual(['all', [{ from: ['uk', 'U.K.'], to: 'UK' }]]);
    expect(all.withAll([uk], false).merges(groups)).toEqual([]);
  });

  it('are accepted from a threshold on, with the groups that are', () => {
    const steps = thresholdsIn(groups);
    expect(steps.map(({ from, spellings }) => [from, spellings])).toEqual([[100, 2], [98, 3], [80, 4]]); // prettier-ignore
    const merges = nothing.withAbove(groups, 98).merges(groups);
    expect(merges.map(({ to }) => to)).toEqual(['UK', 'Zürich']);
    expect(writtenBy(merges, groups)).toEqual({ cells: 52, groups: 2 });
    const named = nothing.named(uk, 'Britain').withAbove(groups, 100).merges(groups);
    expect(named).toEqual([{ from: ['UK', 'uk', 'U.K.'], to: 'Britain' }]);
  });

  it('are written as another text if that is said, then all but it', () => {
    const named = nothing.withAll([uk], true).named(uk, 'United Kingdom');
    expect(named.merges(groups)).toEqual([{ from: ['UK', 'uk', 'U.K.'], to: 'United Kingdom' }]);
    expect(named.named(uk, 'uk').merges(groups)).toEqual([{ from: ['UK', 'U.K.'], to: 'uk' }]);
    const emptied = named.named(uk, '');
    expect([emptied.typedFor(uk), emptied.nameOf(uk)]).toEqual(['', 'UK']);
    expect(nothing.named(uk, 'Britain').merges(groups)).toEqual([]);
    expect(nothing.named(uk, 'Britain').withAll([uk], true).merges(groups)[0]!.from).toContain('UK');
  });
});

describe('a step that is there already', () => {
  const own = groupsOf(stored, found);
  const choices = SpellingChoices.of(stored);

  it('shows its merges as accepted, first, with what was found beside them', () => {
    expect(own.map(({ id, head }) => [id, head])).toEqual([
      ['merge 0', 'UK'],
      ['merge 1', 'GB'],
      ['found France', 'France'],
      ['found Zürich', 'Zürich'],
    ]);
    expect(own[0]!.lines.map(({ text, rows }) => [text, rows])).toEqual([['UK', 400], ['uk', 9], ['U.K.', 3]]); // prettier-ignore
    expect(own.map((one) => choices.stateOf(one))).toEqual(['some', 'all', 'none', 'none']);
    expect([spellingsWhy(own[1]!), choices.nameOf(own[1]!)]).toEqual(['in this step', 'Great Britain']);
  });

  it.each([null, found])('says the same until someone changes it, spellings found or not', (those) => {
    expect(sameMerges(choices.merges(groupsOf(stored, those)), stored)).toBe(true);
    expect(sameMerges(choices.withOne('uk', false).merges(groupsOf(stored, those)), stored)).toBe(false);
  });

  it('keeps two spellings that change places', () => {
    const swapped = [{ from: ['UK'], to: 'uk' }, { from: ['uk'], to: 'UK' }]; // prettier-ignore
    expect(sameMerges(SpellingChoices.of(swapped).merges(groupsOf(swapped, found)), swapped)).toBe(true);
  });

  it('is never changed by being opened, nor made one the engine refuses', () => {
    const texts = ['UK', 'uk', 'U.K.', 'France', 'Frnace', 'Zurich', 'GB', 'x'];
    const merges = fc
      .tuple(
        fc.shuffledSubarray(texts, { minLength: 1 }),
        fc.array(fc.constantFrom(...texts, 'new'), { minLength: 3, maxLength: 3 }),
      )
      .map(([all, names]): Merge[] =>
        [all.slice(0, 2), all.slice(2, 5), all.slice(5)]
          .map((from, at) => ({ from: from.filter((text) => text !== names[at]), to: names[at]! }))
          .filter(({ from }) => from.length > 0),
      );
    fc.assert(
      fc.property(merges, fc.constantFrom(...texts), (before, text) => {
        const these = groupsOf(before, found);
        const said = SpellingChoices.of(before);
        expect(sameMerges(said.merges(these), before)).toBe(true);
        const after = said.withAll(these, true).named(these[0]!, text).merges(these);
        const rewritten = after.flatMap(({ from }) => from);
        expect(new Set(rewritten).size).toBe(rewritten.length);
      }),
    );
  });

  it('has no merges while it is being added', () => {
    expect([mergesIn(undefined), mergesIn([])]).toEqual([[], []]);
  });
});

describe('the list of groups', () => {
  it('makes only those that are seen', () => {
    const tops = topsOf(Array.from({ length: 5000 }, () => france));
    expect(tops).toHaveLength(5001);
    const [first, last] = shownBetween(tops, tops[1000]! + 1, tops[1004]!);
    expect([first, last]).toEqual([1000, 1004]);
    expect(shownBetween(tops, -400, 1)).toEqual([0, 1]);
    expect(shownBetween(tops, tops[5000]! + 9, tops[5000]! + 99)).toEqual([5000, 5000]);
    expect(shownBetween([0], 0, 400)).toEqual([0, 0]);
  });

  it('cuts off groups of very many spellings', () => {
    const lines = Array.from({ length: 900 }, (_, i) => ({ text: `${i}`, rows: 1, evidence: 1 }));
    const large = { ...uk, lines };
    expect(topsOf([large])[1]).toBeLessThan(28 * (MOST_LINES + 5));
  });
});

describe('what is said of spellings', () => {
  it('says why, how many, and what would be written', () => {
    expect(groups.map(spellingsWhy)).toEqual([
      'same but for case and marks',
      'few letters differ',
      'same words in another order',
    ]);
    expect(spellingsSaid(found)).toBe('3 groups of spellings that may be one.');
    expect(spellingsSaid({ ...found, total: 9000 })).toContain('the best 3 below');
    expect(spellingsSaid({ groups: [], total: 0, rows: [] })).toMatch(/^No spellings/);
    expect(spellingsWritten({ cells: 412, groups: 37 })).toBe(
      '412 cells in 37 groups would be written alike.',
    );
    expect([acceptFrom(98, 1), acceptFrom(0, 7)]).toEqual([
      '98 of 100 or more: 1 spelling',
      'any: 7 spellings',
    ]);
    expect(blanksShown(' New  York ')).toBe('␣New␣␣York␣');
  });
});
