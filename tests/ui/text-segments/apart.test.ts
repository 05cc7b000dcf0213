import { beforeAll, describe, expect, it } from 'vitest';
import { effectWords, pointsWords } from '../../../src/ui/text/apart';
import { cardFacts, ordersLine, traitFacts } from '../../../src/ui/text/cards';
import { useLocale } from '../../../src/ui/text/format';
import { sharesInWords } from '../../../src/ui/text/shares';
import { customers } from '../fixtures/segmentation-customers';
import { orders } from '../fixtures/segmentation-orders';

beforeAll(() => useLocale('en-GB'));

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('effectWords', () => {
  it('gives the index and the distance with its interval', () => {
    expect(plain(effectWords(3.1, { value: 2.02, low: 1.92, high: 2.12 }))).toBe(
      'Index 310 · d 2.0 above (1.9 to 2.1)',
    );
    expect(plain(effectWords(null, { value: -0.98, low: -1.08, high: -0.88 }))).toBe(
      'd 1.0 below (0.9 to 1.1)',
    );
  });

  it('claims no side where the interval has both', () => {
    expect(plain(effectWords(1.01, { value: -0.1, low: -0.3, high: 0.1 }))).toBe(
      'Index 101 · like the others (d −0.3 to 0.1)',
    );
  });

  it('says nothing where nothing is known', () => {
    expect(effectWords(null, null)).toBe('');
    expect(effectWords(NaN, null)).toBe('');
  });
});

describe('pointsWords', () => {
  it('counts in points of a share', () => {
    expect(pointsWords({ value: 0.344, low: 0.3, high: 0.39 })).toBe('34 points above (30 to 39)');
    expect(pointsWords({ value: -0.12, low: -0.15, high: -0.08 })).toBe('12 points below (8 to 15)');
  });
});

describe('cardFacts', () => {
  it('says of each fact how far it lies apart', () => {
    expect(cardFacts(orders.segments[0]!, orders).map(({ apart }) => plain(apart))).toEqual([
      'Mean 13.2, of all 4.27 · Index 310 · d 2.0 above (1.9 to 2.1)',
      'Mean 7,313, of all 1,910 · Index 383 · d 1.9 above (1.8 to 2.0)',
      'Mean 17, of all 93 · Index 18 · d 1.0 below (0.9 to 1.1)',
    ]);
  });

  it('takes the three largest effects where there are many columns', () => {
    const effect = (value: number) => ({ value, low: value - 0.1, high: value + 0.1 });
    const segment = {
      ...customers.segments[1]!,
      effects: {
        MntWines: effect(0.2),
        MntMeatProducts: effect(-1.4),
        NumDealsPurchases: effect(0.9),
        NumWebPurchases: effect(1.1),
        Recency: effect(0),
      },
    };
    expect(cardFacts(segment, customers).map(({ column }) => column)).toEqual([
      'MntMeatProducts',
      'NumWebPurchases',
      'NumDealsPurchases',
    ]);
  });
});

describe('traitFacts', () => {
  it('says how far shares and numbers lie apart', () => {
    const found = traitFacts([
      { column: 'Teenhome', value: '1', atLeast: true, segment: 0.76, all: 0.48, effect: { value: 0.4, low: 0.36, high: 0.44 } },
      { column: 'Income', value: null, segment: 72_000, all: 51_000, effect: { value: 1.3, low: 1.2, high: 1.4 } },
      { column: 'Age', value: null, segment: 40, all: 50 },
    ]); // prettier-ignore
    expect(found.map(({ apart }) => plain(apart))).toEqual([
      '40 points above (36 to 44)',
      'd 1.3 above (1.2 to 1.4)',
      '',
    ]);
  });
});

describe('ordersLine', () => {
  it('gives the share of all orders and their number', () => {
    const shares = sharesInWords(orders).orders;
    expect(orders.segments.map((segment) => plain(ordersLine(segment, shares.get(segment.id))))).toEqual([
      '50 % of orders, 9,170',
      '31 % of orders, 5,830',
      '19 % of orders, 3,530',
    ]);
  });

  it('says nothing where nothing counts orders', () => {
    expect(ordersLine(customers.segments[0]!, sharesInWords(customers).orders.get(1))).toBe('');
  });
});
