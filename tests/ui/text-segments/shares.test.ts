import { beforeAll, describe, expect, it } from 'vitest';
import { recogniseSentence } from '../../../src/ui/text/conditions';
import { useLocale } from '../../../src/ui/text/format';
import { othersSentence, ruleCountSentence } from '../../../src/ui/text/own-rules';
import { togetherSentence } from '../../../src/ui/text/segment-changes';
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

  it('are told alike by rules, by what is merged and by the sentence that finds them', () => {
    const parts = [0.3055, 0.3945, 0.3];
    const segments = orders.segments.map((one, i) => ({ ...one, share: parts[i]!, covered: parts[i]!, precision: 1, recall: 1 })); // prettier-ignore
    const segmentation = { ...orders, segments };
    const printed = [...sharesInWords(segmentation).customers.values()];
    expect(printed).toEqual(['31\u00a0%', '39\u00a0%', '30\u00a0%']);
    expect(segments.map((one) => recogniseSentence(one, segmentation))).toEqual(
      printed.map((share) => expect.stringContaining(`covers\u00a0${share} of all`)),
    );
    expect(togetherSentence(segments.slice(0, 2), segmentation)).toMatch(/^Together 70\u00a0% of customers/);
    const rules = [3055, 3945].map((customers) => ({ customers, earlier: 0 }));
    const found = { customers: 10_000, rules, others: 3000 };
    const said = [ruleCountSentence(found, 0), ruleCountSentence(found, 1), othersSentence(found)];
    expect(said).toEqual(printed.map((share) => expect.stringContaining(`(${share})`)));
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
