import type { Trade } from '../crew/crew';
import { takePoints } from './points';
import { kPrototypes, type MixedPoints, type PrototypeAttempt } from './prototypes';
import { generator, seedFrom } from './random';
import { bestJaccards, labelsOf, redrawn, type RedrawGround } from './stability';

/** Points that prototypes are learnt from in larger tables, the first of them. */
export const PROTOTYPE_SAMPLE = 10_000;
/** Starts: fewer where there are many points, which take longer and leave less to chance. */
const STARTS = { points: 40_000, least: 8, most: 200, again: 3 } as const;

export const startsFor = (n: number): number =>
  Math.min(STARTS.most, Math.max(STARTS.least, Math.floor(STARTS.points / n)));

/** The best prototypes for one k. */
export const prototyping: Trade<{ mixed: MixedPoints; seed: number }, number, PrototypeAttempt> = {
  name: 'prototyping',
  begin: ({ mixed, seed }) => ({
    do: (k, work, progress) => {
      const starts = startsFor(mixed.points.n);
      return kPrototypes(mixed, { k, seed, starts }, work, progress);
    },
    end: () => undefined,
  }),
};

/** One redraw, by its number, clustered into prototypes anew; for each run the best overlap of each cluster, none for k = 1. */
export const reprototyping: Trade<RedrawGround, number, number[][]> = {
  name: 'reprototyping',
  begin: ({ base, labels, ks, seed, mix }) => ({
    do: async (redraw, work, progress) => {
      const drawn = redrawn(base.n, generator(seedFrom(seed, 101, redraw)));
      const mixed = { points: takePoints(base, drawn), ...mix! };
      const found: number[][] = [];
      for (const [at, k] of ks.entries()) {
        const own = labels[at];
        if (!own || k > drawn.length) {
          found.push(new Array<number>(own ? k : 0).fill(0));
          continue;
        }
        const options = { k, seed: seedFrom(seed, 102, redraw), starts: STARTS.again };
        const again = await kPrototypes(mixed, options, work, progress);
        found.push(bestJaccards(labelsOf(own, drawn), again.labels, k));
      }
      return found;
    },
    end: () => undefined,
  }),
};
