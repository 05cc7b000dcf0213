import { describe, expect, it } from 'vitest';
import { Stopped } from '../../../../src/engine/errors';
import { explore } from '../../../../src/engine/insight/explore/explore';
import { overviewOf } from '../../../../src/engine/insight/explore/overview-of';
import { registry } from '../../../../src/engine/recipe/registry';
import * as v from 'valibot';
import { unwatched } from '../../../../src/engine/work';
import { table } from '../../../support/tables';
import { cardsOf } from './looked-at';
import { drawing, exploredOf, kindsOf, noise, shuffledTable, type Columns } from './planted';

const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** Noise, and beside it one of each kind of signal. */
function planted(seed: number): Columns {
  const { next, whole, normal } = drawing(seed + 500);
  const columns = noise(seed);
  const each = <T>(make: (row: number) => T): T[] => Array.from(columns['when']!, (_, row) => make(row));
  const when = columns['when'] as Date[];
  const towns = columns['town'] as string[];
  const rising = (row: number) => 1 + (when[row]!.getTime() - Date.UTC(2020, 0, 1)) / (1096 * 86_400_000);
  const festive = (row: number) => (when[row]!.getUTCMonth() >= 10 ? 1.6 : 1);
  return {
    ...columns,
    amount: each((row) => (100 + 5 * normal()) * rising(row) * festive(row)),
    fixed: each(() => 7),
    blank: each(() => null),
    lacking: each(() => (next() < 0.4 ? normal() : null)),
    tailed: each(() => Math.exp(normal())),
    spiked: each((row) => (row % 300 === 7 ? 60 + normal() : normal())),
    code: each((row) => `code ${row}`),
    street: each(() => `street ${whole(300)}`),
    plan: each(() => (next() < 0.97 ? 'free' : 'paid')),
    height2: columns['height']!,
    'post town': towns.map((town) => town.toUpperCase()),
    county: towns.map((town) => (town < 'F' ? 'south' : town < 'S' ? 'north' : 'west')),
  };
}

const JOINT = [
  'determines town county',
  'duplicate-columns height height2',
  'duplicate-columns town post town',
  'season when amount',
  'trend when amount',
];
const ALONE = [
  'almost-unique code',
  'constant blank',
  'constant fixed',
  'high-cardinality street',
  'imbalance plan',
  'missing-much lacking',
  'outliers spiked',
  'outliers tailed',
  'skew amount',
  'skew spiked',
  'skew tailed',
];

describe('findings', () => {
  it.each(seeds(5))('are the signals that were planted, and no others (%i)', async (seed) => {
    const found = await exploredOf(table(planted(seed)));
    expect(kindsOf(found)).toEqual([...JOINT, ...ALONE].sort());
    const severities = found.findings.map(({ severity }) => severity);
    expect(severities).toEqual([...severities].sort());
    const season = found.findings.find(({ kind }) => kind === 'season')!;
    expect(season.figures).toMatchObject({ of: 'total', unit: 'month', cycles: 3 });
    expect([10, 11]).toContain(season.figures['best']);
  });

  it.each(seeds(5))('say nothing of what goes with what once the columns are shuffled (%i)', async (seed) => {
    expect(kindsOf(await exploredOf(table(shuffledTable(planted(seed), seed))))).toEqual(ALONE);
  });

  it('are none where there is nothing but noise', async () => {
    for (const seed of seeds(40)) {
      const found = await exploredOf(table(noise(seed, seed % 2 ? 900 : 300)));
      expect([seed, kindsOf(found), found.headline!.contrast, found.headline!.peak]).toEqual([
        seed,
        [],
        null,
        null,
      ]);
    }
  });

  it('do not take single large orders for seasons or trends', async () => {
    for (const seed of seeds(25)) {
      const { when } = noise(seed, 800);
      const { normal } = drawing(seed + 900);
      const amount = Array.from(when!, () => Math.exp(2 * normal()));
      const kinds = kindsOf(await exploredOf(table({ when: when!, amount })));
      expect([seed, kinds]).toEqual([seed, ['outliers amount', 'skew amount']]);
    }
  });

  it.each([
    [2, []],
    [20, ['determines spent orders']],
  ])('ask for rows beside a heap of zeros as well: %i an amount', async (rows, expected) => {
    const { whole } = drawing(11);
    // One row in ten has an amount, each amount as many orders as it always has.
    const spent = Array.from({ length: 4000 }, (_, row) => (row % 10 === 0 ? 1 + whole(400 / rows) : 0));
    const orders = spent.map((amount) => (amount === 0 ? 0 : 1 + (amount % 6)));
    const found = kindsOf(await exploredOf(table({ orders, spent })));
    expect(found.filter((kind) => kind.startsWith('determines'))).toEqual(expected);
  });

  it('cut off no long tail, and take no heap of zeros for the usual range', async () => {
    const { normal, next } = drawing(5);
    const each = (make: () => number) => Array.from({ length: 2000 }, make);
    const spent90 = each(() => (next() < 0.74 ? 0 : 5 + 100 * next()));
    const { findings } = await exploredOf(
      table({
        spent: each(() => Math.exp(1.3 * normal())),
        spent90,
        spiked: each(() => (next() < 0.01 ? 60 : normal())),
      }),
    );
    const found = findings.filter(({ kind }) => kind === 'outliers');
    expect(found.map(({ columns, remedy }) => [columns[0], remedy?.op])).toEqual([
      ['spiked', 'outliers'],
      ['spent', undefined],
    ]);
    const { lowLimit, highLimit } = found[0]!.figures;
    expect([lowLimit, Number(highLimit).toFixed(0)]).toEqual([null, '5']);
  });

  it('offer steps that exist, with parameters they take', async () => {
    const { findings } = await exploredOf(table(planted(1)));
    const remedies = findings.flatMap(({ remedy }) => (remedy ? [remedy] : []));
    expect(new Set(remedies.map(({ op }) => op))).toEqual(
      new Set(['remove-columns', 'fill-missing', 'transform', 'outliers']),
    );
    for (const { op, params } of remedies)
      expect([op, v.safeParse(registry.get(op)!.params, params).success]).toEqual([op, true]);
  });
});

