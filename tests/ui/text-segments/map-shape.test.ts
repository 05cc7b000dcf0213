import { describe, expect, it } from 'vitest';
import { mapFrame } from '../../../src/ui/charts/map-frame';
import {
  boundsOf,
  cornersOf,
  pathOf,
  rectangleOf,
  withPlace,
} from '../../../src/ui/screens/segments/edit/map-shape';
import { drawnSentence, insideSentence } from '../../../src/ui/text/map-shape';
import { orders } from '../fixtures/segmentation-orders';

const marks = { x: Float64Array.of(-2, 2), y: Float64Array.of(-1, 3), segment: Uint8Array.of(1, 2) };
const frame = mapFrame(marks, { width: 432, height: 484 });

describe('a shape on the map', () => {
  it('goes from pixels to scores and back', () => {
    const path = [{ x: 16, y: 428 }, { x: 416, y: 428 }, { x: 416, y: 28 }]; // prettier-ignore
    const corners = cornersOf(path, frame)!;
    expect(corners).toEqual([[-2, -1], [2, -1], [2, 3]]); // prettier-ignore
    expect(pathOf(corners, frame)).toBe('M16.0,428.0L416.0,428.0L416.0,28.0Z');
    expect(boundsOf(corners)).toEqual({ left: '-2', right: '2', bottom: '-1', top: '3' });
  });

  it('is none where too little was drawn or written', () => {
    expect(cornersOf([{ x: 1, y: 1 }], frame)).toBeNull();
    expect(rectangleOf({ left: '0', right: '1', bottom: '0', top: '' })).toBeNull();
    expect(rectangleOf({ left: '1', right: '0', bottom: '0', top: '1' })).toBeNull();
    expect(rectangleOf({ left: '0', right: '1', bottom: '-2', top: '1.5' })).toEqual([
      [0, -2],
      [1, -2],
      [1, 1.5],
      [0, 1.5],
    ]);
  });

  it('leaves out places that hardly differ', () => {
    const one = withPlace([], { x: 1, y: 1 });
    expect(withPlace(one, { x: 2, y: 2 })).toBe(one);
    expect(withPlace(one, { x: 9, y: 2 })).toHaveLength(2);
  });
});

describe('insideSentence', () => {
  const [a, b, c] = orders.segments;

  it('says how many are inside and of which segments', () => {
    const sentence = insideSentence(orders, { customers: a!.size + 5, bySegment: [a!.size, 0, 5] });
    expect(sentence).toBe(
      `${a!.size + 5} of 4,339 customers are inside: all ${a!.size} of ${a!.name} and 5 of ${c!.size.toLocaleString('en')} ${c!.name}.`,
    );
    expect(insideSentence(orders, { customers: 0, bySegment: [0, 0, 0] })).toBe('Nobody is inside.');
    expect(insideSentence(orders, null)).toBe('Nothing is drawn yet.');
    expect(insideSentence(orders, { customers: 1, bySegment: [0, 1, 0] })).toBe(
      `1 of 4,339 customers is inside: 1 of ${b!.size.toLocaleString('en')} ${b!.name}.`,
    );
    expect(drawnSentence('Quiet', 1)).toBe('Quiet is a segment of 1 customer now.');
  });
});
