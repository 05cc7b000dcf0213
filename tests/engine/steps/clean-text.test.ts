import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/engine/steps/clean-text';
import { foldAccents } from '../../../src/engine/steps/parts/fold-accents';
import { validate } from '../../../src/engine/recipe/validate';
import { columnOf } from '../../../src/engine/table/table';
import expected from '../../expectations/text-steps/text-steps.json';
import { itKeepsTheLaws } from '../../support/step-laws';
import { cellsOf, table } from '../../support/tables';
import { recipeOf, step } from '../recipe/recipes';
import { learnAndApply } from './apply';

type Params = Parameters<typeof cleanText.describe>[0];
type Choices = Omit<Params, 'columns'>;

async function cleaned(cells: readonly (string | null)[], choices: Choices): Promise<(string | null)[]> {
  const { table: after } = await learnAndApply(cleanText, table({ t: cells }), {
    columns: ['t'],
    ...choices,
  });
  return cellsOf(after).t as (string | null)[];
}
const emptyAsBlank = (cells: readonly (string | null)[]) => cells.map((cell) => cell || null);

describe('cleanText', () => {
  const params: Params = { columns: ['a', 'b'], ends: 'trim', blanks: 'collapse', case: 'title' };
  itKeepsTheLaws(cleanText, {
    table: () => table({ a: [' x  y', 'X Y ', null], b: ['q', '  ', 'r'], n: [1, 2, 3] }),
    params,
    describe: 'Clean a and b: single blanks, no blanks at the ends and each word with a capital',
    reads: ['a', 'b'],
    adds: [],
    wrongKind: {
      params: { columns: ['n'], ends: 'trim' },
      details: { column: 'n', kind: 'number', needed: 'text' },
    },
  });

  // pandas: tests/expectations/text-steps/text-steps.py
  it.each([
    ['strip', { ends: 'trim' }],
    ['collapsed', { blanks: 'collapse' }],
    ['lower', { case: 'lower' }],
    ['upper', { case: 'upper' }],
  ] as const)('does %s as pandas does', async (name, choices) => {
    expect(await cleaned(expected.texts, choices)).toEqual(emptyAsBlank(expected.cleaned[name]));
  });

  it('writes title and sentence case, and NFKC, as pandas does', async () => {
    expect(await cleaned(expected.words, { case: 'title' })).toEqual(expected.cleaned.title);
    expect(await cleaned(expected.words, { case: 'sentence' })).toEqual(expected.cleaned.capitalize);
    expect(await cleaned(['ﬁne ①', 'Ａｂｃ', 'cafe\u0301'], { unicode: 'NFKC' })).toEqual(
      expected.cleaned.nfkc,
    );
  });

  it('keeps names with apostrophes, unlike pandas', async () => {
    const names = ["o'neil", "POPPY'S", 'D’ANGELO', "don't", "l'oréal"];
    expect(await cleaned(names, { case: 'title' })).toEqual([
      "O'Neil",
      "Poppy's",
      'D’Angelo',
      "Don't",
      "L'Oréal",
    ]);
  });

  it('takes out what cannot be seen, and makes line ends blanks', async () => {
    const cells = ['a\u200bb', '\ufeffa', 'a\nb\tc', 'a\u0000b', 'soft\u00adhyphen', '👨‍👩‍👧'];
    expect(await cleaned(cells, { controls: 'remove' })).toEqual([
      'ab',
      'a',
      'a b c',
      'ab',
      'softhyphen',
      '👨‍👩‍👧',
    ]);
  });

  it('merges what becomes equal into one code, counts cells, and makes empty ones blank', async () => {
    const before = table({ t: ['A ', 'a', ' ', 'a', null] });
    const choices: Params = { columns: ['t'], ends: 'trim', case: 'lower' };
    const { table: after, counts } = await learnAndApply(cleanText, before, choices);
    expect(cellsOf(after).t).toEqual(['a', 'a', null, 'a', null]);
    expect(counts).toEqual({ changed: 2 });
    expect(columnOf(after, 't')).toMatchObject({ dictionary: { size: 1 } });
  });

  it('gives the table itself where nothing changes', async () => {
    const before = table({ t: ['a', null] });
    expect((await learnAndApply(cleanText, before, { columns: ['t'], ends: 'trim' })).table).toBe(before);
  });

  it('is refused with nothing to do', () => {
    const recipe = recipeOf([step('s1', 'clean-text', { columns: ['t'] })]);
    expect(validate(recipe, [{ name: 't', kind: 'text' }])).toMatchObject([
      { code: 'bad-params', details: { reason: 'nothing to do' } },
    ]);
  });
});

describe('foldAccents', () => {
  it('folds Latin and Greek letters, and leaves marks that are part of a letter', () => {
    expect(foldAccents('Crème Brûlée, Straße, Łódź, Øre, Ærø')).toBe(
      'Creme Brulee, Strasse, Lodz, Ore, AEro',
    );
    expect(foldAccents('Ελλάδα')).toBe('Ελλαδα');
    expect(foldAccents('Йогурт हिन्दी')).toBe('Йогурт हिन्दी');
  });
});
