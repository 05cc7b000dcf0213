/** A corner: across, up. */
export type Corner = readonly [number, number];

/**
 * Whether a place lies inside a polygon, by the even-odd rule: a line from it to the right crosses the border an odd number of
 * times. Borders belong to one side only, the left and lower one, and each edge is taken from its lower corner up, so
 * that of polygons without a gap between them exactly one has each place. The last corner is joined to the first.
 * @see Shimrat 1962, Algorithm 112: Position of point relative to polygon; Hacker's correction of the same year.
 */
export function isInside(polygon: readonly Corner[], x: number, y: number): boolean {
  let inside = false;
  let [beforeX, beforeY] = polygon.at(-1) ?? [NaN, NaN];
  for (const [atX, atY] of polygon) {
    if (atY > y !== beforeY > y) {
      const up = beforeY < atY;
      const [lowX, lowY] = up ? [beforeX, beforeY] : [atX, atY];
      const [highX, highY] = up ? [atX, atY] : [beforeX, beforeY];
      if ((x - lowX) * (highY - lowY) < (highX - lowX) * (y - lowY)) inside = !inside;
    }
    [beforeX, beforeY] = [atX, atY];
  }
  return inside;
}
