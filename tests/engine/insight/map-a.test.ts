import { describe, expect, it } from 'vitest';
import { areasOf, mapA } from '../../../src/engine/insight/map-a';

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
