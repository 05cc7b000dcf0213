import { describe, expect, it } from 'vitest';
import { trimDecimals, withoutZeros } from '../../../src/engine/steps/trim-decimals';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

const ids = () => table({ id: ['17850.0', 'A.0', '7.50', null, '12,00', '12'], n: [1, 2, 3, 4, 5, 6] });

describe('trimDecimals', () => {
  it('takes zeros off whole numbers alone, and texts that become equal are one', async () => {
    const before = ids();
    const { table: after, counts, fit } = await learnAndApply(trimDecimals, before, { columns: ['id'] });
    expect(cellsOf(after).id).toEqual(['17850', 'A.0', '7.50', null, '12', '12']);
    expect({ counts, fit }).toEqual({ counts: { changed: 2 }, fit: null });
    tableEqual(before, ids());
  });

  it('leaves leading zeros, signs and long digits', () => {
    expect(['007.0', '-3.0', '12345678901234567890.00', '1e3', '.0', ''].map(withoutZeros)).toEqual([
      '007',
      '-3',
      '12345678901234567890',
      '1e3',
      '.0',
      '',
    ]);
  });

  it('does nothing to texts without zeros', async () => {
    const one = table({ id: ['A', 'A'] });
    expect((await learnAndApply(trimDecimals, one, { columns: ['id'] })).counts).toEqual({ changed: 0 });
  });

  it('refuses numbers, and says itself, what it reads and what it makes', async () => {
    expect(await refusal(learnAndApply(trimDecimals, ids(), { columns: ['n'] }))).toEqual({
      code: 'wrong-kind',
      details: { column: 'n', kind: 'number', needed: 'text' },
    });
    const params = { columns: ['a', 'b'] };
    expect(trimDecimals.describe(params)).toBe('Write a and b without .0');
    expect([trimDecimals.reads(params), trimDecimals.adds(params)]).toEqual([['a', 'b'], []]);
    expect(trimDecimals.needs!(params)).toEqual([
      ['a', ['text']],
      ['b', ['text']],
    ]);
  });
});
