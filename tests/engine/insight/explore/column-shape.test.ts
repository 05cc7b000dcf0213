import { expect, test } from 'vitest';
import fc from 'fast-check';
import { columnShape, type ColumnShape } from '../../../../src/engine/insight/explore/column-shape';
import type { DateShape } from '../../../../src/engine/insight/explore/date-shape';
import type { NumberShape } from '../../../../src/engine/insight/explore/number-shape';
import { BooleanColumn, DateColumn, NumberColumn } from '../../../../src/engine/table/columns';
import { unwatched } from '../../../../src/engine/work';
import { textColumn } from '../../../support/tables';
import expectations from '../../../expectations/column-shape/column-shape.json' with { type: 'json' };

const DAY = 86_400_000;
const EVEN = { bins: null, scale: 'even' } as const;

const numbers = (values: readonly number[], options: Parameters<typeof columnShape>[1] = EVEN) =>
  columnShape(new NumberColumn(Float64Array.from(values)), options, unwatched);
const shapeOf = async (shape: Promise<ColumnShape>) => (await shape).shape as NumberShape;
const datesOf = async (...days: string[]) => {
  const values = Float64Array.from(days, (day) => Date.parse(`${day}Z`));
  return (await columnShape(new DateColumn(values, true), EVEN, unwatched)).shape as DateShape;
};

for (const [name, { values, r, histograms }] of Object.entries(expectations)) {
  test(`${name}: histograms are NumPy's`, async () => {
    for (const [bins, { counts, edges }] of Object.entries(histograms)) {
      const { histogram } = await shapeOf(numbers(values, { bins: Number(bins), scale: 'even' }));
      expect(histogram).toMatchObject({ counts, edges, below: 0, above: 0, leftOut: 0 });
    }
  });

  test(`${name}: box and cumulative shares are R's`, async () => {
    const { box, ecdf, outliers } = await shapeOf(numbers(values));
    const close = [box.low, box.lower, box.median, box.upper, box.high];
    r.stats.forEach((value, i) => expect(close[i]).toBeCloseTo(value, 4));
    expect(box.beyond).toBe(r.beyond);
    expect(outliers.rows.length).toBe(r.beyond);
    for (const { value, share } of ecdf)
      expect(share).toBe(values.filter((one) => one <= value).length / values.length);
    for (const [at, share] of [r.ecdf[0]!, r.ecdf.at(-1)!])
      expect(ecdf.find(({ value }) => Math.abs(value - at!) < 1e-3)?.share).toBeCloseTo(share!, 12);
  });
}

test("a logarithmic histogram is NumPy's over geomspace", async () => {
  const { values, log } = expectations.skewed;
  const { histogram, offers } = await shapeOf(numbers(values, { bins: 12, scale: 'log' }));
  expect(offers.log).toBe(true);
  expect(histogram).toMatchObject({ scale: 'log', counts: log.counts });
  const zeros = await shapeOf(numbers([0, 0, 1, 10, 100], { bins: 2, scale: 'log' }));
  expect(zeros.histogram).toMatchObject({ counts: [1, 2], leftOut: 2 });
});

test('long tails become bars of their own', async () => {
  const values = [-5000, ...Array.from({ length: 998 }, (_, i) => i % 40), 80_000];
  const { histogram, offers } = await shapeOf(numbers(values, { bins: null, scale: 'gathered' }));
  expect(offers).toEqual({ gathered: true, log: false });
  expect(histogram).toMatchObject({ scale: 'gathered', below: 1, above: 1 });
  expect(histogram.counts.length).toBe(40);
});

test('whole numbers get bars that hold equally many of them', async () => {
  const values = Array.from({ length: 100 }, (_, i) => i);
  const { histogram } = await shapeOf(numbers(values, { bins: 30, scale: 'even' }));
  expect(histogram.edges.slice(0, 3)).toEqual([-0.5, 3.5, 7.5]);
  expect(histogram.counts).toEqual(Array.from({ length: 25 }, () => 4));
});

