import { describe, expect, it } from 'vitest';
import type { ColumnPicture } from '../../src/engine/index';
import { blankChoices, chosenPattern } from '../../src/ui/screens/explore/blank-choices';

const bars: ColumnPicture = { shape: 'bars', bars: [{ value: 'a', count: 3 }], others: 0 };
const months: ColumnPicture = { shape: 'time', unit: 'month', starts: [0, 1, 2], counts: [1, 1, 1] };
const cards = [
  { name: 'city', picture: bars },
  { name: 'day', picture: months },
  { name: 'nothing', picture: { shape: 'none' } as const },
];
const columns = cards.map(({ name }) => ({ name, missing: 1 }));

describe('a pattern of blanks', () => {
  it('asks for the blanks of its columns and for a value in all others', () => {
    expect(blankChoices({ columns }, new Set(['day', 'nothing']), cards)).toEqual([
      { column: 'city', bars: [0, 1] },
      { column: 'day', bars: [3] },
    ]);
  });

  it('is chosen where all of that is', () => {
    const patterns = ['city', 'day'].map((name) => blankChoices({ columns }, new Set([name]), cards));
    expect(chosenPattern(patterns, patterns[1]!)).toBe(1);
    expect(chosenPattern(patterns, [...patterns[0]!, { column: 'age', bars: [1] }])).toBe(0);
    expect(chosenPattern(patterns, patterns[0]!.slice(1))).toBeNull();
    expect(chosenPattern(patterns, [])).toBeNull();
  });
});
