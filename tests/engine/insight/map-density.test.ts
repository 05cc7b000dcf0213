import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planeOf } from '../../../src/engine/insight/map-density';
import { unwatched } from '../../../src/engine/work';

const customer = fc.record({
  x: fc.integer({ min: -50, max: 50 }),
  y: fc.integer({ min: -50, max: 50 }),
  id: fc.integer({ min: 1, max: 3 }),
  spent: fc.integer({ min: 0, max: 9 }),
});

describe('planeOf', () => {
  it('counts every customer once and names the segment most are in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(customer, { minLength: 1, maxLength: 200 }), async (all) => {
        const plane = await planeOf(
          {
            along: [Float64Array.from(all, ({ x }) => x), Float64Array.from(all, ({ y }) => y)],
            labels: Uint8Array.from(all, ({ id }) => id),
            k: 3,
            features: [{ column: 'spent', values: Float64Array.from(all, ({ spent }) => spent) }],
          },
          0,
          1,
          unwatched,
        );
        expect(plane.customers.reduce((sum, count) => sum + count, 0)).toBe(all.length);
        expect(plane.x.length).toBeLessThanOrEqual(864);
        plane.most.forEach((most, cell) => {
          expect(most).toBeLessThanOrEqual(plane.customers[cell]!);
          expect(3 * most).toBeGreaterThanOrEqual(plane.customers[cell]!);
        });
      }),
    );
  });

  it('puts equal customers into one cell, with their median', async () => {
    const plane = await planeOf(
      {
        along: [Float64Array.of(0, 0, 0, 9), Float64Array.of(5, 5, 5, 5)],
        labels: Uint8Array.of(2, 1, 2, 1),
        k: 2,
        features: [{ column: 'spent', values: Float64Array.of(1, 2, 30, 4) }],
      },
      0,
      1,
      unwatched,
    );
    expect([...plane.customers]).toEqual([3, 1]);
    expect([...plane.segment]).toEqual([2, 1]);
    expect([...plane.most]).toEqual([2, 1]);
    expect([...plane.values['spent']!]).toEqual([2, 4]);
    expect([...plane.x]).toEqual([0.125, 8.875]);
  });
});
