import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segmentation, SegmentProfile } from '../../../src/engine/index';
import { reportHtml } from '../../../src/ui/report/report-html';
import { contentOf, viewOf } from '../../support/report-content';
import { faultsOfMarkup } from '../../support/well-formed';
import { customers } from '../fixtures/segmentation-customers';
import { orders } from '../fixtures/segmentation-orders';

const each = <T>(of: Readonly<Record<string, unknown>>, value: T) =>
  Object.fromEntries(Object.keys(of).map((column) => [column, value]));

/** The first segment with so few customers; whatever is measured on or against everybody hangs on what they bring. */
function withFew(of: Segmentation, size: number, secret: number, keep = of.segments.length): Segmentation {
  const among = (segment: SegmentProfile): SegmentProfile => ({
    ...segment,
    share: segment.size / (segment.size + secret),
    revenueShare: 1 / secret,
    ordersShare: 1 / secret,
    index: each(segment.index, 1 / secret),
    deviations: each(segment.deviations, -secret),
    positions: each(segment.positions, -secret),
    effects: each(segment.effects, { value: -secret, low: -secret - 1, high: -secret + 1 }),
    silhouette: 1 / secret,
    overlap: 1 / secret,
    sure: 1 / secret,
    grade: {
      level: secret > 5000 ? 'good' : 'weak',
      reasons: [{ code: 'close', value: 1 / secret, limit: 1 }],
    },
    covered: 1 / secret,
    precision: 1 / secret,
    strips: segment.strips.map((strip) => ({ ...strip, all: strip.all.map((bar) => bar + secret) })),
    traits: [{ column: 'Plan', value: 'gold', segment: 0.9, all: 1 / secret }],
  });
  const [first, ...others] = of.segments.slice(0, keep);
  const few = { ...first!, size, revenue: secret, means: each(first!.means, secret) };
  return {
    ...of,
    k: keep,
    customers: secret + size,
    revenue: secret * 3,
    inertia: secret,
    silhouette: 1 / secret,
    runs: of.runs.map((run) => ({ ...run, inertia: secret * run.k, gap: secret, silhouette: 1 / secret })),
    features: of.features.map((feature) => ({ ...feature, mean: secret, median: secret, deviation: secret })),
    segments: [among(few), ...others.map(among)],
  };
}

const reportOn = (of: Segmentation) =>
  reportHtml(
    contentOf(viewOf(of), { steps: [{ sentence: 'Read orders.csv', effect: `${of.customers} rows` }] }),
  );
const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('a report that leaves a small segment out', () => {
  const files = fc.constantFrom(orders, customers);
  const size = fc.integer({ min: 1, max: 9 });
  const secret = fc.integer({ min: 50, max: 5_000_000 });

  it('reads the same whatever the left out bring and however many they are: nothing of them can be computed', () => {
    fc.assert(
      fc.property(files, size, size, secret, secret, (file, few, other, one, two) => {
        expect(reportOn(withFew(file, few, one))).toBe(reportOn(withFew(file, other, two)));
      }),
      { numRuns: 30 },
    );
  });

  it('says how many segments there are and that one is not shown', () => {
    const html = reportOn(withFew(customers, 3, 92_000, 2));
    const said = words(html);
    expect(said).toContain('Two segments. One, of fewer than ten customers, is not shown.');
    expect(said).toContain('averages and shares are of the customers shown');
    expect(said).not.toMatch(
      /No segments|Why none|in this one segment|Of every 100|of all customers|than most|average in everything/,
    );
    expect(faultsOfMarkup(html)).toEqual([]);
    expect(html).not.toMatch(/NaN|undefined|\bnull\b/);
  });

  it('tells shares among those shown, and nobody as the largest', () => {
    const html = reportOn(withFew(orders, 4, 92_000));
    const said = words(html);
    expect(said).toContain('Three segments. One, of fewer than ten customers, is not shown.');
    expect(said).toMatch(/about \d+ % of those shown/);
    expect(said).not.toMatch(/more than any other|spend most|% of all\b|\d rows/);
    expect(faultsOfMarkup(html)).toEqual([]);
  });
});
