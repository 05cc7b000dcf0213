import type { Trade } from '../crew/crew';
import { placePoints } from '../kernels/placed-points';
import { closeRoom, openRoom } from '../kernels/room';
import type { Spread } from './bounded';
import { cloudsOf } from './clouds';
import type { Attempt } from './lloyd';
import type { Points } from './points';
import { bestOfStarts, type Wanted } from './search';

/** Points in canonical order. */
interface Ground {
  points: Points;
  spread: Spread;
}

/** The best clustering of points for one number of clusters. */
export const clustering: Trade<Ground, Wanted, Attempt> = {
  name: 'clustering',
  begin: ({ points, spread }) => {
    const room = openRoom();
    const clouds = cloudsOf(placePoints(points, room), spread);
    const empty = room.mark;
    return {
      do: async (wanted, work, progress) => {
        const found = await bestOfStarts(clouds, wanted, work, progress);
        room.drop(empty);
        return found;
      },
      end: () => closeRoom(room),
    };
  },
};
