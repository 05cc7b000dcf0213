import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mapNames } from '../../../src/engine/insight/map-a';
import { rfmScores, type RfmScoresParams } from '../../../src/engine/steps/rfm-scores';
import { levelsFor } from '../../../src/engine/steps/rfm-scores/levels-for';
import { unwatched } from '../../../src/engine/work';
import expected from '../../expectations/rfm-scores/rfm-scores.json';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

const COLUMNS = { recency: 'days', frequency: 'orders', monetary: 'spent' };
const params = (change: Partial<RfmScoresParams> = {}): RfmScoresParams => ({
  ...COLUMNS,
  levels: 5,
  ...change,
});

/** One line per customer, by pandas: tests/expectations/rfm/make.py. */
const lines = readFileSync(new URL('../../expectations/rfm/online-retail.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').slice(1).map(Number));
const shop = () =>
  table({
    days: lines.map(([days]) => days!),
    orders: lines.map(([, orders]) => orders!),
    spent: lines.map(([, , spent]) => spent!),
  });
const digitsIn = (cells: readonly unknown[] | undefined): string => cells!.join('');

describe('rfm-scores on the customers of Online Retail', () => {
  // pandas 1.5.3: tests/expectations/rfm-scores/make.py
  it.each([3, 4, 5] as const)(
    'gives every customer the mid-rank levels of pandas, %i levels',
    async (levels) => {
      const before = shop();
      const { table: after, counts, notes } = await learnAndApply(rfmScores, before, params({ levels }));
      const wanted = expected.levels[levels];
      const cells = cellsOf(after);
      expect(digitsIn(cells.r_score)).toBe(wanted.recency);
      expect(digitsIn(cells.f_score)).toBe(wanted.frequency);
      expect(digitsIn(cells.m_score)).toBe(wanted.monetary);
      expect(cells.rfm_score).toEqual(
        [...wanted.recency].map((r, i) => `${r}${wanted.frequency[i]}${wanted.monetary[i]}`),
      );
      const names = mapNames(levels);
      expect(cells.rfm_segment).toEqual(
        [...wanted.recency].map((r, i) => names[Number(r) - 1]![Number(wanted.frequency[i]) - 1]),
      );
      const { emptyFrequency } = wanted;
      expect(counts).toEqual({
        withoutScore: 0,
        emptyRecency: 0,
        emptyFrequency: emptyFrequency.length,
        emptyMonetary: 0,
      });
      expect(notes).toEqual(
        emptyFrequency.length > 0 ? [`empty-levels:frequency:${emptyFrequency.join(',')}`] : [],
      );
      tableEqual(before, shop());
    },
  );

  it('cuts by limits of the user as pandas.cut does', async () => {
    const limits = { recency: [365, 180, 90, 30], frequency: [2, 3, 5, 10] };
    const { table: after, fit } = await learnAndApply(rfmScores, shop(), params({ limits }));
    const cells = cellsOf(after);
    expect(digitsIn(cells.r_score)).toBe(expected.limits.recency);
    expect(digitsIn(cells.f_score)).toBe(expected.limits.frequency);
    expect(digitsIn(cells.m_score)).toBe(expected.levels[5].monetary);
    expect(fit.limits).toMatchObject(limits);
  });
});

