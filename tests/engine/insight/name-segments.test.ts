import { describe, expect, it } from 'vitest';
import type { FeatureInfo } from '../../../src/engine/insight/feature-info';
import { nameSegments } from '../../../src/engine/insight/name-segments';
import { generator } from '../../../src/engine/stats/random';
import { table } from '../../support/tables';

const RFM: FeatureInfo[] = [
  { column: 'recency_days', scaled: 'recency_days', meaning: 'recency', label: 'Days since the last order' },
  { column: 'frequency', scaled: 'frequency', meaning: 'frequency', label: 'Orders' },
  { column: 'monetary', scaled: 'monetary', meaning: 'money', label: 'Spent' },
];
const nameOf = (found: readonly { name: string }[]) => found.map(({ name }) => name);
const other = (column: string, meaning: FeatureInfo['meaning'] = 'other'): FeatureInfo => ({
  column,
  scaled: column,
  meaning,
  label: column,
});

describe('nameSegments', () => {
  it('names by the median customer of an order file, most recent fifth first', () => {
    const customers = table({
      recency_days: [1, 2, 30, 40, 50, 60, 300, 310, 320, 330],
      frequency: [20, 18, 5, 6, 5, 6, 1, 1, 1, 1],
      monetary: [900, 800, 90, 95, 80, 85, 9, 8, 7, 6],
    });
    const found = nameSegments(customers, RFM, Uint8Array.of(1, 1, 2, 2, 2, 2, 3, 3, 3, 3), 3);
    expect(found).toEqual([
      { name: 'Champions', rfm: { recency: 5, frequency: 5, cell: 'Champions' } },
      { name: 'Need attention', rfm: { recency: 3, frequency: 3, cell: 'Need attention' } },
      { name: 'Hibernating', rfm: { recency: 1, frequency: 1, cell: 'Hibernating' } },
    ]);
  });

  it('calls nothing high or low within 5 % of the average, but years', () => {
    const labels = Uint8Array.of(1, 1, 1, 2, 2, 2);
    const noise = table({ score: [98, 99, 98, 101, 102, 101] });
    expect(nameOf(nameSegments(noise, [other('score')], labels, 2)).join()).not.toMatch(/high |low /i);
    const years = table({ born: [1950, 1952, 1951, 1990, 1991, 1992] });
    expect(nameOf(nameSegments(years, [other('born')], labels, 2))).toEqual(['Low born', 'High born']);
    const apart = table({ score: [90, 91, 90, 110, 111, 110] });
    expect(nameOf(nameSegments(apart, [other('score')], labels, 2))).toEqual(['Low score', 'High score']);
  });

  it('tells segments of one name apart by what sets them apart most', () => {
    const customers = table({
      recency_days: [200, 201, 202, 203, 1, 2, 3, 4],
      frequency: [4, 4, 4, 4, 4, 4, 4, 4],
      monetary: [4000, 4100, 40, 41, 400, 410, 390, 400],
    });
    const names = nameOf(nameSegments(customers, RFM, Uint8Array.of(1, 1, 3, 3, 2, 2, 2, 2), 3));
    expect(names).toEqual(['At risk, big baskets', 'Potential loyalists', 'At risk, small baskets']);
  });

  it('names other segments by their two widest gaps', () => {
    const customers = table({
      deals: [9, 8, 1, 1, 2, 2],
      web: [5, 6, 1, 1, 5, 5],
      wines: [4, 4, 4, 4, 5.2, 5.1],
    });
    const features = [other('deals', 'count'), other('web', 'count'), other('wines')];
    const names = nameOf(nameSegments(customers, features, Uint8Array.of(1, 1, 3, 3, 2, 2), 3));
    expect(names).toEqual(['Many deals, many web', 'High wines, many web', 'Few web, few deals']);
  });

  it('says of 0 and 1 how often, not how high', () => {
    const customers = table({ vip: [1, 1, 1, 0, 0, 0], wines: [1, 2, 3, 1, 2, 3] });
    const features = [other('vip'), other('wines')];
    const names = nameOf(nameSegments(customers, features, Uint8Array.of(1, 1, 1, 2, 2, 2), 2));
    expect(names).toEqual(['Often vip', 'Seldom vip']);
  });

  it('never repeats a name, not even for ten segments that hardly differ', () => {
    const random = generator(11);
    const noise = () => Array.from({ length: 400 }, () => Math.ceil(random() * 5));
    const customers = table({ recency_days: noise(), frequency: noise(), monetary: noise() });
    const labels = Uint8Array.from({ length: 400 }, (_, row) => (row % 10) + 1);
    expect(new Set(nameOf(nameSegments(customers, RFM, labels, 10))).size).toBe(10);
    const plain = [other('recency_days'), other('frequency')];
    expect(new Set(nameOf(nameSegments(customers, plain, labels, 10))).size).toBe(10);
  });

  it('gives a number where nothing at all differs', () => {
    const customers = table({ a: [1, 1, 1], b: [2, 2, 2] });
    const names = nameOf(nameSegments(customers, [other('a'), other('b')], Uint8Array.of(1, 2, 3), 3));
    expect(names).toEqual(['About average', 'About average 2', 'About average 3']);
  });

  it('leaves rows without a segment out and calls a single segment all customers', () => {
    const customers = table({ a: [1, 2, 900], b: [1, 2, 900] });
    const names = nameOf(nameSegments(customers, [other('a'), other('b')], Uint8Array.of(1, 2, 0), 2));
    expect(names).toEqual(['Low a, low b', 'High a, high b']);
    expect(nameSegments(customers, [other('a')], Uint8Array.of(1, 1, 1), 1)).toEqual([
      { name: 'All customers', rfm: null },
    ]);
  });
});
