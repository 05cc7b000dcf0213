import type { Moves, Segmentation } from '../../../../engine/index';
import type { FlowBar } from '../../../charts/flow';
import { GONE, NEW, NOWHERE } from '../../../text/since-last';

/** Faces of segments then and now: a segment that is still there has the colour it has now. */
export interface Faces {
  /** Id whose colour and letter it has; null for those without. */
  id(side: FlowBar['side'], place: number | null): number | null;
  name(side: FlowBar['side'], place: number | null): string;
}

export function facesOf(moves: Moves, { segments }: Segmentation): Faces {
  return {
    id(side, place) {
      if (place === null || place === 0) return null;
      const now = side === 'now' ? place : moves.same[place]!;
      return segments[now - 1]?.id ?? null;
    },
    name(side, place) {
      if (place === null) return side === 'then' ? NEW : GONE;
      if (place === 0) return NOWHERE;
      return moves[side][place - 1]!.name;
    },
  };
}
