import { beforeAll, describe, expect, it } from 'vitest';
import { boxesTable, profileTable, silhouetteTable } from '../../../src/ui/screens/segments/picture-tables';
import { useLocale } from '../../../src/ui/text/format';
import {
  axisValue,
  boxesNote,
  boxesTitle,
  deviationTick,
  lettersNote,
  profileNote,
  profileTitle,
  silhouetteNote,
  silhouetteTitle,
} from '../../../src/ui/text/pictures';
import { told } from '../fixtures/segmentation-told';

beforeAll(() => useLocale('en-GB'));

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the pictures of segments', () => {
  it('have findings as titles', () => {
    expect(profileTitle(told)).toBe(
      'Segments lie farthest apart in orders, closest in days since the last order',
    );
    expect(boxesTitle(told)).toBe(
      'Orders: half of Champions lie between 7 and 14, half of all between 1 and 5',
    );
    // 4 of 5, 6 of 8 and 7 of 7 above 0, weighted with 763, 1,714 and 1,862 customers.
    expect(plain(silhouetteTitle(told))).toBe(
      '87 % of customers are nearer to their own segment than to any other',
    );
  });

  it('say what is left out', () => {
    expect(plain(boxesNote(told))).toBe(
      'Columns with a long tail are drawn on a log scale. 203 values beyond the whiskers are not drawn.',
    );
    expect(profileNote(told)).toBe('');
    const wide = { ...told, features: Array.from({ length: 20 }, () => told.features[0]!) };
    expect(profileNote(wide)).toBe(
      '12 of 20 columns are drawn, those on which segments lie farthest apart; the table has all.',
    );
    expect(silhouetteNote(told)).toBe(
      '20 of 4,339 customers are drawn, evenly from each segment and at least 50 of it. The line in each segment is its mean.',
    );
    expect(lettersNote(told)).toBe('A Champions, B Potential loyalists and C Hibernating.');
  });

  it('print axes short', () => {
    const money = { ...told.features[1]!, unit: '£' };
    expect([0, 100, 1000, 12_500].map((value) => plain(axisValue(value, money)))).toEqual([
      '£0',
      '£100',
      '£1 k',
      '£12.5 k',
    ]);
    expect([-1, 0, 2].map((value) => plain(deviationTick(value)))).toEqual(['−1 sd', 'average', '+2 sd']);
  });

  it('have every number in their tables', () => {
    expect(profileTable(told).rows[0]).toEqual(['frequency', 1.64, 0.09, -0.76]);
    const boxes = boxesTable(told);
    expect(boxes.rows).toHaveLength(12);
    expect(boxes.rows[3]).toEqual(['frequency', 'All customers', 1, 1, 2, 5, 11, 286]);
    expect(silhouetteTable(told).rows).toHaveLength(20);
    expect(silhouetteTable(told).shown[0]).toEqual(['A Champions', '1', '0.520']);
  });
});
