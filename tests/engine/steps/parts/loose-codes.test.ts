import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looseCodes, loosely } from '../../../../src/engine/steps/parts/loose-codes';
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
