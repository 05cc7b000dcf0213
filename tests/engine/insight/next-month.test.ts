import { beforeAll, describe, expect, it } from 'vitest';
import { driftOf } from '../../../src/engine/insight/drift';
import { labelledCustomers } from '../../../src/engine/insight/moves/labelled-customers';
import { matchCustomers } from '../../../src/engine/insight/moves/match-customers';
import { movedList } from '../../../src/engine/insight/moves/moved-list';
import { movesOf } from '../../../src/engine/insight/moves/moves-of';
import { segmentLabels } from '../../../src/engine/insight/segment-labels';
import { unfitCustomers } from '../../../src/engine/insight/unfit-customers';
import { columnOf } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { hasRealFiles } from '../../support/files';
/** By pandas and scikit-learn: tests/expectations/next-month/make.py. */
import expected from '../../expectations/next-month/online-retail.json';
import { onlineRetailHalves, type Halves } from './halves';

const closeTo = (values: readonly number[], digits = 9) =>
  values.map((value) => expect.closeTo(value, digits) as number);

describe.skipIf(!hasRealFiles)('Online Retail, half by half (skipped where ../shared/data is absent)', () => {
  let halves: Halves;
  beforeAll(async () => {
    halves = await onlineRetailHalves();
  }, 120_000);

  const sizesOf = (of: 'first' | 'second') => {
    const sizes = [0, 0, 0, 0, 0];
    for (const id of segmentLabels(halves[of].table).ids) sizes[id - 1]!++;
    return sizes;
  };

  it('learns the segments that scikit-learn finds, and puts new customers into them', () => {
    const { first, second, fit } = halves;
    expect([first, second].map((half) => half.table.numRows())).toEqual(expected.halves);
    expect(fit.columns).toEqual(['frequency_log_z', 'monetary_log_z', 'recency_days_log_z']);
    fit.centroids.forEach((centroid, i) => expect(centroid).toEqual(closeTo(expected.centroids[i]!)));
    expect([sizesOf('first'), sizesOf('second')]).toEqual(expected.sizes);
  });

  it('says how each feature and the sizes have drifted', async () => {
    const drift = await driftOf(halves.second.table, halves.fit, unwatched);
    expect(drift!.customers).toEqual({ then: expected.halves[0], now: expected.halves[1] });
    expect(drift!.features.map(({ column }) => column)).toEqual(Object.keys(expected.features));
    Object.values(expected.features).forEach(({ edges, then, now, psi, median }, i) => {
      const found = drift!.features[i]!;
      expect(found.edges).toEqual(closeTo(edges));
      expect([found.then, found.now]).toEqual([closeTo(then), closeTo(now)]);
      expect(found.stability).toBeCloseTo(psi, 9);
      expect([found.median.then, found.median.now]).toEqual(closeTo(median));
    });
    expect(drift!.sizes.stability).toBeCloseTo(expected.sizesPsi, 9);
    expect(drift!.sizes.now).toEqual(closeTo(expected.sizes[1]!.map((size) => size / expected.halves[1]!)));
  });

  it('finds the customers that fit no segment well', async () => {
    const { second, fit } = halves;
    expect(fit.baseline!.reaches).toEqual(closeTo(expected.reaches));
    const drift = await driftOf(second.table, fit, unwatched);
    const { count, bySegment } = expected.unfit;
    expect(drift!.unfit).toMatchObject({ count, bySegment });
    const customers = columnOf(second.table, 'CustomerID');
    const found = Array.from(unfitCustomers(second.table, fit).rows, (row) => String(customers.at(row)));
    expect(found.sort()).toEqual(expected.unfit.customers);
  });

  it('finds who moved, who is new and who is gone, with what they bring', async () => {
    const { first, second, fit } = halves;
    const said = {
      segments: fit.names.map((name, i) => ({ id: i + 1, name })),
      money: { columns: ['monetary'] },
    };
    const [then, now] = [first, second].map(({ table }) => labelledCustomers(table, said)!);
    const matched = await matchCustomers(then!, now!, unwatched);
    const moves = movesOf(matched);
    const absentLast = (place: number) => place || 9;
    const flows = [...expected.flows].sort(
      (a, b) => absentLast(a.from) - absentLast(b.from) || absentLast(a.to) - absentLast(b.to),
    );
    expect(moves.flows).toEqual(
      flows.map(({ from, to, customers, then, now }) => ({
        from: from || null,
        to: to || null,
        customers,
        worth: { then: expect.closeTo(then, 1) as number, now: expect.closeTo(now, 1) as number },
      })),
    );
    const { moved, stayed, gone } = expected;
    expect(moves.customers).toMatchObject({ moved, stayed, new: expected.new, gone });
    expect(moves.worth!.gained).toBeCloseTo(expected.gained, 1);
    expect(moves.worth!.lost).toBeCloseTo(expected.lost, 1);
    for (const [flow, customers] of Object.entries(expected.movedFromTo)) {
      const [from, to] = flow.split('-').map(Number);
      const list = movedList(matched, { from: from!, to: to! });
      expect([...columnOf(list, 'CustomerID')].map(String).sort().slice(0, 5)).toEqual(customers);
    }
    expect(movedList(matched, 'all').numRows()).toBe(moved + expected.new + gone);
  });
});