const HOUR = 3_600_000;

describe('seasons of rows', () => {
  const START = Date.UTC(2024, 0, 1);
  const rowsAt = (moments: number[]) => exploredOf(table({ when: moments.map((ms) => new Date(ms)) }));

  it('are found by weekday and hour', async () => {
    const { next } = drawing(3);
    const moments = Array.from(
      { length: 4000 },
      () => START + Math.floor(next() * 200) * 24 * HOUR + (9 + Math.floor(next() * 8)) * HOUR,
    );
    const open = moments.filter((ms) => new Date(ms).getUTCDay() !== 0);
    const { findings } = await rowsAt(open);
    const seasons = findings.filter(({ kind }) => kind === 'season');
    expect(seasons.map(({ columns, figures }) => [columns, figures['unit'], figures['times']])).toEqual([
      [['when'], 'hour', null],
      [['when'], 'weekday', null],
    ]);
    expect(seasons.find(({ figures }) => figures['unit'] === 'weekday')!.figures['least']).toBe(6);
  });

  it('are found in the mean of a column that is measured', async () => {
    const { normal } = drawing(4);
    const days = Array.from({ length: 1461 }, (_, i) => START + i * 24 * HOUR);
    const warm = (ms: number) =>
      15 - 10 * Math.cos(((ms - START) / HOUR / 24 / 365.25) * 2 * Math.PI) + 2 * normal();
    const found = await exploredOf(table({ when: days.map((ms) => new Date(ms)), warmth: days.map(warm) }));
    expect(kindsOf(found)).toEqual(['season when warmth']);
    expect(found.findings[0]!.figures).toMatchObject({
      of: 'mean',
      unit: 'month',
      best: 6,
      least: 0,
      share: null,
      cycles: 4,
    });
  });
});

describe('a season around 0', () => {
  it('says how high and how low, for no number times the other makes sense', async () => {
    const months = Array.from({ length: 60 }, (_, i) => i);
    const frost = months.map((month) => (month % 12 < 6 ? -10 : 20) + (month % 7) / 10 + month / 1000);
    const when = months.map((month) => new Date(Date.UTC(2020, month, 1)));
    const { findings } = await exploredOf(table({ when, frost }));
    const { figures } = findings.find(({ kind }) => kind === 'season')!;
    expect(figures).toMatchObject({ of: 'mean', unit: 'month', times: null, share: null });
    expect(figures['low']).toBeLessThan(-9);
    expect(figures['high']).toBeGreaterThan(20);
  });
});

