import { assignBlock, makeTally, type Tally } from '../../stats/assign';
import type { Kernels } from '../kernels';
import type { PlainMemory } from './plain-memory';

/** `Kernels.assign` on a memory. */
export function assignIn(memory: PlainMemory): Kernels['assign'] {
  let own = makeTally(0, 0);
  return (points, stride, d, rows, centroids, k, labels, tally) => {
    if (own.sums.length !== k * d || own.counts.length !== k) own = makeTally(k, d);
    const end = tally + (k * d + k) * 8;
    const [inertia, moved] = memory.numbers(end, 2) as unknown as [number, number];
    const found: Tally = {
      ...own,
      sums: memory.numbers(tally, k * d),
      counts: memory.numbers(tally + k * d * 8, k),
      inertia,
      moved,
    };
    const placed = memory.points(points, stride, d, rows);
    assignBlock(placed, 0, rows, memory.numbers(centroids, k * d), memory.bytes(labels, rows), found);
    memory.numbers(end, 2).set([found.inertia, found.moved]);
  };
}
