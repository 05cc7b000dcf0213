import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handleRows, limitScale, movedLimit, withAnother } from '../../../src/ui/steps/bin/limit-scale';

const histogram = (below: number, above: number) => ({
  scale: 'gathered' as const,
  edges: [0, 10, 20],
  counts: [3, 4],
  below,
  above,
  leftOut: 0,
});
const room = { least: 0, most: 100, step: 1 };

describe('limitScale', () => {
  it('goes from edge to edge where nothing is gathered', () => {
    const { place, value } = limitScale({ histogram: histogram(0, 0), least: 0, most: 20 });
    expect([0, 5, 20].map(place)).toEqual([0, 0.25, 1]);
    expect([0, 0.25, 1, 2].map(value)).toEqual([0, 5, 20, 20]);
  });

  it('has room for tails, and finds every value again where it was put', () => {
    const { place, value } = limitScale({ histogram: histogram(2, 1), least: -500, most: 9000 });
    expect([-500, 0, 20, 9000].map(place)).toEqual([0, 0.06, 0.94, 1]);
    fc.assert(
      fc.property(fc.double({ min: -500, max: 9000, noNaN: true }), (one) => {
        expect(value(place(one))).toBeCloseTo(one, 6);
      }),
    );
  });
});

describe('handles', () => {
  it('of limits close together stand above each other', () => {
    expect(handleRows([10, 14, 18, 40, 41], 16, 4)).toEqual([0, 1, 2, 0, 1]);
    expect(handleRows([0, 1, 2, 3], 16, 2)).toEqual([0, 1, 0, 1]);
  });

  it('never meet in a row while there are rows left', () => {
    const places = fc.array(fc.double({ min: 0, max: 600, noNaN: true }), { maxLength: 12 });
    fc.assert(
      fc.property(places, (unsorted) => {
        const rising = unsorted.sort((a, b) => a - b);
        const rows = handleRows(rising, 16, 12);
        rising.forEach((place, i) =>
          rising.slice(0, i).forEach((before, j) => {
            expect(rows[i] !== rows[j] || place - before >= 16).toBe(true);
          }),
        );
      }),
    );
  });
});

describe('limits that are moved', () => {
  it('go to plain numbers and stop at the ends and before their neighbours', () => {
    expect(movedLimit([10, 20], 0, 13.4, room)).toEqual([13, 20]);
    expect(movedLimit([10, 20], 0, 35, room)).toEqual([19, 20]);
    expect(movedLimit([10, 20], 1, -7, room)).toEqual([10, 11]);
    expect(movedLimit([10, 20], 1, Infinity, room)).toEqual([10, 100]);
    expect(movedLimit([0.1], 0, 0.29, { least: 0, most: 1, step: 0.1 })).toEqual([0.3]);
  });

  it('stay where there is no room between neighbours', () => {
    expect(movedLimit([10, 10.5, 11], 1, 90, room)).toEqual([10, 10.5, 11]);
  });

  it('always rise, whatever is wanted', () => {
    const rising = fc
      .uniqueArray(fc.integer({ min: -50, max: 150 }), { minLength: 1, maxLength: 9 })
      .map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(rising, fc.nat(), fc.double({ noNaN: true }), (limits, at, wanted) => {
        const moved = movedLimit(limits, at % limits.length, wanted, room);
        expect(moved.every((limit, i) => i === 0 || limit > moved[i - 1]!)).toBe(true);
      }),
    );
  });

  it('get another in the middle of the fullest bin with room for it', () => {
    expect(withAnother([50], [3, 9], room)).toEqual([50, 75]);
    expect(withAnother([1], [9, 3], room)).toEqual([1, 51]);
    expect(withAnother([1, 2], [9, 3, 0], { ...room, most: 3 })).toEqual([1, 2]);
  });
});
