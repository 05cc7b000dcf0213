import { describe, expect, it } from 'vitest';
import { sampleRows } from '../../../src/engine/steps/sample-rows';
import { take } from '../../../src/engine/table/table';
import { itKeepsTheLaws } from '../../support/step-laws';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply } from './apply';

const rows = Array.from({ length: 1_000 }, (_, row) => row);
const orders = () => table({ row: rows, who: rows.map((row) => (row % 10 === 9 ? null : `C${row % 97}`)) });
type Params = Parameters<typeof sampleRows.describe>[0];
const sampled = async (params: Params, of = orders()) =>
  cellsOf((await learnAndApply(sampleRows, of, params)).table);

describe('sampleRows', () => {
  itKeepsTheLaws(sampleRows, {
    table: () => take(orders(), Uint32Array.from(rows.slice(0, 60))),
    params: { share: 0.5, by: 'who' },
    describe: 'Keep 50 % of who by chance, with all their rows',
    reads: ['who'],
    adds: [],
  });

  it('keeps as many rows as are asked for, in their order, and all where there are fewer', async () => {
    const { row } = await sampled({ rows: 100 });
    expect(row).toHaveLength(100);
    expect(row).toEqual([...row!].sort((a, b) => Number(a) - Number(b)));
    expect((await sampled({ share: 0.25 })).row).toHaveLength(250);
    expect((await sampled({ rows: 5_000 })).row).toHaveLength(1_000);
    expect(sampleRows.describe({ rows: 100 })).toBe('Keep 100 rows by chance');
    expect(sampleRows.describe({ share: 0.125 })).toBe('Keep 12.5 % of the rows by chance');
  });

  it('draws others with another seed, each part of the table alike', async () => {
    const [one, other] = [await sampled({ rows: 500, seed: 1 }), await sampled({ rows: 500, seed: 2 })];
    expect(one.row).not.toEqual(other.row);
    const inFirstHalf = one.row!.filter((row) => Number(row) < 500).length;
    expect(inFirstHalf).toBeGreaterThan(200);
    expect(inFirstHalf).toBeLessThan(300);
  });

  it('keeps customers whole, the same ones whatever the order of rows', async () => {
    const { who } = await sampled({ rows: 20, by: 'who' });
    const chosen = new Set(who!.filter((cell) => cell !== null));
    const all = cellsOf(orders()).who!;
    expect(who!.filter((cell) => cell !== null)).toEqual(
      all.filter((cell) => cell !== null && chosen.has(cell)),
    );
    const backwards = take(orders(), Uint32Array.from([...rows].reverse()));
    const again = (await sampled({ rows: 20, by: 'who' }, backwards)).who!;
    expect(new Set(again.filter((cell) => cell !== null))).toEqual(chosen);
  });
});
