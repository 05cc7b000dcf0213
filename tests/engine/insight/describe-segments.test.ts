import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_JUDGED } from '../../support/not-judged';
import { describeSegments } from '../../../src/engine/insight/describe-segments';
import type { SegmentFit } from '../../../src/engine/steps/segment';
import { unwatched } from '../../../src/engine/work';
import { table } from '../../support/tables';

type Cells = Parameters<typeof table>[0];
const META = {
  key: 'id',
  roles: new Map([
    ['recency_days', 'recency'],
    ['frequency', 'frequency'],
    ['monetary', 'monetary'],
  ] as const),
  origins: new Map([
    ['f_z', 'frequency'],
    ['m_z', 'monetary'],
  ]),
};
const FIT: SegmentFit = {
  columns: ['f_z', 'm_z'],
  money: ['monetary'],
  customers: 5,
  k: 2,
  elbow: 2,
  chosenBy: 'elbow',
  runs: [
    { k: 1, inertia: 10, overlap: null, silhouette: null, ...NOT_JUDGED, top: null, overlaps: null, centroids: [[0, 0]] },
    { k: 2, inertia: 2, overlap: 0.8, silhouette: 0.6, ...NOT_JUDGED, top: { share: 0.4, revenueShare: 0.9 }, overlaps: [0.9, 0.8], centroids: [[1, 1], [-1, -1]] },
  ], // prettier-ignore
  centroids: [[1, 1], [-1, -1]], // prettier-ignore
  names: ['Champions', 'Hibernating'],
  rfm: [{ recency: 5, frequency: 5, cell: 'Champions' }, null],
  overlaps: [0.9, 0.8],
  silhouette: 0.6,
  silhouetteSample: 5,
};
const CELLS: Cells = {
  id: ['a', 'b', 'c', 'd', 'e', 'f'],
  frequency: [10, 6, 2, 1, 1, 7],
  monetary: [90, 70, 30, -10, 20, 999],
  f_z: [2, 1, -1, -1, -1, null],
  m_z: [2, 1, -1, -1, -1, 0],
  segment_id: [1, 1, 2, 2, 2, null],
  segment: ['Best of all', 'Best of all', 'Hibernating', 'Hibernating', 'Hibernating', null],
};
const told = (cells: Cells = CELLS, fit: SegmentFit = FIT) =>
  describeSegments(table(cells, META), fit, { referenceDate: 86_400_000 }, unwatched);

