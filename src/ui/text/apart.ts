import type { Interval } from '../../engine/index';
import { fixed } from './format';

/**
 * "Index 310 · d 2.0 above (1.9 to 2.1)"; empty where nothing can be said. Cohen’s d goes by its own letter: "sd" on the
 * same page is the deviation of all customers, from the mean of all.
 */
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
    return `like the others (d\u00a0${fixed(effect.low, 1)} to ${fixed(effect.high, 1)})`;
  const [from, to] = ends(effect);
  return `d\u00a0${fixed(Math.abs(effect.value), 1)} ${side(effect)} (${fixed(from, 1)} to ${fixed(to, 1)})`;
}

/** "34 points above (30 to 37)". */
export function pointsWords(effect: Interval): string {
  const points = (value: number) => fixed(value * 100, 0);
  const [from, to] = ends(effect);
  return `${points(Math.abs(effect.value))} points ${side(effect)} (${points(from)} to ${points(to)})`;
}

/** What d is, wherever it is printed. */
export const D_NOTE =
  'd is Cohen’s d: how far the mean lies from that of all other customers, in the standard deviation within the two groups; columns that were grouped by are measured on that scale.';

/** What the small figures on the cards are. */
export const EFFECT_NOTE = `Index: the mean against that of all, which is 100. ${D_NOTE} In brackets the 95\u00a0% interval.`;
