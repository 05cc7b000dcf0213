import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tooltipPlace } from '../../../src/ui/charts/tooltip';

const phone = { width: 390, height: 844 };
const box = { width: 300, height: 60 };

it('stands right of and below a point, else on the other side', () => {
  expect(tooltipPlace({ x: 40, y: 100 }, box, phone)).toEqual({ left: 50, top: 110 });
  expect(tooltipPlace({ x: 360, y: 800 }, box, phone)).toEqual({ left: 50, top: 730 });
});

it('reaches to the edge of the window where neither side has room', () => {
  expect(tooltipPlace({ x: 200, y: 100 }, box, phone)).toEqual({ left: 82, top: 110 });
});

it('never leaves the window nor covers the point', () => {
  const size = (most: number) => fc.integer({ min: 20, max: most });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 390 }),
      fc.integer({ min: 0, max: 844 }),
      size(374),
      size(400),
      (x, y, width, height) => {
        const { left, top } = tooltipPlace({ x, y }, { width, height }, phone);
        expect(left).toBeGreaterThanOrEqual(8);
        expect(left + width).toBeLessThanOrEqual(382);
        expect(top).toBeGreaterThanOrEqual(8);
        expect(top + height).toBeLessThanOrEqual(844);
        expect(x > left && x < left + width && y > top && y < top + height).toBe(false);
      },
    ),
  );
});
