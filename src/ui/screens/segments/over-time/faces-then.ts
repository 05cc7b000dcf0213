import type { Moves, Segmentation } from '../../../../engine/index';
import { LEFT_OUT, NEWCOMERS } from '../../../text/over-time';
import { facesOf, type Faces } from '../since/faces';

/** Faces of segments at two points of the history; a segment may be called “New customers”. */
export function facesThen(moves: Moves, segmentation: Segmentation): Faces {
  const { id, name } = facesOf(moves, segmentation);
  return {
    id,
    name: (side, place) => (place !== null ? name(side, place) : side === 'then' ? NEWCOMERS : LEFT_OUT),
  };
}
