import type { Progress, Work } from '../work';
import { Hurried, hurry } from './bounded';
import { bestFirst, type Cloud } from './clouds';
import { generator, seedFrom } from './random';
import { plusPlus } from './seeding';
import { splits } from './splits';

/** Passes over each split before the best is taken, and over that one. */
const FIRST_PASSES = 3;
const THEN_PASSES = 10;

/**
 * Starts for every k from `kMin` + 1 to `kMax`, by cutting each cluster of a rough clustering into k − 1, which itself
 * came of such cuts. It needs few rows and lets every k be looked for on its own.
 * @returns for each k from `kMin` on its starts; none for the first
 */
export async function skeleton(
  { placed, spread }: Cloud,
  { kMin, kMax, seed }: { kMin: number; kMax: number; seed: number },
  work: Work,
  progress: Progress,
): Promise<Float64Array[][]> {
  const { points, room } = placed;
  const found: Float64Array[][] = [[]];
  let starts = kMin < kMax ? [plusPlus(placed, kMin, generator(seedFrom(seed, kMin, 1)))] : [];
  for (let k = kMin; k < kMax; k++) {
    const mark = room.mark;
    const running = starts.map((start) => new Hurried(placed, start));
    for (const state of running) await hurry(state, spread, FIRST_PASSES, 0, work, progress);
    const best = bestFirst(running)[0]!;
    await hurry(best, spread, THEN_PASSES, 0, work, progress);
    starts = splits(points, best);
    found.push(starts);
    room.drop(mark);
  }
  return found;
}