describe('rfm-scores', () => {
  it('keeps the limits learnt, so that new customers are scored as the old ones were', async () => {
    const learnt = table({ days: [10, 20, 30], orders: [1, 2, 3], spent: [5, 50, 500] });
    const fit = await rfmScores.fit(learnt, params({ levels: 3 }), unwatched);
    expect(fit).toEqual({
      levels: 3,
      limits: { recency: [20, 10], frequency: [2, 3], monetary: [50, 500] },
    });
    const later = table({ days: [1, 11, 99], orders: [40, 2.5, 1], spent: [499.99, 500, -3] });
    const { table: after, counts } = await rfmScores.apply(later, params({ levels: 3 }), fit, unwatched);
    expect(cellsOf(after).rfm_score).toEqual(['332', '223', '111']);
    expect(cellsOf(after).rfm_segment).toEqual(['Champions', 'Need attention', 'Hibernating']);
    expect(counts).toMatchObject({ emptyRecency: 0 });
  });

  it('calls the lowest of 4 levels lost where that is said, and hibernating where it is not', async () => {
    const learnt = table({ days: [10, 20, 30, 40], orders: [4, 3, 2, 1], spent: [40, 30, 20, 10] });
    const named = async (change: object) => {
      const chosen = params({ levels: 4, ...change });
      const fit = await rfmScores.fit(learnt, chosen, unwatched);
      return cellsOf((await rfmScores.apply(learnt, chosen, fit, unwatched)).table).rfm_segment!.at(-1);
    };
    expect([await named({}), await named({ lost: true })]).toEqual(['Hibernating', 'Lost']);
  });

  it('leaves a customer with a blank without digits and name, and counts him', async () => {
    const { table: after, counts } = await learnAndApply(
      rfmScores,
      table({ days: [1, null, 3], orders: [3, 2, 1], spent: [9, 9, null] }),
      params({ levels: 3 }),
    );
    expect(cellsOf(after)).toMatchObject({
      r_score: [3, null, 1],
      m_score: [2, 2, null],
      rfm_score: ['332', null, null],
      rfm_segment: ['Champions', null, null],
    });
    expect(counts).toMatchObject({ withoutScore: 2, emptyRecency: 1, emptyMonetary: 2 });
  });

  it('puts the customers of a constant column, or one customer, in the middle', async () => {
    const same = await learnAndApply(
      rfmScores,
      table({ days: [7, 7], orders: [1, 1], spent: [0, 0] }),
      params(),
    );
    expect(cellsOf(same.table).rfm_score).toEqual(['333', '333']);
    expect(same.fit.limits).toEqual({
      recency: [7, 7, null, null],
      frequency: [1, 1, null, null],
      monetary: [0, 0, null, null],
    });
    expect(same.notes).toContain('empty-levels:recency:1,2,4,5');
    const one = await learnAndApply(rfmScores, table({ days: [7], orders: [1], spent: [0] }), params());
    expect(cellsOf(one.table).rfm_segment).toEqual(['Need attention']);
  });

  it('takes as many levels as the number of customers carries', async () => {
    expect([1, 29_999, 30_000, 200_000, 200_001].map(levelsFor)).toEqual([3, 3, 4, 4, 5]);
    const { fit } = await learnAndApply(rfmScores, shop(), params({ levels: 'auto' }));
    expect(fit.levels).toBe(3);
  });

  it('names cells as the user does; cells of one name are one', async () => {
    const map = [
      ['Quiet', 'Quiet', 'Big once'],
      ['Quiet', 'Middle', 'Regulars'],
      ['New', 'Regulars', 'Regulars'],
    ];
    const { table: after } = await learnAndApply(
      rfmScores,
      table({ days: [1, 2, 3], orders: [3, 2, 1], spent: [1, 2, 3] }),
      params({ levels: 3, map }),
    );
    expect(cellsOf(after).rfm_segment).toEqual(['Regulars', 'Middle', 'Quiet']);
  });

  it('leaves the names of the file alone', async () => {
    const taken = { taken: ['R_Score', 'tessera_rfm_segment'] };
    expect(rfmScores.adds(params(taken))).toEqual([
      'tessera_r_score_2',
      'tessera_f_score_2',
      'tessera_m_score_2',
      'tessera_rfm_score_2',
      'tessera_rfm_segment_2',
    ]);
  });

  it('refuses a column that is blank throughout, text and what is not there', async () => {
    const tried = (cells: Parameters<typeof table>[0]) =>
      refusal(learnAndApply(rfmScores, table(cells), params()));
    expect(await tried({ days: [1], orders: [null], spent: [1] })).toEqual({
      code: 'too-few-values',
      details: { column: 'orders', count: 0 },
    });
    expect((await tried({ days: [], orders: [], spent: [] })).code).toBe('too-few-values');
    expect((await tried({ days: [1], orders: ['1'], spent: [1] })).code).toBe('wrong-kind');
    expect((await tried({ days: [1], orders: [1] })).code).toBe('missing-column');
  });

  it('refuses a map that does not fit the levels learnt', async () => {
    const fit = {
      levels: 4,
      limits: { recency: [3, 2, 1], frequency: [1, 2, 3], monetary: [1, 2, 3] },
    } as const;
    const map = mapNames(3);
    const applied = Promise.resolve().then(() =>
      rfmScores.apply(shop(), params({ levels: 3, map }), structuredClone(fit) as never, unwatched),
    );
    expect((await refusal(applied)).code).toBe('not-a-model');
  });

  it.each([
    [{ frequency: 'spent' }, 'a column stands twice'],
    [{ levels: 'auto', map: mapNames(3) }, 'own limits and an own map need a number of levels'],
    [{ levels: 'auto', limits: { recency: [2, 1] } }, 'own limits and an own map need a number of levels'],
    [{ levels: 4, map: mapNames(3) }, 'the map needs 4 × 4 names'],
    [{ levels: 3, limits: { frequency: [1, 2, 3] } }, 'frequency needs 2 limits'],
    [{ levels: 3, limits: { frequency: [2, 2] } }, 'limits of frequency are out of order'],
    [{ levels: 3, limits: { recency: [30, 90] } }, 'limits of recency are out of order'],
  ] as const)('refuses before it runs: %j', (change, reason) => {
    expect(rfmScores.refuses!(params(structuredClone(change) as Partial<RfmScoresParams>))).toEqual({
      code: 'bad-params',
      details: { path: 'params', reason },
    });
  });

  it('says itself in one line and names what it reads and adds', () => {
    expect(rfmScores.describe(params({ levels: 'auto' }))).toBe('Score recency, frequency and money');
    expect(rfmScores.describe(params({ levels: 4 }))).toBe('Score recency, frequency and money from 1 to 4');
    expect(rfmScores.refuses!(params({ limits: { recency: [90, 60, 30, 7] }, map: mapNames(5) }))).toBeNull();
    expect(rfmScores.reads(params())).toEqual(['days', 'orders', 'spent']);
    expect(rfmScores.adds(params())).toEqual(['r_score', 'f_score', 'm_score', 'rfm_score', 'rfm_segment']);
  });
});

