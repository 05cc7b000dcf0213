import type { Interval } from '../../engine/index';
import { fixed } from './format';

/** "Index 310 · 2.0 sd above (1.9 to 2.1)"; empty where nothing can be said. */
export function effectWords(index: number | null, effect: Interval | null): string {
  const said = [
    ...(index === null || !Number.isFinite(index) ? [] : [`Index ${fixed(index * 100, 0)}`]),
    ...(effect === null ? [] : [distance(effect)]),
  ];
  return said.join(' · ');
}

const side = ({ value }: Interval): string => (value < 0 ? 'below' : 'above');

/** The ends of the interval as they lie on the side that is said. */
const ends = ({ value, low, high }: Interval): [number, number] => (value < 0 ? [-high, -low] : [low, high]);

/** Whether the interval leaves open on which side of the others the segment lies. */
const spansNothing = ({ low, high }: Interval): boolean => low <= 0 && high >= 0;

function distance(effect: Interval): string {
  if (spansNothing(effect))
    return `like the others (${fixed(effect.low, 1)} to ${fixed(effect.high, 1)}\u00a0sd)`;
  const [from, to] = ends(effect);
  return `${fixed(Math.abs(effect.value), 1)}\u00a0sd ${side(effect)} (${fixed(from, 1)} to ${fixed(to, 1)})`;
}

/** "34 points above (30 to 37)". */
export function pointsWords(effect: Interval): string {
  const points = (value: number) => fixed(value * 100, 0);
  const [from, to] = ends(effect);
  return `${points(Math.abs(effect.value))} points ${side(effect)} (${points(from)} to ${points(to)})`;
}

/** What the small figures on the cards are. */
export const EFFECT_NOTE =
  'Index: 100 is the average. Beside it, how far the segment’s mean lies from that of all other customers, in standard deviations (sd) or points of a share, with the 95\u00a0% interval; columns that were grouped by are measured on that scale.';
