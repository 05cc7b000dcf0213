import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { validate } from '../../../src/engine/recipe/validate';
import { formula } from '../../../src/engine/steps/formula';
import type { Recipe } from '../../../src/engine/recipe/schema';
import { unwatched } from '../../../src/engine/work';
import { cellsOf, table } from '../../support/tables';
import { evaluated } from '../formula/evaluated';
import { learnAndApply, refusal } from './apply';
import { keepsTheLaws } from './laws';

const SPEND = [0, 12.5, null, 3, 10, 40];
const SHOP = ['a', 'b', 'a', null, 'a', 'b'];

describe('formula', () => {
  keepsTheLaws(formula, {
    params: { as: 'share', formula: '[spend] / sum([spend]) over [shop]' },
    cells: { spend: SPEND, shop: SHOP },
    says: 'Calculate share = [spend] / sum([spend]) over [shop]',
    reads: ['spend', 'shop'],
    adds: ['share'],
  });
});

describe('formula of a text', () => {
  keepsTheLaws(formula, {
    params: { as: 'where', formula: 'if([spend] > mean([spend]), upper([shop]), [shop] & "?")' },
    cells: { spend: SPEND, shop: SHOP },
    says: 'Calculate where = if([spend] > mean([spend]), upper([shop]), [shop] & "?")',
    reads: ['spend', 'shop'],
    adds: ['where'],
  });
});

