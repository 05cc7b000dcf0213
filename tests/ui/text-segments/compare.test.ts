import { beforeAll, describe, expect, it } from 'vitest';
import type { GroupingsCompared } from '../../../src/engine/index';
import { crossRows, crossTable } from '../../../src/ui/screens/segments/compare/cross-table';
import { agreementTitle, changeSentences, comparedNote, earlierLabel } from '../../../src/ui/text/compare';
import { useLocale } from '../../../src/ui/text/format';
import { orders } from '../fixtures/segmentation-orders';

beforeAll(() => useLocale('en-GB'));

const compared: GroupingsCompared = {
  ours: orders.segments.map(({ name }) => name),
  theirs: ['Best', 'Middle', 'Rest'],
  counts: [
    [95, 0, 0],
    [5, 60, 10],
    [0, 40, 190],
  ],
  customers: 400,
  oneOnly: 1,
  rand: 0.7123,
};

describe('earlierLabel', () => {
  it('tells recipes of one sentence apart', () => {
    const labels = [1, 2].map((alike) => earlierLabel('Group into segments', alike));
    expect(labels).toEqual(['As it was: Group into segments', 'As it was: Group into segments (2)']);
  });
});

describe('agreementTitle', () => {
  it.each([
    [1, 'Nearly the same groups: adjusted Rand index 1.00'],
    [0.84, 'Much the same groups: adjusted Rand index 0.84'],
    [0.7123, 'Fairly alike groups: adjusted Rand index 0.71'],
    [0.3, 'Rather different groups: adjusted Rand index 0.30'],
    [0.06, 'Hardly anything in common: adjusted Rand index 0.06'],
    [-0.01, 'No more in common than by chance: adjusted Rand index \u22120.01'],
  ])('of %d', (rand, title) => {
    expect(agreementTitle({ ...compared, rand })).toBe(title);
  });
});

describe('changeSentences', () => {
  it('says of each segment where its customers are', () => {
    const [a, b, c] = compared.ours;
    expect(changeSentences(compared)).toEqual([
      `${a}: 95\u00a0% in Best.`,
      `${b}: 60\u00a0% in Middle and 40\u00a0% in Rest.`,
      `${c}: 95\u00a0% in Rest.`,
    ]);
  });

  it('says all where all are in one, and nothing of an empty segment', () => {
    const counts = [[3, 0]];
    expect(changeSentences({ ...compared, ours: ['A', 'B'], theirs: ['x'], counts })).toEqual([
      'A: all in x.',
    ]);
  });
});

describe('comparedNote', () => {
  it('counts who is in a group of one alone', () => {
    expect(comparedNote(compared)).toBe(
      'Shares are of each segment; 400 customers in groups of both. 1 is in a group of one alone and not counted.',
    );
    expect(comparedNote({ ...compared, oneOnly: 0 })).not.toContain('alone');
  });
});

describe('crossTable', () => {
  it('has counts and shares, which add up to one in each segment', () => {
    const { columns, rows } = crossTable(compared, orders);
    expect(columns.map(({ label }) => label).slice(0, 3)).toEqual([
      'Other grouping',
      'A Champions',
      'Share of A Champions',
    ]);
    expect(rows[0]).toEqual(['Best', 95, 0.95, 0, 0, 0, 0, 95]);
    expect(rows.reduce((sum, row) => sum + Number(row[4]), 0)).toBe(1);
    expect(crossRows(compared).map(({ cells }) => cells[0]!.step)).toEqual([6, 3, 3]);
  });
});
