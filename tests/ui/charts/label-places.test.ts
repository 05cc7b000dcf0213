import { describe, expect, it } from 'vitest';
import { placeLabels, type Cloud } from '../../../src/ui/charts/label-places';

const label = { width: 100, height: 20 };
const square = (x: number, y: number): Cloud['points'] =>
  Array.from({ length: 100 }, (_, i) => ({ x: x + (i % 10) * 4, y: y + Math.floor(i / 10) * 4 }));

describe('placeLabels', () => {
  it('leaves the marks free where there is room', () => {
    const points = square(180, 180);
    const [place] = placeLabels([{ points, label }], { width: 400, height: 400 });
    const covered = points.filter(({ x, y }) => Math.abs(x - place!.x) < 50 && Math.abs(y - place!.y) < 10);
    expect(covered).toEqual([]);
  });

  it('keeps labels apart and within the frame', () => {
    const clouds = [square(10, 10), square(20, 10), square(30, 10)].map((points) => ({ points, label }));
    const places = placeLabels(clouds, { width: 300, height: 200 });
    const rows = places.map(({ x, y }) => ({ left: x - 50, right: x + 50, top: y - 10, bottom: y + 10 }));
    expect(
      rows.every(({ left, right, top, bottom }) => left >= 0 && right <= 300 && top >= 0 && bottom <= 200),
    ).toBe(true);
    const overlap = rows.some((a, i) =>
      rows
        .slice(i + 1)
        .some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
    );
    expect(overlap).toBe(false);
  });

  it('keeps clear of words that stand there already', () => {
    const taken = { place: { x: 200, y: 200 }, label: { width: 120, height: 20 } };
    const [place] = placeLabels([{ points: [{ x: 200, y: 200 }], label }], { width: 400, height: 400 }, [
      taken,
    ]);
    expect(Math.abs(place!.x - 200) >= 110 || Math.abs(place!.y - 200) >= 20).toBe(true);
  });

  it('gives the same places again', () => {
    const frame = { width: 300, height: 300 };
    const clouds = [{ points: square(40, 40), label }];
    expect(placeLabels(clouds, frame)).toEqual(placeLabels(clouds, frame));
  });
});
