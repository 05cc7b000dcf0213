import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../src/engine/files/read-table';
import { bytesSource } from '../../../../src/engine/files/source';
import { columnShape } from '../../../../src/engine/insight/explore/column-shape';
import type { NumberShape } from '../../../../src/engine/insight/explore/number-shape';
import { splitShape, type SplitShape } from '../../../../src/engine/insight/explore/split-shape';
import type { Spread } from '../../../../src/engine/insight/explore/spread';
import { columnOf } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
/** By pandas and NumPy: tests/expectations/explore-split/split.py. */
import expected from '../../../expectations/explore-split/split.json';
import { hasRealFiles, realPath } from '../../../support/files';
import { table } from '../../../support/tables';

type Of<S> = Extract<NonNullable<SplitShape['shape']>, { of: S }>;
const EVEN = { bins: 12, scale: 'even' } as const;
const read = async (file: string) =>
  (await readTable(bytesSource('file.csv', readFileSync(realPath(file))), {}, unwatched)).table;
const byLevel = <T>({ groups }: Spread, what: (group: Spread['groups'][number]) => T) =>
  Object.fromEntries(groups.map((group) => [group.level ?? '*', what(group)]));

describe.skipIf(!hasRealFiles)(
  'columns of real files, split (skipped where ../shared/data is absent)',
  () => {
    it('numbers as groupby and histogram have them', async () => {
      const { file, column, by, edges, all, groups, medians } = expected.numbers;
      const { shape } = await splitShape(await read(file), column, by, EVEN, unwatched);
      const { histogram, spread, pair } = shape as Of<'numbers'>;
      expect(histogram.edges).toEqual(edges);
      expect(spread.all.counts).toEqual(all);
      expect(byLevel(spread, ({ counts }) => counts)).toEqual(groups);
      const { boxes } = pair.picture as Extract<typeof pair.picture, { shape: 'boxes' }>;
      expect(Object.fromEntries(boxes.map(({ level, box }) => [level ?? '*', box.median]))).toEqual(medians);
    });

    it('months as groupby has them, by a number of many values', async () => {
      const { file, column, by, months, groups } = expected.dates;
      const { shape } = await splitShape(await read(file), column, by, EVEN, unwatched);
      const { unit, starts, spread, weekdays } = shape as Of<'dates'>;
      expect(unit).toBe('month');
      expect(starts.map((start) => new Date(start).toISOString().slice(0, 7))).toEqual(months);
      expect(byLevel(spread, ({ counts }) => counts)).toEqual(groups);
      expect(byLevel(weekdays, ({ counts }) => counts)).toEqual(expected.weekdays);
    });

    it('values as crosstab has them', async () => {
      const { file, column, by, counts } = expected.values;
      const { shape } = await splitShape(await read(file), column, by, EVEN, unwatched);
      const picture = (shape as Of<'values'>).pair.picture as Extract<
        Of<'values'>['pair']['picture'],
        { shape: 'counts' }
      >;
      const found = picture.down.flatMap((row, r) =>
        picture.across.map((level, c) => [`${row} ${level}`, picture.counts[r * picture.across.length + c]]),
      );
      expect(Object.fromEntries(found)).toEqual(counts);
    });
  },
);

