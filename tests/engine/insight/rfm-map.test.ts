import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { segmentationOf } from '../../../src/engine/insight/segmentation-of';
import { mapNames } from '../../../src/engine/insight/map-a';
import type { Segmentation } from '../../../src/engine/insight/segmentation';
import type { RecipeStep } from '../../../src/engine/recipe/schema';
import { run, type RunOptions } from '../../../src/engine/recipe/run';
import { unwatched } from '../../../src/engine/work';
import expected from '../../expectations/rfm-scores/rfm-scores.json';
import { recipeOf, step } from '../recipe/recipes';
import { table } from '../../support/tables';

const NAMES = ['recency_days', 'frequency', 'monetary'];
const ROLES = new Map([
  ['recency_days', 'recency'],
  ['frequency', 'frequency'],
  ['monetary', 'monetary'],
] as const);

/** The customers of Online Retail, by pandas: tests/expectations/rfm/make.py. */
const lines = readFileSync(new URL('../../expectations/rfm/online-retail.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').slice(1).map(Number));
const shop = table(Object.fromEntries(NAMES.map((name, i) => [name, lines.map((line) => line[i]!)])), {
  roles: ROLES,
});

const scores = (params: object, change: Partial<RecipeStep> = {}) =>
  step(
    'scores',
    'rfm-scores',
    { recency: 'recency_days', frequency: 'frequency', monetary: 'monetary', ...params },
    change,
  );
const group = (params: object = {}) =>
  step('segment', 'segment', { columns: NAMES.map((name) => `${name}_z`), k: 3, maxK: 3, ...params });

async function found(
  steps: RecipeStep[],
  of = shop,
  how: Pick<RunOptions, 'mode' | 'fits'> = { mode: 'learn' },
): Promise<{ segmentation: Segmentation; fits: Readonly<Record<string, unknown>> }> {
  const recipe = recipeOf([step('scale', 'scale', { columns: NAMES, with: 'z' }), ...steps], NAMES);
  const outcome = await run(recipe, of, { ...how, work: unwatched });
  return { segmentation: (await segmentationOf(recipe, outcome, [], unwatched))!, fits: outcome.fits };
}

describe('segments by the RFM map', { timeout: 30_000 }, () => {
  // pandas 1.5.3: tests/expectations/rfm-scores/make.py
  it.each([3, 4, 5] as const)(
    'have the customers and the money that pandas finds, %i levels',
    async (levels) => {
      const { segmentation } = await found([scores({ levels }), group({ by: 'rfm_segment' })]);
      const wanted: Record<string, (number | undefined)[]> = expected.levels[levels].cells;
      const { cells, ...map } = segmentation.map!;
      expect(map).toMatchObject({ step: 'scores', levels, auto: false, own: false });
      const seen = cells.filter(({ customers }) => customers > 0);
      expect(seen.map(({ recency, frequency }) => `${recency}${frequency}`)).toEqual(Object.keys(wanted));
      for (const cell of seen) {
        const [customers, money] = wanted[`${cell.recency}${cell.frequency}`]!;
        expect(cell.customers).toBe(customers);
        expect(cell.revenue).toBeCloseTo(money!, 1);
      }
      expect(cells).toHaveLength(levels ** 2);
      const best = [...expected.levels[levels].monetary].filter((digit) => digit === String(levels)).length;
      expect(cells.reduce((sum, { bigSpenders }) => sum + bigSpenders, 0)).toBe(best);
      expect(cells.every(({ bigSpenders, customers }) => bigSpenders <= customers)).toBe(true);
      const names = mapNames(levels).flat();
      const sums = new Map<string, number>();
      cells.forEach(({ customers }, i) => sums.set(names[i]!, (sums.get(names[i]!) ?? 0) + customers));
      const { segments } = segmentation;
      expect(new Map(segments.map(({ name, size }) => [name, size]))).toEqual(
        new Map([...sums].filter(([, size]) => size > 0)),
      );
      const means = segments.map(({ revenue, size }) => revenue! / size);
      expect([...means].sort((x, y) => y - x)).toEqual(means);
      expect(segments.map(({ rfm, name }) => rfm!.cell === name)).toEqual(segments.map(() => true));
      expect(cells.map(({ name, segment }) => segment && segments[segment - 1]!.name === name)).toEqual(
        cells.map(({ segment }) => segment && true),
      );
    },
  );

  it('follow a map and words of the user', async () => {
    const map = [
      ['Quiet', 'Quiet', 'Quiet'],
      ['Quiet', 'Middle', 'Good'],
      ['Middle', 'Good', 'Good'],
    ];
    const own = { levels: 3, map };
    const { segmentation } = await found([
      scores(own),
      group({ by: 'rfm_segment', actions: { Good: 'Thank them.' } }),
    ]);
    expect(segmentation.segments.map(({ name }) => name)).toEqual(['Good', 'Middle', 'Quiet']);
    expect(segmentation.map).toMatchObject({ own: true, actions: { Good: 'Thank them.' } });
    expect(segmentation.mapOffer).toBeUndefined();
  });

  it('are graded by their size alone, for they were cut and not found', async () => {
    const { segmentation } = await found([scores({ levels: 5 }), group({ by: 'rfm_segment' })]);
    expect(segmentation.segments.map(({ grade }) => grade)).toEqual(segmentation.segments.map(() => null));
    const few = table(
      { recency_days: [1, 2, 3], frequency: [3, 2, 1], monetary: [9, 9, 9] },
      { roles: ROLES },
    );
    const small = (await found([scores({}), group({ by: 'rfm_segment' })], few)).segmentation;
    expect(small.segments.map(({ grade }) => grade)).toEqual(
      small.segments.map(() => ({ level: 'weak', reasons: [{ code: 'too-small', value: 1, limit: 30 }] })),
    );
  });

  it('keep limits and order for new customers', async () => {
    const steps = [scores({}), group({ by: 'rfm_segment' })];
    const { fits, segmentation } = await found(steps);
    expect(segmentation.map).toMatchObject({ levels: 3, auto: true });
    const few = table({ recency_days: [1, 300], frequency: [50, 1], monetary: [9000, 10] }, { roles: ROLES });
    const later = (await found(steps, few, { mode: 'reuse', fits })).segmentation;
    expect(later.map!.limits).toEqual(segmentation.map!.limits);
    expect(later.segments.map(({ name }) => name)).toEqual(segmentation.segments.map(({ name }) => name));
    expect(later.segments.filter(({ size }) => size > 0).map(({ name }) => name)).toEqual([
      'Champions',
      'Hibernating',
    ]);
  });

  it('are offered where recency, frequency and money are known', async () => {
    const offered = (await found([group()])).segmentation;
    expect(offered.map).toBeUndefined();
    expect(offered.mapOffer).toEqual({
      step: null,
      params: { lost: true, recency: 'recency_days', frequency: 'frequency', monetary: 'monetary' },
      by: 'rfm_segment',
    });
    const there = (await found([scores({ taken: ['r_score'] }, { enabled: false }), group()])).segmentation;
    expect(there.mapOffer).toEqual({ step: 'scores', params: null, by: 'tessera_rfm_segment' });
    const unknown = table(Object.fromEntries(NAMES.map((name, i) => [name, lines.map((line) => line[i]!)])));
    expect((await found([group()], unknown)).segmentation.mapOffer).toBeUndefined();
  });
});