describe('the headline', () => {
  const orders = (months: readonly number[], last = 31) =>
    months.flatMap((total, month) =>
      Array.from({ length: 60 }, (_, i) => ({
        when: new Date(Date.UTC(2024, month, month === months.length - 1 ? 1 + (i % last) : 1 + (i % 28))),
        amount: total / 60,
      })),
    );
  const headline = async (rows: { when: Date; amount: number }[]) => {
    const columns = { when: rows.map(({ when }) => when), amount: rows.map(({ amount }) => amount) };
    return (await exploredOf(table(columns))).headline!;
  };

  it('says which whole month brings most and least, and which three stand out', async () => {
    const found = await headline([
      ...orders([300, 200, 300, 300, 300, 300, 800, 900, 1000, 300, 100], 9),
      { when: new Date(Date.UTC(2024, 0, 2)), amount: -500 },
    ]);
    expect(found).toMatchObject({
      date: 'when',
      measure: ['amount'],
      unit: 'month',
      contrast: { best: 8, least: 1, times: expect.closeTo(5, 9) },
      peak: { from: 6, to: 8, share: expect.closeTo(2700 / 4800, 9) },
    });
    expect(found.starts[8]).toBe(Date.UTC(2024, 8, 1));
    expect(found.totals.map(Math.round)).toEqual([300, 200, 300, 300, 300, 300, 800, 900, 1000, 300, 100]);
  });

  it('counts rows where there is no money, and is none without a date or with dates ages apart', async () => {
    const when = orders([1, 1, 1, 1, 1]).map(({ when }) => when);
    expect((await exploredOf(table({ when }))).headline).toMatchObject({ measure: [], unit: 'week' });
    expect((await exploredOf(table({ town: ['York', 'Leeds'] }))).headline).toBeNull();
    const ages = [new Date('0001-01-01'), new Date('9999-12-31')];
    expect(await exploredOf(table({ when: ages }))).toMatchObject({ headline: null });
  });
});

describe('columns that say the same', () => {
  const many = Array.from({ length: 200 }, (_, i) => i);

  it('may have blanks, in the same rows', async () => {
    const one = many.map((i) => (i % 9 === 0 ? null : ['a', 'b', 'c'][i % 3]!));
    const other = one.map((cell) => cell && cell.toUpperCase());
    expect(kindsOf(await exploredOf(table({ one, other })))).toEqual(['duplicate-columns one other']);
    const elsewhere = many.map((i) => (i % 9 === 1 ? null : ['A', 'B', 'C'][i % 3]!));
    expect(kindsOf(await exploredOf(table({ one, elsewhere })))).toEqual([]);
  });

  it('are not two keys, unless their cells are equal', async () => {
    const keys = many.map((i) => `key ${i}`);
    const others = many.map((i) => `other ${i}`);
    expect(kindsOf(await exploredOf(table({ keys, others })))).toEqual([
      'almost-unique keys',
      'almost-unique others',
    ]);
    expect(kindsOf(await exploredOf(table({ keys, again: [...keys] })))).toContain(
      'duplicate-columns keys again',
    );
  });
});

describe('tables of which little can be said', () => {
  const YEARS = [new Date('0001-01-01'), new Date('9999-12-31'), new Date(0)];

  it.each<[string, Columns]>([
    ['no rows', { when: [], amount: [], town: [] }],
    ['one row', { when: [new Date(0)], amount: [1], town: ['York'] }],
    ['nothing but blanks', { when: [null, null], amount: [null, null] }],
    ['numbers near the greatest there are', { when: YEARS, amount: [1.7e308, -1.7e308, 1] }],
    ['numbers without end', { when: [new Date(0), new Date(1e9)], amount: [Infinity, -Infinity] }],
    ['emoji and text from right to left', { town: ['👩‍👧', 'شكرا', '👍🏽', '👩‍👧'] }],
  ])('%s: nothing untrue, and no error', async (_, columns) => {
    const { findings } = await exploredOf(table(columns));
    expect(findings.every(({ kind }) => kind === 'constant')).toBe(true);
  });

  it('a filled cell is not called blank, and one row is like no other', async () => {
    const one = await exploredOf(table({ town: ['York'], amount: [1], gone: [null] }));
    expect(kindsOf(one)).toEqual(['constant gone']);
    const single = await exploredOf(table({ town: ['York', null], amount: [1, 2] }));
    const found = single.findings.find(({ columns }) => columns[0] === 'town');
    expect([found?.kind, found?.figures['value']]).toEqual(['constant', 'York']);
  });

  it('300 columns of chance', async () => {
    const { whole, moment } = drawing(11);
    const rows = Array.from({ length: 200 });
    const texts = Array.from(
      { length: 300 },
      (_, i) => [`c${i}`, rows.map(() => `value ${whole(6)}`)] as const,
    );
    const found = await exploredOf(table({ when: rows.map(moment), ...Object.fromEntries(texts) }));
    expect(kindsOf(found)).toEqual([]);
  });

  it('stops when it is told to', async () => {
    const of = table(noise(1, 9000));
    const cards = await cardsOf(of);
    const work = { ...unwatched, breathe: () => Promise.reject(new Stopped()) };
    await expect(explore(of, cards, { money: null, decimal: '.' }, work)).rejects.toThrow(Stopped);
    await expect(overviewOf(of, { roles: new Map(), identifiers: new Set() }, work)).rejects.toThrow(Stopped);
  });
});
