import { squaredDistances } from '../../stats/assign';
import { PART, type Kernels } from '../kernels';
import type { PlainMemory } from './plain-memory';

/** `Kernels.nearer` on a memory. */
export function nearerIn(memory: PlainMemory): Kernels['nearer'] {
  return (points, stride, d, n, centroid, bounds, into, parts) => {
    const { columns } = memory.points(points, stride, d, n);
    const bound = memory.numbers(bounds, n);
    const found = memory.numbers(into, n);
    const part = memory.numbers(parts, Math.ceil(n / PART));
    squaredDistances(columns, 0, n, memory.numbers(centroid, d), 0, found);
    let total = 0;
    for (let start = 0, p = 0; start < n; start += PART, p++) {
      const sum = lower(found, bound, start, Math.min(start + PART, n));
      part[p] = sum;
      total += sum;
    }
    return total;
  };
}

/** Lowers values `from` to `to` to the bounds where these are smaller, and gives their sum. */
function lower(values: Float64Array, bounds: Float64Array, from: number, to: number): number {
  const lanes: [number, number, number, number] = [0, 0, 0, 0];
  for (let i = from; i < to; i++) {
    const bound = bounds[i]!;
    if (!(values[i]! < bound)) values[i] = bound;
    lanes[(i - from) & 3]! += values[i]!;
  }
  return lanes[0] + lanes[2] + (lanes[1] + lanes[3]);
}