describe('laws of rfm-scores', () => {
  const some = fc.integer({ min: 0, max: 9 });
  const customers = fc.array(fc.tuple(some, some, some), { minLength: 1, maxLength: 40 });
  const levels = fc.constantFrom(3 as const, 4 as const, 5 as const);

  it('equal values always share a score, better ones never score lower', async () => {
    await fc.assert(
      fc.asyncProperty(customers, levels, async (rows, most) => {
        const before = table({
          days: rows.map(([days]) => days),
          orders: rows.map(([, orders]) => orders),
          spent: rows.map(([, , spent]) => spent),
        });
        const { table: after } = await learnAndApply(rfmScores, before, params({ levels: most }));
        const { r_score: r, f_score: f, m_score: m } = cellsOf(after) as Record<string, number[]>;
        for (const [i, [days, orders, spent]] of rows.entries()) {
          for (const [j, other] of rows.entries()) {
            expect(Math.sign(r![i]! - r![j]!) * Math.sign(days - other[0])).toBeLessThanOrEqual(0);
            expect(days !== other[0] || r![i] === r![j]).toBe(true);
            expect(orders !== other[1] || f![i] === f![j]).toBe(true);
            expect(spent !== other[2] || m![i] === m![j]).toBe(true);
            expect(Math.sign(f![i]! - f![j]!) * Math.sign(orders - other[1])).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { seed: 4, numRuns: 40 },
    );
  });

  it('every cell of 3, 4 and 5 levels has exactly one name, whatever the customers', async () => {
    await fc.assert(
      fc.asyncProperty(levels, fc.integer({ min: 0 }), async (most, seed) => {
        // One customer in each cell, in an order of chance.
        const cells = Array.from({ length: most * most }, (_, i) => [(i / most) | 0, i % most] as const);
        const order = [...cells.keys()].sort((a, b) => ((a * 7919 + seed) % 101) - ((b * 7919 + seed) % 101));
        const before = table({
          days: order.map((i) => most - cells[i]![0]),
          orders: order.map((i) => cells[i]![1]),
          spent: order,
        });
        const { table: after } = await learnAndApply(rfmScores, before, params({ levels: most }));
        const { rfm_segment: names, rfm_score: digits } = cellsOf(after) as Record<string, string[]>;
        const called = new Map(digits!.map((text, i) => [text.slice(0, 2), names![i]!]));
        expect(called.size).toBe(most * most);
        for (const [i, name] of names!.entries()) {
          const [r, f] = cells[order[i]!]!;
          expect(digits![i]!.slice(0, 2)).toBe(`${r + 1}${f + 1}`);
          expect(name).toBe(mapNames(most)[r]![f]);
        }
      }),
      { seed: 4, numRuns: 30 },
    );
  });
});