describe('describeSegments', () => {
  it('marks a made column that repeats the one it was made of', async () => {
    const spent = Array.from({ length: 40 }, (_, i) => (i * 7) % 40);
    const each = <T>(of: (value: number) => T) => spent.map(of);
    const cells: Cells = {
      id: each(String),
      monetary: spent,
      frequency: each(Math.log1p),
      f_z: each(Math.log1p),
      m_z: spent,
      segment_id: each((value) => (value > 20 ? 1 : 2)),
      segment: each((value) => (value > 20 ? 'High' : 'Low')),
    };
    const { features } = await told(cells, { ...FIT, customers: 40 });
    expect(features.map(({ column, repeats }) => [column, repeats])).toEqual([
      ['frequency', 'monetary'],
      ['monetary', undefined],
    ]);
  });

  it('counts customers and money per segment, leaving out customers in none', async () => {
    const { segments, customers, revenue, money, referenceDate } = await told();
    expect([customers, revenue, referenceDate]).toEqual([5, 200, 86_400_000]);
    expect(money).toEqual({ columns: ['monetary'], label: 'Spent' });
    expect(
      segments.map(({ id, size, share, revenue, revenueShare }) => [id, size, share, revenue, revenueShare]),
    ).toEqual([
      [1, 2, 0.4, 160, 0.8],
      [2, 3, 0.6, 40, 0.2],
    ]);
  });

  it('gives the names that stand in the table, with map and overlap', async () => {
    const { segments } = await told();
    expect(segments.map(({ name, overlap, rfm }) => [name, overlap, rfm?.cell ?? null])).toEqual([
      ['Best of all', 0.9, 'Champions'],
      ['Hibernating', 0.8, null],
    ]);
  });

  it('gives means, medians, index and deviations of the unscaled features', async () => {
    const { segments, features } = await told();
    expect(features[0]).toMatchObject({
      column: 'frequency',
      scaled: 'f_z',
      label: 'Orders',
      mean: 4,
      median: 2,
    });
    // Population deviation of 10, 6, 2, 1, 1: √(62 ÷ 5).
    expect(features[0]!.deviation).toBeCloseTo(Math.sqrt(62 / 5), 12);
    const [best] = segments;
    expect(best!.means).toEqual({ frequency: 8, monetary: 80 });
    expect(best!.medians).toEqual({ frequency: 8, monetary: 80 });
    expect(best!.index).toEqual({ frequency: 2, monetary: 2 });
    expect(best!.deviations['frequency']).toBeCloseTo(4 / Math.sqrt(62 / 5), 12);
  });

  it('tells of a column of 0 and 1 how often it is 1, here and elsewhere', async () => {
    const cells = { ...CELLS, loan: [1, 1, 0, 1, null, 0], loan_z: [1, 1, -1, 1, 0, null] };
    const meta = { ...META, origins: new Map([...META.origins, ['loan_z', 'loan']]) };
    const { segments, features } = await describeSegments(
      table(cells, meta),
      { ...FIT, columns: ['m_z', 'loan_z'] },
      { referenceDate: null },
      unwatched,
    );
    expect(features.map(({ column, flag }) => [column, flag])).toEqual([
      ['monetary', undefined],
      ['loan', true],
    ]);
    expect(segments.map(({ flags }) => [flags?.loan?.here, flags?.loan?.elsewhere])).toEqual([
      [1, 0.5],
      [0.5, 1],
    ]);
    expect(segments[0]!.flags?.loan?.apart?.value).toBe(0.5);
  });

  it('has no index and no share of revenue where the average is not above 0', async () => {
    const { segments } = await told({ ...CELLS, monetary: [-90, 10, 10, 10, 10, 5] });
    expect(segments.map(({ index, revenueShare }) => [index['monetary'], revenueShare])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('says nothing about revenue without money', async () => {
    const told1 = await told(CELLS, { ...FIT, money: [] });
    expect([told1.money, told1.revenue, told1.segments[0]!.revenueShare]).toEqual([null, null, null]);
  });

  it('shows every run with what it would set apart', async () => {
    const { runs } = await told();
    expect(runs[1]).toEqual({
      k: 2,
      inertia: 2,
      overlap: 0.8,
      silhouette: 0.6,
      ...NOT_JUDGED,
      top: { share: 0.4, revenueShare: 0.9 },
    });
  });

  it('maps customers on orthonormal axes named by the unscaled features', async () => {
    const { pca } = await told();
    const [f, m] = ['frequency', 'monetary'].map((name) => pca!.loadings[name] as [number, number]);
    expect(f![0] * f![1] + m![0] * m![1]).toBeCloseTo(0, 12);
    expect(f![0] ** 2 + m![0] ** 2).toBeCloseTo(1, 12);
    expect(pca!.explained.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
    expect([...pca!.points.row].sort()).toEqual([0, 1, 2, 3, 4]);
    expect([...pca!.points.segment].sort()).toEqual([1, 1, 2, 2, 2]);
  });

  it('gives shares that sum to one, whatever the figures', async () => {
    const row = fc.record({ money: fc.integer({ min: 1, max: 10_000 }), id: fc.constantFrom(1, 2) });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 60 }), async (rows) => {
        const cells = {
          frequency: rows.map((_, i) => i),
          monetary: rows.map(({ money }) => money),
          f_z: rows.map((_, i) => i),
          m_z: rows.map(({ money }) => money),
          segment_id: rows.map(({ id }) => id),
          segment: rows.map(({ id }) => String(id)),
        };
        const { segments } = await told(cells);
        expect(segments.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
        expect(segments.reduce((sum, { revenueShare }) => sum + revenueShare!, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 50 },
    );
  });

  it('draws at most 1,000 points, the same customers however the rows are ordered', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => (i * 7919) % 3000);
    const cells = (values: number[]) => ({
      frequency: values,
      monetary: values,
      f_z: values,
      m_z: values.map((value) => Math.sin(value)),
      segment_id: values.map((value) => (value < 30 ? 1 : 2)),
      segment: values.map((value) => (value < 30 ? 'few' : 'many')),
    });
    const drawn = async (values: number[]) => {
      const { pca } = await told(cells(values));
      return { chosen: Array.from(pca!.points.row, (row) => values[row]!).sort((a, b) => a - b), pca };
    };
    const { chosen, pca } = await drawn(many);
    expect(chosen).toEqual((await drawn([...many].reverse())).chosen);
    expect(chosen.length).toBeLessThanOrEqual(1000);
    expect(pca!.points.segment.filter((id) => id === 1)).toHaveLength(12);
  });

  it('refuses a table that was not segmented', async () => {
    const { segment_id: _, ...rest } = CELLS;
    await expect(told(rest)).rejects.toMatchObject({ code: 'missing-column' });
  });
});
