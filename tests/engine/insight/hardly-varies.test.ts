import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonestOf } from '../../../src/engine/insight/hardly-varies';
import { unwatched } from '../../../src/engine/work';

const found = (values: readonly number[], whole = false) =>
  commonestOf(Float64Array.from(values), whole, unwatched);
const some = (count: number, of: (at: number) => number) => Array.from({ length: count }, (_, at) => of(at));

describe('commonestOf', () => {
  it('takes whole numbers as they are, others as they are printed', async () => {
    expect(
      await found(
        some(100, (at) => (at < 95 ? 3 : at)),
        true,
      ),
    ).toBe(3);
    expect(
      await found(
        some(100, (at) => (at < 94 ? 3 : at)),
        true,
      ),
    ).toBeNull();
    expect(
      await found(
        some(100, (at) => 2010 + (at % 5)),
        true,
      ),
    ).toBeNull();
    expect(await found(some(100, (at) => (at < 97 ? 0.9999 + at / 1e6 : 0.2)))).toBe(1);
    expect(await found(some(100, (at) => 1 + at / 100))).toBeNull();
    expect(await found(some(100, (at) => (at < 96 ? -0.0123 : at)))).toBe(-0.0123);
  });

  it('passes over blanks, and finds nothing in what is empty', async () => {
    expect(await found([...some(60, () => NaN), ...some(40, () => 7)], true)).toBe(7);
    expect(await found([])).toBeNull();
    expect(await found([NaN])).toBeNull();
  });

  it('is what a count of all finds, wherever the others stand', async () => {
    const rare = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(rare, fc.integer({ min: 0, max: 2000 }), async (others, zeros) => {
        const values = [...others, ...some(zeros, () => 0)].sort((a, b) => Math.sin(a * 7) - Math.sin(b * 3));
        const counts = new Map<number, number>();
        for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
        const most = [...counts].find(([, count]) => count >= 0.97 * values.length);
        fc.pre(most !== undefined || [...counts.values()].every((count) => count < 0.95 * values.length));
        expect(await found(values, true)).toBe(most?.[0] ?? null);
      }),
      { numRuns: 60 },
    );
  });
});
