import type { TypedPart } from './builder-part';
import type { Cells } from './cells';

/** Appends the numbers of a part; forgets all of them once `bad` cells or the part's own stood in the way. */
export function absorbFloats(cells: Cells<Float64Array>, part: TypedPart, bad: number): void {
  if (!part.cells || bad > 0) return cells.clear();
  const { array, at } = cells.room(part.cells.length);
  array.set(part.cells, at);
}
