import { describe, expect, it } from 'vitest';
import type { FeatureSummary, Segmentation } from '../../../src/engine/index';
import { axisWords, heatTitle } from '../../../src/ui/text/charts';
import { ruleWords } from '../../../src/ui/text/conditions';
import { columnIn } from '../../../src/ui/text/narrative-differ';
import { orders as ORDERS } from '../fixtures/segmentation-orders';

const [orders, spent] = ORDERS.features as [FeatureSummary, FeatureSummary];
const within = (days: number): FeatureSummary => ({
  ...spent,
  column: `spend_${days}d`,
  scaled: `spend_${days}d`,
  part: true,
  label: `Spent in the last ${days} days`,
});
const lately: FeatureSummary = {
  ...orders,
  column: 'orders_90d',
  scaled: 'orders_90d',
  meaning: 'count',
  label: 'Orders in the last 90 days',
};
const MADE: Segmentation = {
  ...ORDERS,
  features: [orders, spent, within(365), within(90), lately],
};

describe('money of some days', () => {
  it('is told from all that was spent in conditions', () => {
    const conditions = [
      { column: 'monetary', atLeast: 2000, atMost: null },
      { column: 'spend_365d', atLeast: 500, atMost: null },
      { column: 'orders_90d', atLeast: 1, atMost: null },
    ];
    expect(ruleWords({ conditions }, MADE)).toBe(
      'at least 2,000 spent, at least 500 spent in the last 365 days, at least 1 order in the last 90 days',
    );
  });

  it('is told from all that was spent where segments differ', () => {
    expect(['monetary', 'spend_90d', 'orders_90d'].map((column) => columnIn(column, MADE))).toEqual([
      'what they spent',
      'what they spent in the last 90 days',
      'orders in the last 90 days',
    ]);
  });

  it('is told from all that was spent in titles of charts', () => {
    const [best, ...others] = MADE.segments;
    const index = { spend_365d: 5.2, spend_90d: 5 };
    expect(heatTitle({ ...MADE, segments: [{ ...best!, index }, ...others] })).toBe(
      'Champions spend 5.2 times as much in the last 365 days and spend 5.0 times as much in the last 90 days as the average',
    );
  });

  it('is told from all that was spent at the ends of the map', () => {
    const loadings = { monetary: [0.6, 0], spend_365d: [0.5, 0], orders_90d: [0, 1] };
    const said = axisWords({ ...MADE, pca: { ...MADE.pca!, loadings } }, false);
    expect(said.right).toContain('More money, more spent in the last 365 days');
    expect(said.up.toLowerCase()).toContain('more orders in the last 90 days');
  });
});