describe('formula', () => {
  const spend = table({ spend: SPEND, shop: SHOP });

  it('learns what is usual and puts other data on the same scale', async () => {
    const params = { as: 'z', formula: '([spend] - mean([spend])) / max([spend])' };
    const { fit } = await learnAndApply(formula, spend, params);
    // Mean of 0, 12.5, 3, 10 and 40.
    expect(fit).toEqual({ learnt: [13.1, 40] });
    const later = await formula.apply(table({ spend: [53.1, null] }), params, fit, unwatched);
    expect(cellsOf(later.table).z).toEqual([1, null]);
    const other = { ...params, formula: '[spend] - mean([spend])' };
    expect(
      (await refusal(Promise.resolve().then(() => formula.apply(spend, other, fit, unwatched)))).code,
    ).toBe('not-a-model');
  });

  it('learns of blanks alone that there is nothing, and what stands inside first', async () => {
    const blank = table({ spend: [null, null] });
    expect((await evaluated('mean([spend]) + min([spend])', blank)).fit).toEqual({ learnt: [null, null] });
    // Of distances from the mean 13.1 the median is that of 3, 10.1.
    const nested = await evaluated('median(abs([spend] - mean([spend])))', spend);
    expect(nested.fit).toEqual({ learnt: [13.1, 10.1] });
  });

  it('takes sums and groups from the data at hand', async () => {
    const text = 'sum([spend]) + count() + mean([spend]) over [shop]';
    expect((await evaluated(text, spend)).fit).toEqual({ learnt: [] });
  });

  it('counts why a cell has no value, not in branches a row does not take', async () => {
    const counts = async (text: string) => (await evaluated(text, spend)).counts;
    expect(await counts('1 / [spend]')).toMatchObject({ filled: 4, divided: 1, outside: 0 });
    expect(await counts('if([spend] = 0, 0, 1 / [spend])')).toMatchObject({ filled: 5, divided: 0 });
    expect(await counts('coalesce([spend], log(-1))')).toMatchObject({ filled: 5, outside: 1 });
    expect(await counts('to_number([shop])')).toMatchObject({ filled: 0, unread: 5 });
    expect(await counts('if([spend] > 9, to_number([shop]), 0)')).toMatchObject({ filled: 3, unread: 3 });
    expect(await counts('exp([spend] * 1000)')).toMatchObject({ filled: 1, outside: 4 });
    expect(await counts('[spend] * 1e308 * 1e308')).toMatchObject({ filled: 1, outside: 4 });
    expect(await counts('date("2024-01-01") + [spend] * 1e9')).toMatchObject({ filled: 1, outside: 4 });
  });

  it('computes a part on one text column once for each text, and gives the same', async () => {
    const texts = ['7', 'x', null, '0', '7', 'x', '0', null, '7', '1,5'];
    const few = table({ t: texts, n: texts.map((_, row) => row) });
    const many = table({ t: texts.map((text, row) => text ?? `only ${row}`), n: texts.map((_, row) => row) });
    for (const text of [
      'to_number([t])',
      'is_blank([t])',
      'upper([t]) & [t]',
      '1 / to_number([t])',
      'length([t]) + [n]',
    ]) {
      const at = await evaluated(text, few);
      const spread = await evaluated(text, many);
      const there = texts.map((cell, row) => (cell === null ? null : spread.cells[row]));
      expect(at.cells.map((cell, row) => (texts[row] === null ? null : cell))).toEqual(there);
    }
    expect((await evaluated('1 / to_number([t])', few)).counts).toMatchObject({ unread: 3, divided: 2 });
  });

  it('does more rows than a block', async () => {
    const rows = 10_001;
    const numbers = Array.from({ length: rows }, (_, row) => row);
    const long = table({ n: numbers, t: numbers.map((row) => `t${row % 3}`) });
    expect((await evaluated('[n] * 2 + 1', long)).cells).toEqual(numbers.map((row) => row * 2 + 1));
    expect((await evaluated('[t] & [n]', long)).cells).toEqual(numbers.map((row) => `t${row % 3}${row}`));
    expect((await evaluated('lag([n], 5000)', long)).cells).toEqual(numbers.map((row) => (row < 5000 ? null : row - 5000))); // prettier-ignore
  });

  it('takes characters as people count them, and puts no endless texts together', async () => {
    const one = table({ t: ['👍🏽ab'] });
    expect((await evaluated('left([t], 1) & length([t])', one)).cells).toEqual(['👍4']);
    const doubled = Array.from({ length: 20 }).reduce(
      (of: string) => `concat(${of}, ${of.length < 200 ? of : '"x"'})`,
      '[t]',
    );
    expect((await evaluated(doubled, one)).counts.filled).toBe(1);
    const grown = Array.from({ length: 20 }).reduce((of: string) => `replace(${of}, "a", "aaaaa")`, '[t]');
    expect((await evaluated(grown, one)).counts).toMatchObject({ filled: 0, outside: 1 });
  });

  it('knows before it runs what kind it gives and what is wrong', () => {
    const recipe = (text: string): Recipe => ({
      format: 'tessera-recipe',
      version: 1,
      sources: [],
      steps: [{ id: 's1', op: 'formula', version: 1, enabled: true, params: { as: 'new', formula: text } }],
    });
    const columns = [{ name: 'spend', kind: 'number' as const }];
    const codes = (text: string) =>
      validate(recipe(text), columns).map(({ code, details }) => [code, details.reason]);
    expect(codes('[spend] > 1')).toEqual([]);
    expect(codes('[spend] >')).toEqual([['bad-formula', 'syntax']]);
    expect(codes('[spend] > "1"')).toEqual([['bad-formula', 'wrong-kind']]);
    expect(codes('[spent] > 1')).toEqual([['missing-column', undefined]]);
    const kinds = new Map([['spend', 'number' as const]]);
    const made = (text: string) => formula.makes!({ as: 'new', formula: text }, kinds);
    expect([made('[spend] > 1'), made('"a"'), made('[spend]'), made('blank'), made('(')]).toEqual([
      [['new', 'boolean']],
      [['new', 'text']],
      [['new', 'number']],
      [['new', 'number']],
      [],
    ]);
    expect(v.is(formula.params, { as: '', formula: '1' })).toBe(false);
  });

  it('says whether a sample of rows is enough', () => {
    const all = (text: string) => formula.looksAtAll!({ as: 'new', formula: text });
    expect([all('[a] + 1'), all('[a] - mean([a])'), all('lag([a])'), all('(')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
