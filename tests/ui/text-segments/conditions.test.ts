import { beforeAll, describe, expect, it } from 'vitest';
import { recogniseSentence } from '../../../src/ui/text/conditions';
import { useLocale } from '../../../src/ui/text/format';
import { customers } from '../fixtures/segmentation-customers';
import { orders } from '../fixtures/segmentation-orders';

beforeAll(() => useLocale('en-GB'));

describe('recogniseSentence', () => {
  it('says the conditions in plain words, with how right they are', () => {
    expect(orders.segments.map((segment) => recogniseSentence(segment, orders))).toEqual([
      'At least 6 orders, last order within 60 days, at least 1,000 spent: right for\u00a089\u00a0%, finds\u00a088\u00a0%, covers\u00a017\u00a0% of all.',
      '2 to 6 orders, last order within 150 days, at least 200 spent: right for\u00a082\u00a0%, finds\u00a084\u00a0%, covers\u00a041\u00a0% of all.',
      'At most 3 orders, last order at least 30 days before the end, at most 800 spent: right for\u00a089\u00a0%, finds\u00a087\u00a0%, covers\u00a042\u00a0% of all.',
    ]);
  });

  it('puts counts before their name and other columns after it', () => {
    expect(recogniseSentence(customers.segments[1]!, customers)).toBe(
      'At least 2 deals purchases, at least 3 web purchases, meat products at most 250: right for\u00a073\u00a0%, finds\u00a080\u00a0%, covers\u00a030\u00a0% of all.',
    );
  });

  it('says nothing without conditions', () => {
    expect(recogniseSentence({ ...orders.segments[0]!, conditions: [] }, orders)).toBe('');
  });

  it.each([
    [null, 1, 'At most 1 order:'],
    [1, null, 'At least 1 order:'],
    [1, 1, 'Exactly 1 order:'],
    [3, 3, 'Exactly 3 orders:'],
    [1, 3, '1 to 3 orders:'],
  ])('counts orders from %s to %s as people do', (atLeast, atMost, said) => {
    const one = { ...orders.segments[0]!, conditions: [{ column: 'frequency', atLeast, atMost }] };
    const customers = { ...orders, grain: 'customers' as const };
    expect(recogniseSentence(one, orders)).toContain(said);
    expect(recogniseSentence(one, customers)).toContain(said);
  });

  it('keeps a bound of 0', () => {
    const one = { ...orders.segments[0]!, conditions: [{ column: 'monetary', atLeast: null, atMost: 0 }] };
    expect(recogniseSentence(one, orders)).toMatch(/^At most 0 spent:/);
  });
});
