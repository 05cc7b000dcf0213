import { describe, expect, it } from 'vitest';
import { outlyingRows } from '../../../../src/engine/insight/explore/outlying-rows';
import { generator } from '../../../../src/engine/stats/random';
import { keep } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import { table } from '../../../support/tables';

const rows = 1000;
/** Sum of twelve draws: near to normal. */
const bell = (seed: number) => {
  const random = generator(seed);
  return Array.from({ length: rows }, () => Array.from({ length: 12 }, random).reduce((a, b) => a + b, -6));
};
const [a, b] = [bell(1), bell(2)];

describe('outlyingRows', () => {
  it('ranks what was planted first, and says why', async () => {
    const planted = table({
      a: a.map((value, row) => (row === 700 ? 30 : value)),
      b: b.map((value, row) => (row === 700 ? -20 : row === 40 ? 9 : value)),
      same: a.map(() => 5),
    });
    const found = await outlyingRows(planted, ['a', 'b', 'same'], unwatched);
    expect(found.columns).toEqual(['a', 'b']);
    expect(found.rows.slice(0, 2).map(({ row }) => row)).toEqual([700, 40]);
    expect(found.rows[0]!.why.map(({ column, value }) => [column, value])).toEqual([
      ['a', 30],
      ['b', -20],
    ]);
    expect(found.rows[1]!.why.map(({ column }) => column)).toEqual(['b']);
  });

  it('finds among some rows what a table of them has', async () => {
    const of = table({ a: a.map((value, row) => (row % 90 === 7 ? 9 : value)), b });
    const among = Uint32Array.from(a.keys()).filter((row) => row % 3 !== 0);
    const alone = keep(
      of,
      Uint8Array.from(a, (_, row) => Number(row % 3 !== 0)),
    );
    const [found, same] = [
      await outlyingRows(of, ['a', 'b'], unwatched, { among }),
      await outlyingRows(alone, ['a', 'b'], unwatched),
    ];
    expect(found.rows.length).toBeGreaterThan(3);
    expect(found).toEqual({ ...same, rows: same.rows.map((one) => ({ ...one, row: among[one.row] })) });
    const few = await outlyingRows(of, ['a', 'b'], unwatched, { among, most: 100 });
    expect([few.looked, few.of]).toEqual([100, among.length]);
    expect(few.rows.every(({ row }) => among.includes(row))).toBe(true);
  });

  it('judges one column by its deviations: (value − median) ÷ (1.4826 × MAD)', async () => {
    const of = table({ a: [1, 2, 3, 4, 5, 6, 7, 8, 100, null] });
    const { rows: found } = await outlyingRows(of, ['a'], unwatched);
    expect(found).toEqual([
      {
        row: 8,
        score: null,
        why: [{ column: 'a', value: 100, deviations: expect.closeTo(95 / (1.4826 * 2), 10) as number }],
      },
    ]);
  });

  it('finds nothing where nothing varies or nothing is', async () => {
    const of = table({ same: [1, 1, 1], none: [null, null, null] });
    expect((await outlyingRows(of, ['same', 'none'], unwatched)).rows).toEqual([]);
  });
});
