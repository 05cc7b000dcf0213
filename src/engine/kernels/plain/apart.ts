import { squaredDistances } from '../../stats/assign';
import type { Kernels } from '../kernels';
import type { PlainMemory } from './plain-memory';

/** `Kernels.apart` on a memory. */
export function apartIn(memory: PlainMemory): Kernels['apart'] {
  return (points, stride, d, row, ends, cells, sums, scratch) => {
    const bounds = new Uint32Array(memory.buffer, ends, cells);
    const n = bounds[cells - 1]!;
    const { columns } = memory.points(points, stride, d, n);
    const distances = memory.numbers(scratch, n);
    const here = Float64Array.from(columns, (column) => column[row]!);
    squaredDistances(columns, 0, n, here, 0, distances);
    for (let i = 0; i < n; i++) distances[i] = Math.sqrt(distances[i]!);
    const found = memory.numbers(sums, cells);
    let from = 0;
    bounds.forEach((to, cell) => {
      found[cell] = sumOf(distances, from, to);
      from = to;
    });
  };
}

function sumOf(values: Float64Array, from: number, to: number): number {
  const lanes: [number, number, number, number] = [0, 0, 0, 0];
  for (let i = from; i < to; i++) lanes[(i - from) & 3]! += values[i]!;
  return lanes[0] + lanes[2] + (lanes[1] + lanes[3]);
}
