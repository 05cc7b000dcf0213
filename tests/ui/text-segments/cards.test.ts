import { beforeAll, describe, expect, it } from 'vitest';
import type { Segmentation, Trait } from '../../../src/engine/index';
import { actionFor, proposalFor } from '../../../src/ui/text/actions';
import { cardFacts, cardSentence, sizeLine, traitFacts } from '../../../src/ui/text/cards';
import { useLocale } from '../../../src/ui/text/format';
import { customers } from '../fixtures/segmentation-customers';
import { mapped } from '../fixtures/segmentation-map';
import { orders } from '../fixtures/segmentation-orders';

beforeAll(() => useLocale('en-GB'));

const sentences = (segmentation: Segmentation) =>
  segmentation.segments.map((segment) => cardSentence(segment, segmentation));

describe('cardSentence', () => {
  it('tells recency, frequency and money of order files', () => {
    expect(sentences(orders)).toEqual([
      'Order often, spend most, were here lately.',
      'Ordered a few times, most of them lately.',
      'Ordered once or twice, long ago, small sums.',
    ]);
  });

  it('tells of frequent customers who stayed away', () => {
    const first = { ...orders.segments[0]!, rfm: { recency: 1, frequency: 5, cell: 'x' } };
    expect(cardSentence(first, orders)).toBe('Order often, spend most, not seen for long.');
  });

  it('tells the widest gaps and the worth of other files', () => {
    expect(sentences(customers)).toEqual([
      'More meat products and wines than most; worth twice the average.',
      'More deals and web purchases than most; worth about the average.',
      'Less wines and fewer web purchases than most; worth far less than the average.',
    ]);
  });

  it('says nothing where there is no gap, and nothing of worth', () => {
    const flat = { ...customers.segments[0]!, deviations: {}, revenueShare: null };
    expect(cardSentence(flat, customers)).toBe('');
    const worth = { ...flat, share: 0.2, revenueShare: 0.4 };
    expect(cardSentence(worth, customers)).toBe('Worth twice the average.');
  });
});

describe('cardFacts', () => {
  it('gives orders, spend and last order beside those of all', () => {
    expect(
      cardFacts(orders.segments[0]!, orders).map(({ label, value, rest }) => `${label} ${value}${rest}`),
    ).toEqual(['Orders 10, all 2', 'Spent 3,551, all 650', 'Last\u00a0order 10 days before the end, all 51']);
  });

  it('gives the three columns that tell most where there are many', () => {
    expect(
      cardFacts(customers.segments[1]!, customers).map(({ label, value }) => `${label} ${value}`),
    ).toEqual(['Deals purchases 4', 'Web purchases 6', 'Meat products 79']);
  });
});

describe('sizeLine', () => {
  it('gives customers in full and money short', () => {
    expect(sizeLine(orders.segments[0]!)).toBe('763 customers, 5.58\u00a0M');
    expect(sizeLine({ ...orders.segments[0]!, revenue: null })).toBe('763 customers');
  });
});

describe('cardFacts, two figures beside each other', () => {
  it('have as many decimals', () => {
    const feature = { ...customers.features[0]!, column: 'x', meaning: 'other', median: 3 } as const;
    const segment = { ...customers.segments[0]!, medians: { x: 2.65 } };
    const [fact] = cardFacts(segment, { ...customers, features: [feature] });
    expect(`${fact!.value}${fact!.rest}`).toBe('2.65, all 3.00');
  });
});

describe('traitFacts', () => {
  const told = (traits: readonly Trait[]) =>
    traitFacts(traits).map(({ label, value, rest }) => `${label} ${value}${rest}`);

  it('gives shares of groups and medians of numbers', () => {
    expect(told(customers.segments[1]!.traits)).toEqual([
      'Teenhome, 1 or more 76\u00a0%, all 48\u00a0%',
      'Response: yes 16\u00a0%, all 15\u00a0%',
    ]);
    expect(told(customers.segments[0]!.traits)).toEqual(['Income 72,000, all 51,381']);
  });

  it('does not break years', () => {
    expect(told([{ column: 'Year_Birth', value: null, segment: 1967, all: 1970 }])).toEqual([
      'Year birth 1967, all 1970',
    ]);
  });
});

describe('actionFor', () => {
  it('has a proposal for every group of the map', async () => {
    const { mapA } = await import('../../../src/engine/insight/map-a');
    const digits = [1, 2, 3, 4, 5];
    const cells = digits.flatMap((recency) => digits.map((frequency) => mapA(recency, frequency)));
    expect(cells.filter((cell) => actionFor(cell) === null)).toEqual([]);
  });

  it('proposes nothing for other names', () => {
    expect([actionFor(null), actionFor('Regulars')]).toEqual([null, null]);
  });
});

describe('proposalFor', () => {
  const segment = { ...orders.segments[0]!, name: 'VIPs' };

  it('goes by the place on the map, whatever the name', () => {
    expect(proposalFor(segment, orders)).toBe(actionFor('Champions'));
  });

  it("goes by the map's name where customers were grouped by it", () => {
    expect(proposalFor(segment, mapped)).toBeNull();
    expect(proposalFor({ ...segment, name: 'At risk' }, mapped)).toBe(actionFor('At risk'));
  });
});
