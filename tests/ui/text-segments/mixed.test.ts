import { beforeAll, describe, expect, it } from 'vitest';
import type { Segmentation } from '../../../src/engine/index';
import { useLocale } from '../../../src/ui/text/format';
import { groupingOptions, howGrouped, methodWords } from '../../../src/ui/text/methods';
import { commonWords, mixedSentence } from '../../../src/ui/text/mixed';
import { voicesNote } from '../../../src/ui/text/voices';
import { orders } from '../fixtures/segmentation-orders';

beforeAll(() => useLocale('en-GB'));

const METHOD = 'k-prototypes' as const;
const mixed: Segmentation = {
  ...orders,
  method: METHOD,
  learntFrom: 10_000,
  categories: { used: ['Country', 'Plan'], offered: ['Country', 'Plan'] },
};
const offered = (of: Segmentation) => groupingOptions(of).map(({ value }) => value);

describe('the words where words count too', () => {
  it('offer the method only where there is a column of words', () => {
    expect(offered(orders)).not.toContain(METHOD);
    expect(offered(mixed)).toContain(METHOD);
    expect([howGrouped(mixed), methodWords({ method: METHOD })]).toEqual([
      METHOD,
      ' by numbers and categories',
    ]);
  });

  it('say which count, and that pictures leave them out', () => {
    expect(mixedSentence(mixed)).toBe('Country and Plan count too; the pictures show the numbers alone.');
    expect(mixedSentence({ ...mixed, categories: { used: [], offered: ['Plan'] } })).toBe('');
    expect(voicesNote(mixed)).toContain('he prototypes are learnt from 10,000 customers drawn by chance');
  });

  it('say what is most common in a segment', () => {
    const common = [
      { column: 'Country', value: 'Germany', share: 0.553 },
      { column: 'Plan', value: null, share: 0.4 },
    ];
    expect(commonWords({ ...orders.segments[0]!, common })).toBe(
      'Most common: Germany (Country, 55\u00a0%), no Plan (40\u00a0%).',
    );
    expect(commonWords(orders.segments[0]!)).toBe('');
  });
});