test('outliers come farthest first with their rows', async () => {
  const values = [50, 1, 2, NaN, 3, 2, 1, 2, 3, -90, 2, 1, 3];
  const { outliers, fences } = await shapeOf(numbers(values));
  expect(fences).toEqual({ low: -2, high: 6 });
  expect([...outliers.rows]).toEqual([9, 0]);
  expect(outliers.values).toEqual([-90, 50]);
});

test('edges rise even where numbers are hardly apart', async () => {
  const { histogram } = await shapeOf(numbers([-2e-323, 0], { bins: 6, scale: 'even' }));
  expect(histogram.edges).toEqual([...histogram.edges].sort((a, b) => a - b));
});

test('every value is in one bar, beyond it or left out', async () => {
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -9, max: 99 }),
  );
  const scale = fc.constantFrom('gathered', 'even', 'log');
  await fc.assert(
    fc.asyncProperty(
      fc.array(value, { minLength: 1 }),
      scale,
      fc.integer({ min: 1, max: 80 }),
      async (values, kind, bins) => {
        const { histogram, ecdf, density } = await shapeOf(numbers(values, { bins, scale: kind }));
        const { counts, below, above, leftOut, edges } = histogram;
        expect(counts.reduce((sum, count) => sum + count, below + above + leftOut)).toBe(values.length);
        expect(edges.every((edge, i) => Number.isFinite(edge) && edge >= (edges[i - 1] ?? edge))).toBe(true);
        expect(ecdf.at(-1)!.share).toBe(1);
        expect(density?.points.every(({ rows }) => rows >= 0 && rows < Infinity) ?? true).toBe(true);
      },
    ),
  );
});

test('dates are counted by the day, the week, the month or the year', async () => {
  const days = await datesOf('2026-03-01T10:00', '2026-03-01T23:59', '2026-03-03T00:00');
  expect(days).toMatchObject({ unit: 'day', counts: [2, 0, 1], days: { counts: [2, 0, 1] } });
  const weeks = await datesOf('2026-01-01T00:00', '2026-07-01T00:00');
  expect(weeks.unit).toBe('week');
  expect(new Date(weeks.starts[0]!).toISOString()).toBe('2025-12-29T00:00:00.000Z');
  const months = await datesOf('2010-12-15T00:00', '2013-06-30T12:00');
  expect([months.unit, months.counts.length, months.counts.at(-1)]).toEqual(['month', 31, 1]);
  const ages = await datesOf('0001-05-06T00:00', '9999-12-31T23:00');
  expect([ages.unit, ages.counts.length, ages.days]).toEqual(['year', 20, null]);
  expect(ages.counts.reduce((sum, count) => sum + count)).toBe(2);
});

test('a day before 1970 is a day like others', async () => {
  const { days } = await datesOf('1969-12-31T23:00', '1970-01-01T01:00');
  expect(days).toEqual({ from: -DAY, counts: [1, 1] });
});

test('texts by how many rows have them, the rest as one', async () => {
  const cells = ['b', 'a', 'b', null, ...Array.from({ length: 40 }, (_, i) => `v${i}`)];
  const { shape, missing } = await columnShape(textColumn(cells), EVEN, unwatched);
  expect(missing).toBe(1);
  expect(shape).toMatchObject({ of: 'values', others: { values: 12, count: 12 } });
  expect(shape?.of === 'values' && shape.bars[0]).toEqual({ value: 'b', count: 2 });
});

test('yes and no as the file spells them; nothing where all is blank', async () => {
  const column = new BooleanColumn(Uint8Array.from([1, 0, 1, 2]), ['nein', 'ja']);
  const { shape } = await columnShape(column, EVEN, unwatched);
  expect(shape).toMatchObject({
    bars: [
      { value: 'ja', count: 2 },
      { value: 'nein', count: 1 },
    ],
  });
  expect(await numbers([NaN, NaN])).toEqual({ rows: 2, missing: 2, shape: null });
});
