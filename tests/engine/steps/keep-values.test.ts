import { describe, expect, it } from 'vitest';
import { keepValues } from '../../../src/engine/steps/keep-values';
import { metaOf } from '../../../src/engine/table/meta';
import { take } from '../../../src/engine/table/table';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

const orders = () => table({ in: ['EUR', 'USD', null, 'eur', 'EUR'], paid: [1, 2, 3, 4, 5] });
const kept = (params: Parameters<typeof keepValues.describe>[0], of = orders()) =>
  learnAndApply(keepValues, of, params);

describe('keepValues', () => {
  it('keeps rows that say one of the values as written, and sets the others and blanks aside', async () => {
    const before = orders();
    const { table: after, counts, fit } = await kept({ column: 'in', values: ['EUR'] }, before);
    expect(cellsOf(after)).toEqual({ in: ['EUR', 'EUR'], paid: [1, 5] });
    expect({ counts, fit }).toEqual({ counts: { dropped: 3 }, fit: null });
    expect([...metaOf(after).sourceRows!]).toEqual([0, 4]);
    tableEqual(before, orders());
  });

  it('keeps blanks where that is said, and the table itself where every row stays', async () => {
    const { table: after, counts } = await kept({ column: 'in', values: ['USD', 'eur'], blanks: 'keep' });
    expect(cellsOf(after).paid).toEqual([2, 3, 4]);
    expect(counts).toEqual({ dropped: 2 });
    const all = take(orders(), Uint32Array.of(0, 4));
    expect((await kept({ column: 'in', values: ['EUR', 'SEK'] }, all)).table).toBe(all);
  });

  it('leaves nothing of an empty table, nor where no row says it', async () => {
    const none = await kept({ column: 'in', values: ['EUR'] }, take(orders(), new Uint32Array()));
    expect([none.table.numRows(), none.counts]).toEqual([0, { dropped: 0 }]);
    const one = await kept({ column: 'in', values: ['SEK'] }, take(orders(), Uint32Array.of(1)));
    expect([one.table.numRows(), one.counts]).toEqual([0, { dropped: 1 }]);
  });

  it('refuses numbers, and says itself, what it reads and what it makes', async () => {
    expect(await refusal(kept({ column: 'paid', values: ['1'] }))).toEqual({
      code: 'wrong-kind',
      details: { column: 'paid', kind: 'number', needed: 'text' },
    });
    const said = (...values: string[]) => keepValues.describe({ column: 'in', values });
    expect(said('Bed and Bath')).toBe('Keep rows whose in is Bed and Bath');
    expect(said('A', 'B')).toBe('Keep rows whose in is A or B');
    expect(said('A', 'B', 'C', 'D', 'E')).toBe('Keep rows whose in is A, B, C or 2 more');
    const params = { column: 'in', values: ['EUR'] };
    expect([keepValues.reads(params), keepValues.adds(params)]).toEqual([['in'], []]);
    expect(keepValues.needs!(params)).toEqual([['in', ['text']]]);
  });
});
