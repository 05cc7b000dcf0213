import { beforeAll, describe, expect, it } from 'vitest';
import type { Segmentation } from '../../../src/engine/index';
import { useLocale } from '../../../src/ui/text/format';
import { kicker, numbersThatHold, verdict } from '../../../src/ui/text/verdict';
import { customers } from '../fixtures/segmentation-customers';
import { mapped } from '../fixtures/segmentation-map';
import { NOT_JUDGED } from '../../support/not-judged';
import { orders } from '../fixtures/segmentation-orders';

beforeAll(() => useLocale('en-GB'));

const withOverlaps = (segmentation: Segmentation, overlaps: (number | null)[]): Segmentation => ({
  ...segmentation,
  segments: segmentation.segments.map((segment, i) => ({ ...segment, overlap: overlaps[i]! })),
});
const withoutMoney = (segmentation: Segmentation): Segmentation => ({
  ...segmentation,
  money: null,
  revenue: null,
  segments: segmentation.segments.map((segment) => ({ ...segment, revenue: null, revenueShare: null })),
});
const sharing = (shares: number[]): Segmentation => ({
  ...orders,
  segments: orders.segments.map((segment, i) => ({ ...segment, revenueShare: shares[i]! })),
});
const none = (overlaps: (number | null)[], elbow: number | null): Segmentation => ({
  ...orders,
  k: 1,
  elbow,
  chosenBy: 'none',
  segments: orders.segments.slice(0, 1),
  runs: overlaps.map((overlap, i) => ({
    k: i + 1,
    inertia: 100 / (i + 1),
    overlap,
    silhouette: null,
    ...NOT_JUDGED,
    top: null,
  })),
});

describe('verdict of one slope', () => {
  it('speaks of tiers, not of groups', () => {
    const found = verdict({ ...orders, continuum: true, gapChoice: 1 });
    expect(found.headline).toBe('Three value tiers, not natural groups. Useful cuts in one long slope.');
    expect(found.why.at(-1)).toMatch(/no gaps between groups/);
  });

  it('names no value where there is no money', () => {
    expect(verdict({ ...orders, continuum: true, money: null }).headline).toMatch(
      /^Three slices, not natural/,
    );
  });

  it('keeps the dissent of the gap statistic in view', () => {
    expect(verdict({ ...orders, gapChoice: 1 }).why.at(-1)).toBe('The gap statistic alone would say one.');
    expect(verdict({ ...orders, gapChoice: 3 }).why.at(-1)).not.toMatch(/gap/);
  });
});

describe('verdict, the headline', () => {
  it('says what the best bring', () => {
    expect(verdict(orders).headline).toBe(
      'Three segments. 18\u00a0% of customers bring 67\u00a0% of revenue.',
    );
  });

  it('says spend where there are no orders', () => {
    expect(verdict(customers).headline).toBe(
      'Three segments. 34\u00a0% of customers bring 69\u00a0% of spend.',
    );
  });

  it('compares the segments with one another, not with the average', () => {
    const [a, b] = orders.segments;
    const two = {
      ...orders,
      k: 2,
      segments: [
        { ...a!, share: 0.52, revenueShare: 0.75 },
        { ...b!, share: 0.48, revenueShare: 0.25 },
      ],
    }; // 2.8 times as much per customer
    expect(verdict(two).headline).toBe('Two segments. 52\u00a0% of customers bring 75\u00a0% of revenue.');
  });

  it('says that they are close in worth where none is worth one and a half times another', () => {
    expect(verdict(sharing([0.2, 0.38, 0.42])).headline).toBe(
      'Three segments, close in worth. Days since the last order sets them apart most.',
    );
  });

  it('names the two columns that set them apart most where there is no money', () => {
    expect(verdict(withoutMoney(customers)).headline).toBe(
      'Three segments. Meat products and wines set them apart most.',
    );
  });

  it('writes numbers as words up to ten', () => {
    expect(verdict({ ...orders, k: 10 }).headline).toMatch(/^Ten segments\./);
  });

  it('says honestly that every split falls apart', () => {
    const said = verdict(none([null, 0.7, 0.5], 3));
    expect(said.headline).toBe(
      'No segments here. Every split of these customers falls apart when they are redrawn.',
    );
    expect(said.why).toEqual([
      'The best split keeps 70\u00a0% of its weakest segment when customers are redrawn; 75\u00a0% would be enough.',
    ]);
  });

  it('says that what the curve points to does not hold, though another split does', () => {
    const said = verdict(none([null, 0.6, 0.8], 2));
    expect(said.headline).toBe(
      'No segments here. The split that the curve points to falls apart when customers are redrawn.',
    );
    expect(said.why).toEqual([
      'The curve bends at two, but the weakest of two segments keeps 60\u00a0% of its customers when they are redrawn; 75\u00a0% would be enough.',
    ]);
  });

  it('says that no number stands out where the curve has no bend', () => {
    expect(verdict(none([null, null], null)).headline).toBe(
      'No segments here. Each further split explains about as much as the one before, so none stands out.',
    );
  });
});

