import { describe, expect, it } from 'vitest';
import { areasOf, mapA, mapNames } from '../../../src/engine/insight/map-a';

// The widespread 25-cell map as a grid, rows R = 5 … 1, columns F = 1 … 5.
const GRID = [
  ['New customers', 'Potential loyalists', 'Potential loyalists', 'Champions', 'Champions'],
  ['Promising', 'Potential loyalists', 'Potential loyalists', 'Loyal customers', 'Loyal customers'],
  ['About to sleep', 'About to sleep', 'Need attention', 'Loyal customers', 'Loyal customers'],
  ['Hibernating', 'Hibernating', 'At risk', 'At risk', "Can't lose them"],
  ['Hibernating', 'Hibernating', 'At risk', 'At risk', "Can't lose them"],
];
const CELLS = GRID.flatMap((names, row) => names.map((name, column) => [5 - row, column + 1, name] as const));

describe('mapA', () => {
  it.each(CELLS)('names the cell R %i, F %i %s, and no other name covers it', (recency, frequency, name) => {
    expect(areasOf(recency, frequency)).toEqual([name]);
    expect(mapA(recency, frequency)).toBe(name);
  });
});

describe('mapNames', () => {
  const flipped = (names: readonly (readonly string[])[]) => [...names].reverse();

  it('is map A itself for 5 levels', () => {
    expect(mapNames(5)).toEqual(flipped(GRID));
  });

  // Written out by hand: the fifths 1, 3, 5 and 1, 2, 4, 5 of the grid above.
  it('calls a level of 3 or 4 as the fifth of its middle customer', () => {
    expect(mapNames(3)).toEqual(
      flipped([
        ['New customers', 'Potential loyalists', 'Champions'],
        ['About to sleep', 'Need attention', 'Loyal customers'],
        ['Hibernating', 'At risk', "Can't lose them"],
      ]),
    );
    expect(mapNames(4)).toEqual(
      flipped([
        ['New customers', 'Potential loyalists', 'Champions', 'Champions'],
        ['Promising', 'Potential loyalists', 'Loyal customers', 'Loyal customers'],
        ['Hibernating', 'Hibernating', 'At risk', "Can't lose them"],
        ['Hibernating', 'Hibernating', 'At risk', "Can't lose them"],
      ]),
    );
  });

  // FACTS.md section 1: the usual eleven names.
  it('parts those who are lost from the hibernating where they are few enough', () => {
    const [lowest, ...others] = mapNames(5, true);
    expect(lowest).toEqual(['Lost', 'Hibernating', 'At risk', 'At risk', "Can't lose them"]);
    expect(others).toEqual(mapNames(5).slice(1));
    expect(new Set(mapNames(5, true).flat()).size).toBe(11);
    expect(mapNames(4, true)[0]).toEqual(['Lost', 'Hibernating', 'At risk', "Can't lose them"]);
    expect(mapNames(3, true)).toEqual(mapNames(3));
  });
});
