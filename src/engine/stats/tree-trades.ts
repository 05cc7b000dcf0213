import type { Trade } from '../crew/crew';
import { centroidsOf } from './centroids';
import { cutTree, squaresWithin } from './cut-tree';
import type { Cloud, GapGround } from './gap';
import { nearestCentroids } from './kmeans';
import { log } from './logarithm';
import { takePoints } from './points';
import { generator, seedFrom } from './random';
import { bestJaccards, labelsOf, redrawn, type RedrawGround } from './stability';
import { wardTree } from './ward';

/**
 * One redraw, by its number: a tree of those drawn is cut into as many as each run has, and everybody drawn goes to the
 * nearest middle; for each run the best overlap of each cluster, none for k = 1.
 */
export const treeRedrawing: Trade<RedrawGround, number, number[][]> = {
  name: 'tree-redrawing',
  begin: ({ base, labels, ks, seed }) => ({
    do: async (redraw, work, progress) => {
      const drawn = redrawn(base.n, generator(seedFrom(seed, 101, redraw)));
      const subset = takePoints(base, drawn);
      const tree = await wardTree(subset, work, progress);
      return ks.map((k, at) => {
        const own = labels[at];
        if (!own || k > subset.n) return new Array<number>(own ? k : 0).fill(0);
        const middles = centroidsOf(subset, cutTree(tree, k), k);
        return bestJaccards(labelsOf(own, drawn), nearestCentroids(subset, middles), k);
      });
    },
    end: () => undefined,
  }),
};

/** log W of one cloud for k from 1 to `most`, where its tree is cut. */
export const treeEvenly: Trade<GapGround, Cloud, number[]> = {
  name: 'tree-evenly',
  begin: ({ most }) => ({
    do: async ({ cloud }, work, progress) =>
      squaresWithin(await wardTree(cloud, work, progress), most).map(log),
    end: () => undefined,
  }),
};
