import { elbow } from './elbow';

/** From this mean overlap on a segment holds when it is drawn again (Hennig 2007). */
export const HOLDS = 0.75;

export interface Tried {
  k: number;
  inertia: number;
  /** Of the weakest cluster; null where it was not measured. */
  overlap: number | null;
}

export interface Choice {
  k: number;
  /** Where the curve bends; null where it does not. */
  elbow: number | null;
  chosenBy: 'elbow' | 'stability' | 'none';
}

/**
 * The number of clusters: where the curve bends, or, if a cluster falls apart there, the largest smaller number at
 * which all hold. 1, chosen by `none`, where nothing bends or nothing holds.
 * @param tried k from 1 up, rising
 */
export function chooseK(tried: readonly Tried[]): Choice {
  const bend = elbow(
    tried.map(({ k }) => k),
    tried.map(({ inertia }) => inertia),
  );
  if (bend === null) return { k: 1, elbow: null, chosenBy: 'none' };
  const holding = tried.filter(
    ({ k, overlap }) => k > 1 && k <= bend && overlap !== null && overlap >= HOLDS,
  );
  const k = Math.max(1, ...holding.map((one) => one.k));
  return { k, elbow: bend, chosenBy: k === bend ? 'elbow' : k > 1 ? 'stability' : 'none' };
}
