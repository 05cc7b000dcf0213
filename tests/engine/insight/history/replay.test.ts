import type { ColumnTable } from 'arquero';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineError } from '../../../../src/engine/errors';
import { ABSENT } from '../../../../src/engine/insight/history/labels-then';
import { Replay } from '../../../../src/engine/insight/history/replay';
import { segmentationOf } from '../../../../src/engine/insight/segmentation-of';
import { run } from '../../../../src/engine/recipe/run';
import type { Recipe } from '../../../../src/engine/recipe/schema';
import { sourceTable } from '../../../../src/engine/recipe/source-table';
import { DAY, isoDay } from '../../../../src/engine/steps/parts/calendar';
import { keep, numbers } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import { cellsOf, table } from '../../../support/tables';
import { recipeOf, step } from '../../recipe/recipes';

const START = Date.UTC(2024, 0, 10);
const MEASURES = ['recency_days', 'frequency', 'monetary'];

interface Row {
  customer: string | null;
  day: number | null;
  order: string | null;
  quantity: number | null;
  price: number | null;
  amount: number | null;
  city: string | null;
}
const orBlank = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 12 });
const row: fc.Arbitrary<Row> = fc.record({
  customer: orBlank(fc.constantFrom('ann', 'ben', 'cem', 'dee', 'eva', 'fay', 'gil', 'hal')),
  day: orBlank(fc.integer({ min: 0, max: 150 })),
  order: orBlank(fc.constantFrom('1', '2', '3', '4')),
  quantity: orBlank(fc.integer({ min: -2, max: 6 })),
  price: orBlank(fc.constantFrom(0, 0.1, 2.5, 19.99)),
  amount: orBlank(fc.constantFrom(-4.2, 0, 12, 30.5, 80)),
  city: orBlank(fc.constantFrom('Ulm', 'Jena', 'Trier')),
});
/** Rows, some of them copies. */
const orders = fc
  .tuple(fc.array(row, { minLength: 12, maxLength: 60 }), fc.array(fc.nat(), { maxLength: 8 }))
  .map(([rows, copies]) => [...rows, ...copies.map((at) => rows[at % rows.length]!)]);

const tableOf = (rows: readonly Row[]) =>
  table(
    {
      customer: rows.map((each) => each.customer),
      date: rows.map(({ day }) => (day === null ? null : new Date(START + day * DAY + 36e5))),
      order: rows.map((each) => each.order),
      quantity: rows.map((each) => each.quantity),
      price: rows.map((each) => each.price),
      amount: rows.map((each) => each.amount),
      city: rows.map((each) => each.city),
    },
    { grain: 'orders' },
  );

const BY_QUANTITY = { amount: null, quantity: 'quantity', price: 'price' };
const BY_AMOUNT = { amount: 'amount', quantity: null, price: null };
const addUp = (params: object) =>
  step('rfm', 'rfm', { customer: 'customer', date: 'date', order: 'order', ...BY_QUANTITY, ...params });
const LIKENESS = [
  step('log', 'transform', { columns: MEASURES, with: 'log1p' }),
  step('scale', 'scale', { columns: MEASURES.map((name) => `${name}_log`), with: 'z' }),
  step('segment', 'segment', { columns: MEASURES.map((name) => `${name}_log_z`), k: 3 }),
];
const [recency, frequency, monetary] = MEASURES;
const RECIPES: readonly [name: string, recipe: Recipe][] = [
  ['likeness', [step('copies', 'drop-duplicates', {}), addUp({}), ...LIKENESS]],
  ['amounts that may be totals, days as orders', [addUp({ ...BY_AMOUNT, order: null }), ...LIKENESS]],
  ['amounts that are totals', [step('copies', 'drop-duplicates', {}), addUp(BY_AMOUNT), ...LIKENESS]],
  ['the day of the last purchase counted anew', [
    addUp({}),
    step('days', 'days-since', { column: 'last_purchase' }),
    step('scale', 'scale', { columns: ['last_purchase_days', 'monetary'], with: 'robust' }),
    step('segment', 'segment', { columns: ['last_purchase_days_robust', 'monetary_robust'], k: 2 }),
  ]],
  ['the RFM map', [
    addUp({}),
    step('scores', 'rfm-scores', { recency, frequency, monetary, levels: 3 }),
    step('scale', 'scale', { columns: ['r_score', 'f_score'], with: 'z' }),
    step('segment', 'segment', { columns: ['r_score_z', 'f_score_z'], k: 'auto', by: 'rfm_segment', money: ['monetary'] }),
  ]],
  ['a column taken along, and customers left out by it', [
    addUp({ keep: ['city'] }),
    step('cities', 'keep-values', { column: 'city', values: ['Ulm', 'Trier'], blanks: 'keep' }),
    ...LIKENESS,
  ]],
  ['segments split, merged and pinned by hand', [
    addUp({}),
    ...LIKENESS,
    step('split', 'split-segment', { segment: 1, into: 2 }),
    step('merge', 'merge-segments', { segments: [2, 3], name: 'Together' }),
    step('pin', 'pin-segments', { pinned: [{ id: 2, name: 'Best', typical: { monetary: 100 } }] }),
  ]],
].map(([name, steps]) => [name as string, recipeOf(steps as Recipe['steps'], [], 'orders')]); // prettier-ignore