describe('verdict, how sure', () => {
  it.each([
    [0.85, 'They hold.'],
    [0.84, 'They mostly hold.'],
    [0.75, 'They mostly hold.'],
    [0.74, 'Potential loyalists is shaky: do not build a budget on it.'],
    [0.6, 'Potential loyalists is shaky: do not build a budget on it.'],
    [0.59, 'Do not target on this.'],
  ])('at a weakest overlap of %d says "%s"', (overlap, sentence) => {
    expect(verdict(withOverlaps(orders, [0.95, overlap, 0.99])).dek).toBe(sentence);
  });

  it('does not let segments hold that are too small for their cards', () => {
    const small = { level: 'weak', reasons: [{ code: 'too-small', value: 3, limit: 30 }] } as const;
    const said = (which: readonly number[]) =>
      verdict({
        ...orders,
        segments: orders.segments.map((one) => ({
          ...one,
          overlap: 0.99,
          grade: which.includes(one.id) ? small : null,
        })),
      }).dek;
    expect(said([])).toBe('They hold.');
    expect(said([2])).toBe(`They hold, but ${orders.segments[1]!.name} has too few customers to target on.`);
    expect(said([1, 2])).toBe('They hold, but two have too few customers to target on.');
    expect(said([1, 2, 3])).toBe('Too few customers to target on: each segment would need 30.');
  });

  it('stands alone while overlaps are not computed', () => {
    expect(verdict(withOverlaps(orders, [null, null, null])).dek).toBe('');
  });
});

describe('verdict, the alternative', () => {
  it('offers the finest larger number that holds', () => {
    expect(verdict(orders).alternative).toEqual({ k: 5, sentence: 'Five would hold too.' });
  });

  it('offers none where no larger number holds', () => {
    expect(verdict({ ...orders, k: 5 }).alternative).toBeNull();
  });
});

describe('verdict, why', () => {
  it('tells of the bend, the redraws and the silhouette', () => {
    expect(verdict(orders).why).toEqual([
      'The curve bends at three.',
      'Five is the finest split that still holds (weakest overlap 82\u00a0%, at three 94\u00a0%); it sets apart the best 8\u00a0% of customers, who bring 53\u00a0% of revenue.',
      'Silhouette alone would say two.',
    ]);
  });

  it('tells why a smaller number than the bend was taken', () => {
    const stepped = { ...orders, elbow: 6, chosenBy: 'stability' as const };
    expect(verdict(stepped).why.slice(0, 2)).toEqual([
      'The curve bends at six, but six segments do not hold when customers are redrawn (weakest overlap 62\u00a0%).',
      'Three is the largest number that does (94\u00a0%).',
    ]);
  });

  it('says when the number is the person’s own', () => {
    const given = { ...orders, k: 4, chosenBy: 'given' as const };
    expect(verdict(given).question).toBe('Why four?');
    expect(verdict(given).why[0]).toBe('You chose four. The curve bends at three.');
  });
});

describe('numbersThatHold', () => {
  it('gives the numbers whose weakest segment reaches three quarters', () => {
    expect(numbersThatHold(orders)).toEqual([2, 3, 4, 5]);
  });
});

describe('kicker', () => {
  it('gives the reference date of orders, and one row each for customers', () => {
    expect(kicker(orders)).toBe('4,339 customers · counted to 10 Dec 2011');
    expect(kicker(customers)).toBe('2,240 customers, one row each');
  });
});

describe('verdict of the RFM map', () => {
  it('says that the segments were cut, how, and how far apart they stand', () => {
    const found = verdict(mapped);
    expect(found.headline).toBe(verdict(orders).headline);
    expect(found.dek).toBe('Cut by set limits of recency and frequency, not found among the customers.');
    expect([found.alternative, found.question]).toEqual([null, 'Why three?']);
    expect(found.why).toEqual([
      'Three levels suit 4,339 customers.',
      'Each of the 9 pairs of recency and frequency has a name; three names have customers.',
      'Silhouette 0.17: neighbours run into each other.',
    ]);
  });

  it('knows a number of levels that was chosen, and a single segment', () => {
    const one: Segmentation = {
      ...mapped,
      k: 1,
      segments: mapped.segments.slice(0, 1),
      silhouette: null,
      map: { ...mapped.map!, auto: false },
    };
    expect(verdict(one).headline).toBe('One segment: Champions.');
    expect(verdict(one).why).toEqual([
      'You chose three levels.',
      'Each of the 9 pairs of recency and frequency has a name; one name has customers.',
    ]);
  });
});

describe('verdict of one segment made by hand', () => {
  const [first, second] = orders.segments;
  const made: Segmentation = {
    ...orders,
    k: 2,
    segments: [
      { ...first!, name: 'Everyone else', share: 0.7, revenueShare: 0.4 },
      { ...second!, name: 'Well off', share: 0.3, revenueShare: 0.6 },
    ],
    rules: { step: 'own', rules: [{ name: 'Well off', when: [] }], others: 'Everyone else' },
  };

  it('names it, whichever brings more', () => {
    expect(verdict(made).headline).toMatch(/^Two segments\. Well off: 30.% of customers bring 60.% of /);
    expect(verdict({ ...made, money: null }).headline).toMatch(
      /^Two segments\. Well off: 30.% of customers are in it\.$/,
    );
  });
});