describe('splitShape', () => {
  const value = fc.oneof(
    fc.constant(null),
    fc.integer({ min: -5, max: 40 }),
    fc.integer({ min: 0, max: 9 }).map((tens) => tens / 10 + 3),
    fc.constantFrom(-9000, 0, 9.7, 70_000),
  );
  const group = fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 12 }));
  const rows = fc.array(fc.tuple(value, group), { minLength: 1, maxLength: 300 });
  const scale = fc.constantFrom('gathered', 'even', 'log');

  it('has the edges of the whole column, and groups that add up to its bars', async () => {
    await fc.assert(
      fc.asyncProperty(rows, scale, fc.option(fc.integer({ min: 1, max: 30 })), async (cells, kind, bins) => {
        const options = { bins, scale: kind };
        // Blanks of the other column as a value of its own leave no row out.
        const whole = table({
          x: [0, ...cells.map(([x]) => x)],
          by: ['one', ...cells.map(([, by]) => `g${by}`)],
        });
        const { shape, missing, ungrouped } = await splitShape(whole, 'x', 'by', options, unwatched);
        const { histogram, spread } = shape as Of<'numbers'>;
        const alone = await columnShape(columnOf(whole, 'x'), options, unwatched);
        expect([histogram, missing, ungrouped]).toEqual([
          (alone.shape as NumberShape).histogram,
          alone.missing,
          0,
        ]);
        expect(spread.groups.length).toBeLessThanOrEqual(7);
        expect(
          spread.all.counts.map((_, i) => spread.groups.reduce((sum, { counts }) => sum + counts[i]!, 0)),
        ).toEqual(spread.all.counts);
      }),
    );
  });

  it('counts weekdays and hours of each group by the calendar', async () => {
    const moment = fc.integer({ min: -4e12, max: 4e12 });
    const letter = fc.constantFrom('a', 'b', null);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(moment, letter), { minLength: 1, maxLength: 60 }), async (cells) => {
        const all: [number, string | null][] = [[0, 'a'], ...cells];
        const dates = table({ x: all.map(([ms]) => new Date(ms)), by: all.map(([, by]) => by) });
        const { shape } = await splitShape(dates, 'x', 'by', EVEN, unwatched);
        const { weekdays, hours } = shape as Of<'dates'>;
        const tally = (of: typeof all, bars: number, at: (date: Date) => number) =>
          Array.from({ length: bars }, (_, bar) => of.filter(([ms]) => at(new Date(ms)) === bar).length);
        const monday = (date: Date) => (date.getUTCDay() + 6) % 7;
        expect(weekdays.all.counts).toEqual(tally(all, 7, monday));
        expect(hours.all.counts).toEqual(tally(all, 24, (date) => date.getUTCHours()));
        for (const { level, counts } of weekdays.groups)
          expect(counts).toEqual(
            tally(
              all.filter(([, by]) => by === level),
              7,
              monday,
            ),
          );
        for (const { level, counts } of hours.groups)
          expect(counts).toEqual(
            tally(
              all.filter(([, by]) => by === level),
              24,
              (date) => date.getUTCHours(),
            ),
          );
      }),
    );
  });

  it('counts what is blank in either', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const x = [1, ...cells.map(([cell]) => cell)];
        const by = [1, ...cells.map(([, cell]) => cell)];
        const found = await splitShape(table({ x, by }), 'x', 'by', EVEN, unwatched);
        const { spread } = found.shape as Of<'numbers'>;
        const inGroups = spread.groups.reduce((sum, group) => sum + group.rows, 0);
        expect(found.missing).toBe(x.filter((cell) => cell === null).length);
        expect(found.ungrouped).toBe(x.filter((cell, i) => cell !== null && by[i] === null).length);
        expect(inGroups + found.missing + found.ungrouped).toBe(found.rows);
      }),
    );
  });

  it('puts numbers in rising order and all others last', async () => {
    const by = Array.from({ length: 90 }, (_, i) => (i < 80 ? 8 - (i % 8) : 20 + i));
    const { shape } = await splitShape(table({ x: by.map((_, i) => i), by }), 'x', 'by', EVEN, unwatched);
    expect((shape as Of<'numbers'>).spread.groups.map(({ level, rows: n }) => [level, n])).toEqual([
      ...['1', '2', '3', '4', '5', '6'].map((level) => [level, 10]),
      [null, 30],
    ]);
  });

  it('names the bar of a group that stands out, and none by chance', async () => {
    const x = Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 9 : i % 7));
    const planted = x.map((_, i) => (i % 4 === 0 ? 'nines' : 'rest'));
    const even = x.map((_, i) => (i % 8 < 4 ? 'one' : 'other'));
    const peak = async (by: string[]) => {
      const { shape } = await splitShape(table({ x, by }), 'x', 'by', EVEN, unwatched);
      return (shape as Of<'numbers'>).spread.peak;
    };
    expect(await peak(planted)).toEqual({ group: 1, bar: 9, share: 1, whole: 0.25 });
    expect(await peak(even)).toBeNull();
  });

  it('has nothing to show where no row has both', async () => {
    const apart = table({ x: [1, null, 2], by: [null, 'a', null] });
    expect(await splitShape(apart, 'x', 'by', EVEN, unwatched)).toEqual({
      rows: 3,
      missing: 1,
      ungrouped: 2,
      shape: null,
    });
  });
});
