import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { driftOf } from '../../../src/engine/insight/drift';
import { unfitCustomers } from '../../../src/engine/insight/unfit-customers';
import { populationStability, sharesInBins } from '../../../src/engine/stats/population-stability';
import { segment, SegmentFit } from '../../../src/engine/steps/segment';
import { unwatched } from '../../../src/engine/work';
import { table } from '../../support/tables';

const params = v.parse(segment.params, { columns: ['n'], k: 2 });
/** Twenty customers about 0 and twenty about 100, each a step apart. */
const learntFrom = table({ n: Array.from({ length: 40 }, (_, i) => (i < 20 ? i : 80 + i)) });
const learn = async () => segment.fit(learntFrom, params, unwatched);

async function held(values: (number | null)[], fit: SegmentFit) {
  const { table: labelled } = await segment.apply(table({ n: values }), params, fit, unwatched);
  return { labelled, drift: (await driftOf(labelled, fit, unwatched))! };
}

describe('populationStability', () => {
  it('is what the definition gives', () => {
    // 0.1 ln 1.2 + ... by hand: (0.6 − 0.5) ln(0.6 ÷ 0.5) + (0.4 − 0.5) ln(0.4 ÷ 0.5).
    expect(populationStability([0.5, 0.5], [0.6, 0.4])).toBeCloseTo(
      0.1 * Math.log(1.2) - 0.1 * Math.log(0.8),
      12,
    );
    // An empty bin counts as 0.0001.
    expect(populationStability([0.5, 0.5], [1, 0])).toBeCloseTo(
      0.5 * Math.log(2) + 0.4999 * Math.log(0.5 / 0.0001),
      12,
    );
  });

  it('is 0 for the same shares, never below it, and the same both ways', () => {
    const shares = fc
      .array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 })
      .map((parts) => parts.map((part) => part / parts.reduce((a, b) => a + b)));
    fc.assert(
      fc.property(shares, shares, (then, now) => {
        expect(populationStability(then, then)).toBe(0);
        expect(populationStability(then, now)).toBeGreaterThanOrEqual(0);
        expect(populationStability(now, then)).toBeCloseTo(populationStability(then, now), 9);
      }),
    );
  });

  it('puts a value on an edge below it and passes over blanks', () => {
    expect(sharesInBins(Float64Array.of(1, 2, 3, NaN, 9), [2, 3])).toEqual([0.5, 0.25, 0.25]);
    expect(sharesInBins(Float64Array.of(NaN), [2])).toEqual([0, 0]);
  });
});

describe('driftOf', () => {
  it('sees nothing in the customers the segments were learnt from', async () => {
    const { drift } = await held(
      Array.from({ length: 40 }, (_, i) => (i < 20 ? i : 80 + i)),
      await learn(),
    );
    expect(drift.features[0]!.stability).toBe(0);
    expect(drift.sizes).toMatchObject({ stability: 0, then: [0.5, 0.5], now: [0.5, 0.5] });
    expect(drift.unfit).toEqual({ count: 0, bySegment: [0, 0], rows: new Uint32Array() });
  });

  it('learns bins of equal share, the middle and how far each segment reaches', async () => {
    const { baseline } = await learn();
    expect(baseline!.features[0]!.edges).toHaveLength(9);
    expect(baseline!.features[0]!.shares).toEqual(new Array(10).fill(0.1));
    expect(baseline!.features[0]!.median).toBe(59.5);
    // 20 distances of 0.5, 0.5, 1.5, 1.5 … 9.5, 9.5: the quantile of 99 % lies between the last two.
    expect(baseline!.reaches).toEqual([9.5, 9.5]);
  });

  it('counts those who lie beyond one and a half reaches, and leaves them their label', async () => {
    // The centroids are 9.5 and 109.5; 1.5 reaches are 14.25.
    const fit = await learn();
    const { drift, labelled } = await held([9.5 - 14.25, 9.5 - 14.26, 123.75, 300, null, 60], fit);
    expect(drift.customers).toEqual({ then: 40, now: 5 });
    expect(drift.unfit.count).toBe(3);
    expect([...drift.unfit.rows]).toEqual([1, 3, 5]);
    expect(drift.unfit.bySegment.reduce((sum, count) => sum + count)).toBe(3);
    const { reaches } = unfitCustomers(labelled, fit);
    expect(reaches[1]).toBeCloseTo((300 - 109.5) / 9.5, 9);
  });

  it('takes a merged bin for values that many share', async () => {
    const many = table({ n: [1, 1, 1, 1, 1, 1, 1, 2, 3, 50] });
    const fit = await segment.fit(many, params, unwatched);
    const [feature] = fit.baseline!.features;
    expect(feature!.edges[0]).toBe(1);
    expect(feature!.shares[0]).toBe(0.7);
    expect(new Set(feature!.edges).size).toBe(feature!.edges.length);
  });

  it('says nothing where the model was saved before this was learnt', async () => {
    const { baseline: _, ...before } = await learn();
    const opened = v.parse(SegmentFit, JSON.parse(JSON.stringify(before)));
    const { labelled } = await held([1, 2], opened);
    expect(await driftOf(labelled, opened, unwatched)).toBeNull();
    expect(unfitCustomers(labelled, opened).rows).toHaveLength(0);
  });

  it('opens a saved baseline and refuses one that does not go with its segments', async () => {
    const fit = JSON.parse(JSON.stringify(await learn())) as SegmentFit;
    expect(v.safeParse(SegmentFit, fit).success).toBe(true);
    const reaches = [1];
    expect(v.safeParse(SegmentFit, { ...fit, baseline: { ...fit.baseline!, reaches } }).success).toBe(false);
  });
});
