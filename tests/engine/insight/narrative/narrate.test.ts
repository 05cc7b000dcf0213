import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  narrate,
  type Background,
  type Segmentation,
  type SegmentNarrative,
} from '../../../../src/engine/index';
import { halfOf } from '../../../../src/engine/insight/narrative/background';
import { customers } from '../../../ui/fixtures/segmentation-customers';
import { orders } from '../../../ui/fixtures/segmentation-orders';

const NOTHING_KNOWN: Background = { half: [null, null, null], days: null, unsureDates: [] };
const FOUND: Segmentation = { ...orders, method: 'kmeans' };

const kinds = (points: SegmentNarrative['who']) => points.map(({ kind }) => kind);

function first(
  change: Partial<Segmentation['segments'][0]>,
  of: Partial<Segmentation> = {},
  known = NOTHING_KNOWN,
) {
  const segments = [{ ...FOUND.segments[0]!, ...change }, ...FOUND.segments.slice(1)];
  return narrate({ ...FOUND, segments, ...of }, known)[0]!;
}

describe('narrate', () => {
  it('tells the widest sure differences first and which segment is nearest', () => {
    const { differ } = first({ positions: { frequency: 1, monetary: 1, recency_days: -1 } });
    expect(kinds(differ)).toEqual(['difference', 'difference', 'difference', 'nearest']);
    expect(differ[0]).toMatchObject({
      difference: { column: 'frequency', ratio: 3.1, effect: { value: 2.02 } },
      refs: [
        { figure: 'feature', column: 'frequency' },
        { figure: 'apart', column: 'frequency' },
      ],
    });
  });

  it('keeps a difference to itself whose interval holds 0', () => {
    const effects = { frequency: { value: 0.9, low: -0.1, high: 1.9 } };
    expect(kinds(first({ effects }).differ)).toEqual(['like-all']);
  });

  it('calls columns alike only where the interval is narrow about 0', () => {
    const narrow = { value: 0.05, low: -0.1, high: 0.15 };
    const open = { value: 0.05, low: -0.4, high: 0.5 };
    const told = { value: 2, low: 1.9, high: 2.1 };
    const { differ } = first({ effects: { frequency: told, monetary: narrow, recency_days: open } });
    expect(differ[1]).toMatchObject({ kind: 'alike', columns: ['monetary'] });
  });

  it('warns of money that rests on few, and hides how few where it is fewer than ten', () => {
    const warned = (half: number) => first({}, {}, { ...NOTHING_KNOWN, half: [half, null, null] }).careful;
    expect(warned(77)).toEqual([{ kind: 'nothing-against', refs: [{ figure: 'overlap' }] }]);
    expect(warned(76)[0]).toMatchObject({ kind: 'few-bring-half', customers: 76 });
    expect(warned(9)[0]).toMatchObject({ kind: 'few-bring-half', customers: null });
  });

  it('warns of a short history, dates nobody settled, wide intervals and rules that find others', () => {
    const effects = { frequency: { value: 1, low: 0.4, high: 1.6 } };
    const known = { ...NOTHING_KNOWN, days: 60, unsureDates: ['day'] };
    expect(kinds(first({ effects, precision: 0.5 }, {}, known).careful)).toEqual([
      'wide',
      'loose-rule',
      'short-history',
      'dates-unsure',
    ]);
  });

  it('does not warn of a learnt rule where the segments are made by rules of one’s own', () => {
    const rules = { step: 'own', rules: [], others: 'Everyone else' };
    expect(kinds(first({ precision: 0.5 }, { rules }).careful)).not.toContain('loose-rule');
    expect(kinds(first({ precision: 0.5 }, { rules, edited: true }).careful)).toContain('loose-rule');
  });

  it('says of a weak segment why, and that no budget is to rest on it', () => {
    const grade = { level: 'weak', reasons: [{ code: 'too-small', value: 12, limit: 44 }] } as const;
    const { careful, todo } = first({ grade });
    expect(careful[0]).toMatchObject({ kind: 'grade', refs: [{ figure: 'size' }] });
    expect(kinds(todo)).toContain('suggest-wait');
  });

  it('puts the words of the person before any suggestion', () => {
    expect(kinds(first({ action: 'Call them' }).todo)).toEqual(['own-action', 'recognise']);
  });

  it('says that segments cut by limits were not found', () => {
    const { method: _, ...cut } = FOUND;
    expect(narrate(cut, NOTHING_KNOWN)[0]!.careful[0]).toMatchObject({ kind: 'cut', by: 'names' });
    expect(first({}, { continuum: true }).careful[0]).toMatchObject({ kind: 'slope' });
    expect(first({}, { apart: { id: 1, beyond: 3.5 } }).careful[0]).toMatchObject({
      kind: 'apart',
      beyond: 3.5,
    });
  });

  it('has no word of money where there is none', () => {
    const segments = customers.segments.map((one) => ({ ...one, revenue: null, revenueShare: null }));
    const [one] = narrate({ ...customers, segments, money: null, revenue: null }, NOTHING_KNOWN);
    expect(kinds(one!.worth)).toEqual(['no-money']);
    expect(kinds(one!.todo)).not.toContain('suggest-worth');
  });

  it('says nothing of the others where there is one segment', () => {
    const [only] = narrate(
      { ...FOUND, k: 1, segments: [{ ...FOUND.segments[0]!, grade: null, share: 1 }] },
      NOTHING_KNOWN,
    );
    expect(kinds(only!.who)).toEqual(['everyone', 'typical']);
    expect([only!.differ, only!.careful]).toEqual([[], []]);
  });

  it('says of a segment without customers only that', () => {
    const { who, differ, worth, todo, careful } = first({ size: 0 });
    expect(kinds(who)).toEqual(['nobody']);
    expect([differ, worth, todo, careful].flat()).toEqual([]);
  });

  it('tells no group of fewer than ten', () => {
    const traits = [{ column: 'City', value: 'Leeds', segment: 9 / 763, all: 0.01 }];
    const common = [{ column: 'Plan', value: 'gold', share: 9 / 763 }];
    expect(kinds(first({ traits, common }).who)).toEqual(['size', 'typical']);
    expect(kinds(first({ size: 9 }).who)).toEqual(['size']);
  });
});

describe('halfOf', () => {
  it('counts the fewest that make up half', () => {
    expect(halfOf(Float64Array.of(1, 1, 2, 4))).toBe(1);
    expect(halfOf(Float64Array.of(1, 1, 1, 1))).toBe(2);
    expect(halfOf(new Float64Array())).toBeNull();
  });

  it('is never more than half of the customers, rounded up', () => {
    const worth = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(worth, (values) => {
        const half = halfOf(Float64Array.from(values).sort())!;
        expect(half).toBeGreaterThan(0);
        expect(half).toBeLessThanOrEqual(Math.ceil(values.length / 2));
      }),
    );
  });
});
