import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looseCodes, loosely, tellsApart } from '../../../../src/engine/steps/parts/loose-codes';
import { Dictionary } from '../../../../src/engine/table/dictionary';
import { unwatched } from '../../../../src/engine/work';

const looseOf = async (texts: readonly string[]) => [...(await looseCodes(Dictionary.of(texts), unwatched))];

describe('looseCodes', () => {
  it('takes case and white space away, and blanks what is left with nothing', async () => {
    expect(await looseOf(['  Red\tMug ', 'red mug', ' \n ', 'RED  MUG', 'ﬁne Ä'])).toEqual([
      'red mug',
      'red mug',
      null,
      'red mug',
      'fine ä',
    ]);
  });

  it('writes every text as `loosely` does, whatever stands beside it', async () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      'Z',
      ' ',
      '\t',
      '\n',
      '\u001f',
      '0',
      'É',
      'ß',
      'İ',
      '\u00a0',
      '\ufb01',
      '𝔸',
      '',
    );
    const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(text, { maxLength: 30 }), async (texts) => {
        const expected = texts.map((one) => loosely(one) || null);
        expect(await looseOf(texts)).toEqual(expected);
      }),
    );
  });
});

describe('tellsApart', () => {
  it('is true for one case and single blanks within, false where texts may be alike', () => {
    const of = (...texts: string[]) => tellsApart(Dictionary.of(texts));
    expect([of('C536379', '85123A'), of('red mug', 'red'), of()]).toEqual([true, true, true]);
    expect([of('A', 'a'), of(' a'), of('a '), of('a  b'), of('a\tb'), of('é'), of('')]).toEqual(
      new Array(7).fill(false),
    );
  });

  it('is true only where no two texts are the same loosely', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'A', '1', ' ', '\n', 'é'), { maxLength: 4 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 5 }), (texts) => {
        const different = new Set(texts.map(loosely)).size === texts.length;
        expect(!tellsApart(Dictionary.of(texts)) || different).toBe(true);
      }),
    );
  });
});
