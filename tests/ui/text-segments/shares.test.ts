import { beforeAll, describe, expect, it } from 'vitest';
import { useLocale } from '../../../src/ui/text/format';
import { sharesInWords, wholePercents } from '../../../src/ui/text/shares';
import { orders } from '../fixtures/segmentation-orders';

beforeAll(() => useLocale('en-GB'));

describe('wholePercents', () => {
  it('adds up to 100 like the tiles', () => {
    expect(wholePercents([763 / 4339, 1714 / 4339, 1862 / 4339])).toEqual([18, 39, 43]);
  });

  it('rounds each by itself where returns make a share negative', () => {
    expect(wholePercents([1.02, -0.02])).toEqual([102, -2]);
  });
});

describe('sharesInWords', () => {
  it('prints one number per segment and whole', () => {
    expect([...sharesInWords(orders).customers.values()]).toEqual(['18\u00a0%', '39\u00a0%', '43\u00a0%']);
  });

  it('keeps words for what rounds to nothing', () => {
    const [first, second] = orders.segments;
    const segments = [
      { ...first!, share: 0.998 },
      { ...second!, share: 0.002 },
    ];
    expect([...sharesInWords({ ...orders, segments }).customers.values()]).toEqual([
      'over 99\u00a0%',
      'under 1\u00a0%',
    ]);
  });
});
