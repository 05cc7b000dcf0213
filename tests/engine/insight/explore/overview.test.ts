import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnShape } from '../../../../src/engine/insight/explore/column-shape';
import { dateSummary } from '../../../../src/engine/insight/explore/date-summary';
import type { ColumnOverview } from '../../../../src/engine/insight/explore/overview-of';
import { pairView } from '../../../../src/engine/insight/explore/pair/pair-view';
import { columnOf } from '../../../../src/engine/table/table';
import { tallyOf, type Tally } from '../../../../src/engine/table/tally';
import { unwatched } from '../../../../src/engine/work';
import { table } from '../../../support/tables';
import { cardOf, cardsOf } from './looked-at';

/** Rows that the small picture shows, one way or the other. */
function drawn({ picture }: ColumnOverview): number {
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
  if (picture.shape === 'none') return 0;
  if (picture.shape === 'bars') return sum(picture.bars.map(({ count }) => count)) + picture.others;
  return sum(picture.counts) + (picture.shape === 'histogram' ? picture.below + picture.above : 0);
}

const days = (...texts: string[]) => texts.map((text) => new Date(text));

describe('the small picture', () => {
  it('shows each row once, whatever the numbers', async () => {
    const cell = fc.option(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()));
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 60 }), async (cells) => {
        const card = await cardOf(cells.map((one) => one ?? null));
        expect(drawn(card)).toBe(card.rows - card.missing);
      }),
      { seed: 6 },
    );
  });

  it('gathers long tails and keeps the shape of the middle', async () => {
    const cells = [...Array.from({ length: 1000 }, (_, i) => i % 50), 100_000, 90_000, -70_000];
    expect((await cardOf(cells)).picture).toEqual({
      shape: 'histogram',
      from: -20,
      to: 70,
      counts: [0, 0, 0, 0, ...new Array<number>(10).fill(100), 0, 0, 0, 0],
      below: 1,
      above: 2,
    });
  });

  it('has a bar a number where they are few, in their order', async () => {
    expect((await cardOf([3, 1, 1, null, 2, 3, 3])).picture).toEqual({
      shape: 'bars',
      bars: [
        { value: '1', count: 2 },
        { value: '2', count: 1 },
        { value: '3', count: 3 },
      ],
      others: 0,
    });
  });

  it('counts days, weeks, months or years by the span', async () => {
    const unitOf = async (...texts: string[]) => {
      const { picture } = await cardOf(days(...texts));
      return (
        picture.shape === 'time' && [picture.unit, picture.starts.length, drawn(await cardOf(days(...texts)))]
      );
    };
    expect(await unitOf('2024-01-01', '2024-01-31')).toEqual(['day', 31, 2]);
    expect(await unitOf('2024-01-01', '2024-04-01')).toEqual(['week', 14, 2]);
    expect(await unitOf('2010-12-01', '2011-12-09', '2011-12-09')).toEqual(['month', 13, 3]);
    expect(await unitOf('2000-12-31', '2011-01-01')).toEqual(['year', 12, 2]);
    expect(await unitOf('0001-01-01', '9999-12-31')).toEqual(['year', 20, 2]);
  });
});

