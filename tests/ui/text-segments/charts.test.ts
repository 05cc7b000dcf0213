import { beforeAll, describe, expect, it } from 'vitest';
import { heatRows } from '../../../src/ui/charts/heat';
import {
  averageText,
  axisWords,
  customersTitle,
  heatNote,
  heatText,
  heatTitle,
  inertiaTitle,
  leftWords,
  mapTitle,
  mosaicNote,
  mosaicTitle,
} from '../../../src/ui/text/charts';
import { marksNote } from '../../../src/ui/text/customer-map';
import { useLocale } from '../../../src/ui/text/format';
import { customers } from '../fixtures/segmentation-customers';
import { orders } from '../fixtures/segmentation-orders';

beforeAll(() => useLocale('en-GB'));

describe('mosaicTitle', () => {
  it('says who earns', () => {
    expect(mosaicTitle(orders)).toBe('Of every 100 earned, 67 come from 18 customers in 100');
    expect(mosaicTitle(customers)).toBe('Of every 100 spent, 69 come from 34 customers in 100');
  });

  it('names the largest segment where there is no money', () => {
    const segments = orders.segments.map((segment) => ({ ...segment, revenueShare: null }));
    expect(mosaicTitle({ ...orders, segments })).toBe('Of every 100 customers, 43 are in Hibernating');
  });
});

describe('mosaicNote', () => {
  it('names the wholes and those set aside', () => {
    expect(mosaicNote(orders, [], 33)).toBe(
      'Shares are of 4,339 customers and 8.29\u00a0M of revenue, in the file’s currency. 33 customers who only returned are set aside.',
    );
  });

  it('names segments without a tile', () => {
    const [first, second] = orders.segments;
    expect(mosaicNote(orders, [first!, { ...second!, revenueShare: -0.01 }])).toMatch(
      /Champions is less than a tile and Potential loyalists brings nothing after returns\.$/,
    );
  });
});

describe('heatText', () => {
  it.each([
    [3.12, '3.1×'],
    [0.787, '0.79×'],
    [0.0847, '0.085×'],
    [12.4, '12×'],
    [9.96, '10×'],
    [0, '0×'],
  ])('prints %d with two figures', (value, text) => {
    expect(heatText({ id: 1, value, step: 3 }, { by: 'ratio' })).toBe(text);
  });

  it('prints deviations with their sign', () => {
    const print = (value: number) => heatText({ id: 1, value, step: 3 }, { by: 'deviation' });
    expect([print(0.84), print(-0.2)]).toEqual(['+0.8\u00a0sd', '\u22120.2\u00a0sd']);
  });
});

describe('heatTitle', () => {
  it('says how often and how much', () => {
    expect(heatTitle(orders)).toBe(
      'Champions order 3.1 times as often and spend 3.8 times as much as the average',
    );
  });

  it('names the columns where a segment stands out', () => {
    expect(heatTitle(customers)).toBe(
      'Segment A stands out: 2.5 times the average in meat products, 2.1 times in wines',
    );
  });

  it('tells where averages lie farthest apart when nothing stands out in the first', () => {
    const flat = (...monetary: number[]) =>
      orders.segments.map((segment, i) => ({
        ...segment,
        index: { frequency: 1.1, monetary: monetary[i]!, recency_days: 1 },
      }));
    expect(heatTitle({ ...orders, segments: flat(0.9, 1.2, 0.4) })).toBe(
      'Averages lie farthest apart in spent: 0.40 to 1.2 times the average',
    );
    expect(heatTitle({ ...orders, segments: flat(1.1, 1.101, 1.1) })).toBe(
      'The averages of the segments hardly differ',
    );
  });
});

describe('heatNote', () => {
  it('explains that fewer days are better', () => {
    expect(heatNote(orders, heatRows(orders))[0]).toBe('For days since the last order, less is more recent.');
  });
});

describe('averageText', () => {
  it('gives orders, money and days', () => {
    expect(orders.features.map((feature) => averageText(feature, orders))).toEqual([
      '4.3\u00a0orders',
      '1,910',
      '93\u00a0days',
    ]);
  });
});

describe('mapTitle', () => {
  it('puts the axes into words', () => {
    expect(mapTitle(orders)).toBe(
      'Left to right: more orders, more money, more recent (74\u00a0% of all differences). Up: longer ago, more money (19\u00a0%)',
    );
  });
});

describe('axisWords', () => {
  it('gives both ends of both axes', () => {
    expect(axisWords(orders, false)).toEqual({
      left: 'Fewer orders, less money, longer ago',
      right: 'More orders, more money, more recent',
      up: 'Longer ago, more money',
      down: 'More recent, less money',
    });
  });

  it('shortens where it is narrow', () => {
    expect(axisWords(orders, true).right).toBe('More orders');
  });

  it('takes the two strongest where none is strong', () => {
    const loadings = Object.fromEntries(
      customers.features.map(({ column }, i) => [column, [0.3 - i / 100, 0.3] as const]),
    );
    expect(axisWords({ ...customers, pca: { ...customers.pca!, loadings } }, false).right).toBe(
      'More wines, more meat products',
    );
  });
});

describe('the smaller sentences', () => {
  it('say how many are shown', () => {
    expect(marksNote(orders, 1000)).toBe('1,000 of 4,339 shown, drawn evenly from each segment.');
    expect(marksNote({ ...orders, customers: 350 }, 350)).toBe('All 350 customers shown.');
  });

  it('say where the curve bends', () => {
    expect(inertiaTitle(orders)).toBe('After three, each further segment explains little more');
    expect(inertiaTitle({ ...orders, elbow: null })).toBe('No number of segments stands out');
    expect(leftWords({ k: 3, left: 0.386 })).toBe('Three: 39\u00a0% left');
  });

  it('call a segment by its letter where its name would read like a list', () => {
    const [best, ...others] = orders.segments;
    const renamed = { ...orders, segments: [{ ...best!, name: 'Champions, more orders' }, ...others] };
    expect(heatTitle(renamed)).toMatch(/^Segment A orders 3\.1 times as often and spends 3\.8 times/);
  });

  it('say whose customers the table shows', () => {
    expect(customersTitle(orders, null)).toBe('Every customer is in exactly one segment');
    expect(customersTitle(orders, orders.segments[0]!)).toBe('Champions: 763 customers of 4,339');
  });
});