const TOTALS = RECIPES.find(([name]) => name === 'amounts that are totals')![1];

/** The run to look back at. Random amounts hardly ever look like totals, so that it is learnt for the recipe of that name. */
async function outcomeOf(recipe: Recipe, source: ColumnTable) {
  const learnt = await run(recipe, source, { mode: 'learn', work: unwatched });
  const rfm = { ...(learnt.fits['rfm'] as object), orderTotals: true };
  const fits = recipe === TOTALS ? { ...learnt.fits, rfm } : learnt.fits;
  return run(recipe, source, { mode: 'reuse', fits, work: unwatched });
}

/** What the recipe learnt from all rows makes of those up to a day: segment and money by customer. */
async function asOf(recipe: Recipe, rows: readonly Row[], fits: Record<string, unknown>, day: number | null) {
  const whole = tableOf(rows);
  const early = Uint8Array.from(numbers(whole, 'date'), (ms) => Number(!(ms >= (day! + 1) * DAY)));
  const counted = day === null ? {} : { referenceDate: isoDay(day + 1) };
  const steps = recipe.steps.map((one) =>
    one.op === 'rfm' || one.op === 'days-since' ? { ...one, params: { ...one.params, ...counted } } : one,
  );
  const source = sourceTable(day === null ? whole : keep(whole, early), recipe.sources[0]!);
  try {
    const { table } = await run({ ...recipe, steps }, source, { mode: 'reuse', fits, work: unwatched });
    const { customer, segment, monetary } = cellsOf(table);
    return new Map(customer!.map((who, i) => [who, [segment![i], monetary![i]]]));
  } catch (error) {
    expect((error as EngineError).code).toBe('no-rows-left');
    return new Map();
  }
}

describe.each(RECIPES)('Replay of %s', (_, recipe) => {
  it('gives each customer the segment and the money that the recipe gives on the rows up to each day', async () => {
    let replayed = 0;
    await fc.assert(
      fc.asyncProperty(orders, async (rows) => {
        const source = sourceTable(tableOf(rows), recipe.sources[0]!);
        const outcome = await outcomeOf(recipe, source).catch(() => null);
        fc.pre(outcome !== null);
        const segmentation = (await segmentationOf(recipe, outcome!, [], unwatched))!;
        const given = { recipe, outcome: outcome!, source, sources: new Map() };
        const replay = (await Replay.of(given, segmentation, unwatched)) as Replay;
        fc.pre(!('why' in replay));
        replayed++;
        const { ends } = replay.periods;
        let at = 0;
        for await (const { segments, worth } of replay.at([...ends.keys()], unwatched)) {
          const isLast = at === ends.length - 1;
          const there = await asOf(recipe, rows, { ...outcome!.used }, isLast ? null : ends[at]!);
          const keys = replay.customers();
          const found = [...segments].flatMap((place, i) =>
            place === ABSENT ? [] : [[keys.at(i), [replay.names[place - 1] ?? null, worth![i]]] as const],
          );
          expect(new Map(found)).toEqual(there);
          at++;
        }
      }),
      { numRuns: 25, seed: 1 },
    );
    expect(replayed).toBeGreaterThanOrEqual(25);
  }, 60_000);
});
