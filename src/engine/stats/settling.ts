import type { Trade } from '../crew/crew';
import { placePoints } from '../kernels/placed-points';
import { closeRoom, openRoom } from '../kernels/room';
import { daviesBouldin } from './indices';
import { advance } from './lloyd';
import { rowsOf, type KMeansRun } from './runs';
import type { Points } from './points';

interface Piece {
  run: KMeansRun;
  /** The first cluster shall be the one at `order[0]`. */
  order: readonly number[];
}

/** A clustering with its clusters in their final order, and how much they resemble each other. */
export interface Settled {
  run: KMeansRun;
  daviesBouldin: number | null;
}

/** Puts the clusters of a clustering into another order. */
export const settling: Trade<{ points: Points }, Piece, Settled> = {
  name: 'settling',
  begin: ({ points }) => {
    const room = openRoom();
    const placed = placePoints(points, room);
    return {
      do: async ({ run, order }, work, progress) => {
        const places = Uint8Array.from(order, (_, cluster) => order.indexOf(cluster));
        const attempt = {
          centroids: Float64Array.from(order.flatMap((cluster) => run.centroids[cluster]!)),
          labels: run.labels.map((label) => places[label]!),
          inertia: Infinity,
          settled: false,
        };
        // Points exactly between centroids follow the lowest index, so the new order may move them.
        await advance(placed, attempt, work, progress);
        const { centroids, labels, inertia } = attempt;
        const settled = { k: run.k, inertia, centroids: rowsOf(centroids, points.d), labels };
        return { run: settled, daviesBouldin: daviesBouldin(points, settled) };
      },
      end: () => closeRoom(room),
    };
  },
};
