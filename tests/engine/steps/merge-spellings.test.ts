import { describe, expect, it } from 'vitest';
import { mergeSpellings } from '../../../src/engine/steps/merge-spellings';
import { columnOf } from '../../../src/engine/table/table';
import { itKeepsTheLaws } from '../../support/step-laws';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply } from './apply';

const customers = () => table({ country: ['UK', 'uk', 'U.K.', 'France', null, 'uk'], n: [1, 2, 3, 4, 5, 6] });
const params = { column: 'country', merges: [{ from: ['uk', 'U.K.'], to: 'UK' }] };

describe('mergeSpellings', () => {
  itKeepsTheLaws(mergeSpellings, {
    table: customers,
    params,
    describe: 'Write 2 spellings of country as 1',
    reads: ['country'],
    adds: [],
    wrongKind: {
      params: { ...params, column: 'n' },
      details: { column: 'n', kind: 'number', needed: 'text' },
    },
  });

  it('writes what was accepted in one way, under one code', async () => {
    const { table: after, counts } = await learnAndApply(mergeSpellings, customers(), params);
    expect(cellsOf(after).country).toEqual(['UK', 'UK', 'UK', 'France', null, 'UK']);
    expect(counts).toEqual({ changed: 3 });
    expect(columnOf(after, 'country')).toMatchObject({ dictionary: { size: 2 } });
  });

  it('swaps two spellings where that is said, and says a single merge in full', async () => {
    const swapped = { column: 'country', merges: [{ from: ['UK'], to: 'uk' }, { from: ['uk'], to: 'UK' }] }; // prettier-ignore
    const { table: after } = await learnAndApply(mergeSpellings, customers(), swapped);
    expect(cellsOf(after).country).toEqual(['uk', 'UK', 'U.K.', 'France', null, 'UK']);
    expect(mergeSpellings.describe({ column: 'c', merges: [{ from: ['a'], to: 'A' }] })).toBe(
      'Write ‘a’ as ‘A’ in c',
    );
  });
});
