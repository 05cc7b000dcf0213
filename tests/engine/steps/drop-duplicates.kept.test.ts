import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { dropDuplicates } from '../../../src/engine/steps/drop-duplicates';
import { firstEqualRows } from '../../../src/engine/table/duplicate-rows';
import { metaOf } from '../../../src/engine/table/meta';
import { unwatched } from '../../../src/engine/work';
import { hasRealFiles, realFile } from '../../support/files';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply } from './apply';
import { keepsTheLaws } from './laws';

type Params = Parameters<typeof dropDuplicates.describe>[0];
const day = (text: string) => new Date(`${text}Z`);
const ROWS = {
  id: ['a', 'b', 'a', 'a', 'b'],
  when: [day('2024-01-02'), null, day('2024-03-01'), day('2024-03-01'), day('2023-01-01')],
  city: [null, 'Leeds', 'York', null, null],
};

describe.each([
  ['first', [0, 1], ''],
  ['last', [3, 4], ', keep the last'],
  ['most-recent', [2, 4], ', keep the most recent'],
  ['most-complete', [1, 2], ', keep the most complete'],
] as const)('drop-duplicates that keeps the %s', (kept, stay, words) => {
  const params: Params = { columns: ['id'], keep: kept, ...(kept === 'most-recent' && { date: 'when' }) };
  keepsTheLaws(dropDuplicates, {
    params,
    cells: ROWS,
    says: `Drop rows with the same id${words}`,
    reads: kept === 'most-recent' ? ['id', 'when'] : ['id'],
  });

  it('keeps that of each group, in its place, the first where several are as good', async () => {
    const { table: after, counts } = await learnAndApply(dropDuplicates, table(ROWS), params);
    expect([...metaOf(after).sourceRows!]).toEqual(stay);
    expect(counts).toEqual({ dropped: 3 });
  });

  it('leaves one row of a table whose rows are all equal', async () => {
    const same = { id: ['a', 'a'], when: [day('2024-01-01'), day('2024-01-01')], city: ['x', 'x'] };
    expect((await learnAndApply(dropDuplicates, table(same), params)).table.numRows()).toBe(1);
  });
});

describe('drop-duplicates', () => {
  it('refuses the most recent without a date, and a date without that', () => {
    expect(dropDuplicates.refuses!({ keep: 'most-recent' })?.code).toBe('bad-params');
    expect(dropDuplicates.refuses!({ date: 'when' })?.code).toBe('bad-params');
    expect(dropDuplicates.refuses!({ keep: 'most-recent', date: 'when' })).toBeNull();
    expect(dropDuplicates.needs!({ keep: 'most-recent', date: 'when' })).toEqual([['when', ['date']]]);
  });

  it('keeps the last however the cells are written, where that does not count', async () => {
    const rows = { id: ['Ann', ' ann ', 'Bo'], n: [1, 1, 1] };
    const { table: after } = await learnAndApply(dropDuplicates, table(rows), {
      loosely: true,
      keep: 'last',
    });
    expect(cellsOf(after).id).toEqual([' ann ', 'Bo']);
  });
});

describe('rows whose hashes collide', () => {
  it('are both kept: every hash is forced to be the same', async () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom('x', 'y', null));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 40 }), async (rows) => {
        const before = table({ n: rows.map(([n]) => n), t: rows.map(([, t]) => t) });
        const firsts = await firstEqualRows(before, ['n', 't'], unwatched, () => 7);
        const expected = rows.map((row) => rows.findIndex(([n, t]) => n === row[0] && t === row[1]));
        expect([...firsts]).toEqual(expected);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('are both kept: of 300,000 different numbers some share a hash of 32 bits', async () => {
    const numbers = Array.from({ length: 300_000 }, (_, row) => row * 1.37);
    const { counts } = await learnAndApply(dropDuplicates, table({ n: numbers }), {});
    expect(counts.dropped).toBe(0);
  });
});

interface Stay {
  rows: number;
  sum: number;
  head: number[];
  tail: number[];
}
interface Expected {
  exact: Record<string, Stay>;
  exact_last: Record<string, Stay>;
  keys: { columns: string[]; first: Stay; last: Stay };
  recent: Stay;
  complete: Stay;
}
const expected = JSON.parse(
  readFileSync(new URL('../../expectations/duplicates/duplicates.json', import.meta.url), 'utf8'),
) as Expected;

describe.skipIf(!hasRealFiles)('duplicates of real files, as pandas drops them', () => {
  async function left(file: string, params: Params): Promise<Stay> {
    const { table: read } = await readTable(realFile(file), {}, unwatched);
    const { table: after } = await learnAndApply(dropDuplicates, read, params);
    const rows = [...metaOf(after).sourceRows!];
    return {
      rows: rows.length,
      sum: rows.reduce((sum, row) => sum + row, 0),
      head: rows.slice(0, 5),
      tail: rows.slice(-5),
    };
  }
  const [hr, orders, credit] = Object.keys(expected.exact) as [string, string, string];

  it.each(Object.entries(expected.exact))('exact copies in %s', async (file, stay) => {
    expect(await left(file, {})).toEqual(stay);
  });

  it('3,040 exact copies among employees, the last kept', async () => {
    expect(14_999 - expected.exact[hr]!.rows).toBe(3040);
    expect(await left(hr, { keep: 'last' })).toEqual(expected.exact_last[hr]);
  });

  it('by columns, the first and the last kept', async () => {
    const { columns, first, last } = expected.keys;
    expect(await left(hr, { columns })).toEqual(first);
    expect(await left(hr, { columns, keep: 'last' })).toEqual(last);
  });

  it('each customer’s most recent order', async () => {
    const params: Params = { columns: ['customer_id'], keep: 'most-recent', date: 'trans_date' };
    expect(await left(orders, params)).toEqual(expected.recent);
  });

  it('the most complete of each group', async () => {
    expect(await left(credit, { columns: ['Job', 'Age'], keep: 'most-complete' })).toEqual(expected.complete);
  });
});