describe('the card of a column', () => {
  it.each([
    ['nothing but blanks', [null, null]],
    ['no rows', []],
  ])('%s', async (_, cells) => {
    expect(await cardOf(cells)).toMatchObject({
      distinct: 0,
      numbers: null,
      frequent: [],
      picture: { shape: 'none' },
    });
  });

  it('one value', async () => {
    const { numbers, distinct, frequent } = await cardOf([0.1, 0.1, 0.1, 0.1]);
    expect({ distinct, frequent }).toEqual({ distinct: 1, frequent: [{ value: 0.1, count: 4 }] });
    expect(numbers).toMatchObject({
      mean: 0.1,
      deviation: 0,
      skewness: 0,
      kurtosis: 0,
      quantiles: [0.1, 0.1, 0.1, 0.1, 0.1],
    });
    expect((await cardOf([7])).numbers).toMatchObject({
      mean: 7,
      deviation: null,
      skewness: null,
      kurtosis: null,
    });
  });

  it('two values', async () => {
    // pandas: Series([0, 0, 0, 1]).skew(), .kurt()
    const { numbers } = await cardOf([0, 0, 0, 1]);
    expect(numbers).toMatchObject({ mean: 0.25, deviation: 0.5, zeros: 3 });
    expect(numbers!.skewness).toBeCloseTo(2, 12);
    expect(numbers!.kurtosis).toBeCloseTo(4, 12);
  });

  it('numbers near the greatest there are', async () => {
    const { numbers, picture } = await cardOf([-1.7e308, 1.7e308, 1.6e308, 1.5e308, 1e308, 0, 1]);
    expect(numbers!.mean / 1e307).toBeCloseTo(41 / 7, 12);
    const figures = [
      numbers!.mean,
      numbers!.deviation,
      numbers!.skewness,
      numbers!.kurtosis,
      ...numbers!.quantiles,
    ];
    expect(figures.every((one) => Number.isFinite(one))).toBe(true);
    expect(picture).toMatchObject({ shape: 'histogram', from: -1.7e308, to: 1.7e308 });
    const small = await cardOf([5e-324, 1e-323, 1.5e-323, 2e-323, 3e-323, 1e-310]);
    expect(drawn(small)).toBe(6);
    const endless = await cardOf([Infinity, -Infinity, 1, 2, 3, 4, 5]);
    expect(drawn(endless)).toBe(7);
  });

  it('a million different texts, of many scripts', async () => {
    const texts = Array.from({ length: 1_000_000 }, (_, i) => `${['شكرا', '👩‍👧', 'a'][i % 3]} ${i}`);
    const whole = table({ column: [...texts, '👍🏽', '👍🏽'] });
    const [card] = await cardsOf(whole);
    expect(card).toMatchObject({ distinct: 1_000_001, missing: 0, texts: { shortest: 2, longest: 11 } });
    expect(card!.frequent[0]).toEqual({ value: '👍🏽', count: 2 });
    expect(drawn(card!)).toBe(1_000_002);
    const { shape } = await columnShape(columnOf(whole, 'column'), { bins: null, scale: 'even' }, unwatched);
    expect(shape).toMatchObject({ others: { values: 999_971, count: 999_971 } });
    // Beside itself: the 11 most frequent, all others as one.
    const { picture, both } = await pairView(whole, 'column', 'column', unwatched);
    expect(both).toBe(1_000_002);
    expect(picture).toMatchObject({ shape: 'counts', down: { length: 12, 0: '👍🏽', 11: null }, peak: null });
  });

  it('yes and no, in the words of the file', async () => {
    expect(await cardOf([true, false, true, null])).toMatchObject({
      missing: 1,
      frequent: [
        { value: 'yes', count: 2 },
        { value: 'no', count: 1 },
      ],
      picture: {
        shape: 'bars',
        bars: [
          { value: 'no', count: 1 },
          { value: 'yes', count: 2 },
        ],
      },
    });
  });

  it('300 columns', async () => {
    const columns = Array.from({ length: 300 }, (_, i) => [`column ${i}`, [i, i + 1, null]] as const);
    const cards = await cardsOf(table(Object.fromEntries(columns)));
    expect(cards.map(({ numbers }) => numbers!.mean)).toEqual(columns.map((_, i) => i + 0.5));
  });

  it('dates whose times are all midnight have no hours', () => {
    const tally = (...values: number[]) =>
      ({ values: Float64Array.from(values), counts: Uint32Array.from(values, () => 2), present: 4 }) as Tally;
    expect(dateSummary(tally(-86_400_000, 172_800_000), true)!.hours).toBeNull();
    expect(dateSummary(tally(0, 172_800_001), true)!.hours![0]).toBe(4);
  });

  it('dates: days of the week, hours, and the years 1 and 9999', async () => {
    const { dates } = await cardOf(days('2024-01-01T08:30', '2024-01-07T23:59', '2024-01-08T08:00').map(utc));
    expect(dates).toMatchObject({ days: 3, hasTime: true, weekdays: [2, 0, 0, 0, 0, 0, 1] });
    expect(dates!.hours!.flatMap((rows, hour) => (rows > 0 ? [[hour, rows]] : []))).toEqual([
      [8, 2],
      [23, 1],
    ]);
    const far = (await cardOf(days('0001-01-01', '9999-12-31'))).dates!;
    expect([far.min, far.max, far.weekdays]).toEqual([
      -62_135_596_800_000,
      253_402_214_400_000,
      [1, 0, 0, 0, 1, 0, 0],
    ]);
  });
});

/** The same digits on the clock, as if UTC. */
const utc = (date: Date) => new Date(date.getTime() - date.getTimezoneOffset() * 60_000);

const DAY = 86_400_000;
const from2024 = (day: number) => new Date(Date.UTC(2024, 0, 1) + day * DAY);

describe('an unexpected gap', () => {
  const gapOf = async (dayNumbers: readonly number[]) => (await cardOf(dayNumbers.map(from2024))).dates!.gap;
  const weekdays = Array.from({ length: 200 }, (_, i) => i).filter((day) => day % 7 < 5);

  it('is longer than the rhythm of the column explains', async () => {
    expect(await gapOf(weekdays)).toBeNull();
    expect(await gapOf(weekdays.filter((day) => day < 80 || day >= 98))).toEqual({
      from: from2024(80).getTime(),
      to: from2024(97).getTime(),
      days: 18,
    });
  });

  it('may be one month of many', async () => {
    const months = Array.from({ length: 36 }, (_, i) =>
      Math.round((Date.UTC(2024, i, 1) - Date.UTC(2024, 0, 1)) / DAY),
    );
    expect(await gapOf(months)).toBeNull();
    expect(await gapOf(months.filter((_, i) => i !== 20))).toMatchObject({ days: 60 });
  });

  it('is not said of days drawn by chance', async () => {
    for (let seed = 1; seed <= 50; seed++) {
      const drawn = fc.sample(fc.integer({ min: 0, max: 700 }), { seed, numRuns: seed * 20 });
      expect([seed, await gapOf(drawn)]).toEqual([seed, null]);
    }
  });
});

describe('counting numbers', () => {
  it('comes to the same by counting and by sorting', async () => {
    const few = Float64Array.from({ length: 150_000 }, (_, i) =>
      i % 7 === 0 ? NaN : ((i * 7919) % 1000) / 8 - 40,
    );
    const many = Float64Array.from(few, (value, i) => (i < 140_000 ? i + 0.5 : value));
    for (const values of [few, many]) {
      const tally = await tallyOf(values, unwatched);
      const counts = new Map<number, number>();
      for (const value of values) if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
      const rising = [...counts].sort(([a], [b]) => a - b);
      expect([...tally.values]).toEqual(rising.map(([value]) => value));
      expect([...tally.counts]).toEqual(rising.map(([, count]) => count));
    }
  });

  it('takes −0 for 0', async () => {
    const { values, counts } = await tallyOf(Float64Array.of(-0, 0, 1e9, 1e9, NaN), unwatched);
    expect([[...values], [...counts]]).toEqual([
      [0, 1e9],
      [2, 2],
    ]);
  });
});
