import type { Interval } from '../../engine/index';
import { fixed } from './format';

/** "Index 310, 2.0 sd above the others (1.9 to 2.1)"; empty where nothing can be said. */
export function effectWords(index: number | null, effect: Interval | null): string {
  const said = [
    ...(index === null || !Number.isFinite(index) ? [] : [`Index ${fixed(index * 100, 0)}`]),
    ...(effect === null
      ? []
      : [`${fixed(Math.abs(effect.value), 1)}\u00a0sd ${side(effect)} (${range(effect)})`]),
  ];
  return said.join(' · ');
}

const side = ({ value }: Interval): string => (value < 0 ? 'below' : 'above');

/** The ends of the interval, the nearer to 0 first, with a sign only where it is on the other side. */
function range({ value, low, high }: Interval): string {
  const [from, to] = value < 0 ? [-high, -low] : [low, high];
  return `${fixed(from, 1)} to ${fixed(to, 1)}`;
}

/** "34 points more than the others (30 to 37)". */
export function pointsWords(effect: Interval): string {
  const points = (value: number) => fixed(value * 100, 0);
  const [from, to] = effect.value < 0 ? [-effect.high, -effect.low] : [effect.low, effect.high];
  return `${points(Math.abs(effect.value))} points ${side(effect)} (${points(from)} to ${points(to)})`;
}

/** What the small figures on the cards are. */
export const EFFECT_NOTE =
  'Index: 100 is the average. Below it, how far the segment’s mean lies from that of all other customers, in standard deviations (sd) or points of a share, with the 95 % interval; features on the scale they were grouped by.';
