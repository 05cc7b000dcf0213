import { beforeAll, describe, expect, it } from 'vitest';
import type { Drift, FeatureDrift } from '../../../src/engine/index';
import { useLocale } from '../../../src/ui/text/format';
import {
  driftSentence,
  driftTitle,
  movesNote,
  movesTitle,
  pointsOf,
  stabilityWords,
  unfitTitle,
} from '../../../src/ui/text/since-last';
import { moves } from '../fixtures/moves';

beforeAll(() => useLocale('en-GB'));

const feature = (change: Partial<FeatureDrift>): FeatureDrift => ({
  column: 'recency_days',
  scaled: 'recency_days_log_z',
  meaning: 'recency',
  label: 'Days since the last order',
  stability: 0,
  median: { then: 28, now: 51 },
  edges: [],
  then: [1],
  now: [1],
  ...change,
});
const drift = (stability: number, sizes = 0, unfit = 0): Drift => ({
  customers: { then: 80, now: 90 },
  features: [feature({ stability })],
  sizes: { stability: sizes, names: ['Best'], then: [1], now: [1] },
  unfit: { count: unfit, bySegment: [unfit], rows: new Uint32Array() },
});

describe('who moved, in words', () => {
  it('says how many changed segment of those known', () => {
    expect(movesTitle(moves)).toBe('25 of 70 customers known from last time changed segment');
    const of = (customers: Partial<typeof moves.customers>) =>
      movesTitle({ ...moves, customers: { ...moves.customers, ...customers } });
    expect(of({ moved: 0 })).toBe('Nobody has changed segment');
    expect(of({ moved: 0, stayed: 0 })).toBe('None of these customers was there last time');
  });

  it('says who is new and gone, and what that is worth', () => {
    expect(movesNote(moves, '£')).toBe(
      '45 stayed, 20 are new, 10 are gone. Gained £290 from new customers and those worth more than then; lost £100 from those worth less or gone.',
    );
    expect(movesNote({ ...moves, worth: null }, null)).toBe('45 stayed, 20 are new, 10 are gone.');
  });
});

describe('drift in words', () => {
  it('says in plain words what has become of a feature', () => {
    expect(driftSentence(feature({}), null)).toBe(
      'Last order: customers are typically 23 days longer away than when the segments were learnt',
    );
    expect(driftSentence(feature({ median: { then: 51, now: 50 } }), null)).toContain('1 day more recent');
    const spent = feature({ meaning: 'money', label: 'Spent', median: { then: 456, now: 566 } });
    expect(driftSentence(spent, '£')).toBe('Spent: typically £566, was £456 when the segments were learnt');
    const orders = feature({ meaning: 'frequency', label: 'Orders', median: { then: 2, now: 2 } });
    expect(driftSentence(orders, null)).toBe('Orders: typically 2, as when the segments were learnt');
    expect(driftSentence(feature({ median: { then: 2, now: NaN } }), null)).toMatch(/nobody is here/);
  });

  it('names the usual thresholds', () => {
    expect([0.09, 0.1, 0.24, 0.25].map(stabilityWords)).toEqual([
      'as before',
      'shifted',
      'shifted',
      'another population',
    ]);
    expect(driftTitle(drift(0.05))).toBe('Customers are as they were when the segments were learnt');
    expect(driftTitle(drift(0.05, 0.12))).toBe('Customers have shifted since the segments were learnt');
    expect(driftTitle(drift(0.3))).toMatch(/learning again/);
  });

  it('counts those who fit none', () => {
    expect([0, 1, 22].map((unfit) => unfitTitle(drift(0, 0, unfit)))).toEqual([
      'Every customer fits a segment.',
      '1 customer fits no segment well.',
      '22 customers fit no segment well.',
    ]);
    expect([pointsOf(0.149, 0.198), pointsOf(0.486, 0.391)]).toEqual(['+4.9', '\u22129.5']);
  });
});
