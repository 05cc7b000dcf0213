import type { Drift, FeatureDrift, Moves } from '../../engine/index';
import { count, counted, figure, money, number } from './format';

/** From 0.1 on a column has shifted, from 0.25 it is another population. */
const SHIFTED = 0.1;
const CHANGED = 0.25;

export const NEW = 'New customers';
export const GONE = 'Gone';
export const NOWHERE = 'In no segment';

/** "898 of 1,927 customers known from last time changed segment". */
export function movesTitle({ customers: { stayed, moved } }: Moves): string {
  const back = stayed + moved;
  if (back === 0) return 'None of these customers was there last time';
  if (moved === 0) return 'Nobody has changed segment';
  return `${count(moved)} of ${counted(back, 'customer')} known from last time changed segment`;
}

export const movesLine = (list: string): string =>
  `Each band is the customers that went from a segment in ${list} (left) to one now (right)`;

/** "1,029 stayed, 1,621 are new, 791 are gone. Gained 2.81 M from new customers and those worth more; lost …". */
export function movesNote({ customers, worth }: Moves, currency: string | null): string {
  const { stayed, gone } = customers;
  const are = (value: number) => (value === 1 ? 'is' : 'are');
  const people = `${count(stayed)} stayed, ${count(customers.new)} ${are(customers.new)} new, ${count(gone)} ${are(gone)} gone.`;
  if (worth === null) return people;
  const gained = `Gained ${money(worth.gained, currency)} from new customers and those worth more than then`;
  return `${people} ${gained}; lost ${money(worth.lost, currency)} from those worth less or gone.`;
}

/** The finding of all drift in one line. */
export function driftTitle({ features, sizes }: Drift): string {
  const worst = Math.max(sizes.stability, ...features.map(({ stability }) => stability));
  if (worst < SHIFTED) return 'Customers are as they were when the segments were learnt';
  if (worst < CHANGED) return 'Customers have shifted since the segments were learnt';
  return 'These are other customers than the segments were learnt from: think of learning again';
}

export const driftLine = ({ customers: { then, now } }: Drift, from: string): string =>
  `${counted(now, 'customer')} here beside ${count(then)} of ${from}`;

export const DRIFT_NOTE =
  'The figure is the population stability index over tenths of the customers of then: below 0.1 as before, from 0.1 shifted, from 0.25 another population.';

/** What a stability index means. */
export const stabilityWords = (stability: number): string =>
  stability < SHIFTED ? 'as before' : stability < CHANGED ? 'shifted' : 'another population';

export const stabilityFigure = (stability: number): string =>
  new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(stability);

/** "Last order: customers are typically 23 days longer away than when the segments were learnt". */
export function driftSentence(feature: FeatureDrift, currency: string | null): string {
  const { meaning, label, unit = null, median } = feature;
  const { then, now } = median;
  if (Number.isNaN(now)) return `${label}: nobody is here`;
  const change = now - then;
  if (meaning === 'recency') {
    const what = label.startsWith('Days') ? 'Last order' : label;
    if (change === 0) return `${what}: customers are typically as far away as when the segments were learnt`;
    const days = counted(Math.abs(change), 'day');
    return `${what}: customers are typically ${days} ${change > 0 ? 'longer away' : 'more recent'} than when the segments were learnt`;
  }
  const said = (value: number) =>
    meaning === 'money' ? money(value, unit ?? currency) : figure(value, unit, 1);
  if (said(now) === said(then)) return `${label}: typically ${said(now)}, as when the segments were learnt`;
  return `${label}: typically ${said(now)}, was ${said(then)} when the segments were learnt`;
}

/** "3 customers fit no segment well". */
export const unfitTitle = ({ unfit: { count: many } }: Drift): string =>
  many === 0
    ? 'Every customer fits a segment.'
    : `${counted(many, 'customer')} ${many === 1 ? 'fits' : 'fit'} no segment well.`;

export const UNFIT_WHY =
  'They lie over one and a half times as far from the middle of the nearest segment as 99\u00a0% of its customers did. They keep its label.';

/** What the band of a flow says: "Champions to Loyal customers: 22 customers". */
export const flowWords = (from: string, to: string, customers: number): string =>
  `${from} to ${to}: ${counted(customers, 'customer')}`;

/** "152 k then, 98.8 k now". */
export const worthWords = (worth: { then: number; now: number } | null, currency: string | null): string =>
  worth === null ? '' : `${money(worth.then, currency)} then, ${money(worth.now, currency)} now`;

/** A share in points: "+3.2". */
export const pointsOf = (then: number, now: number): string => {
  const points = number((now - then) * 100, 1);
  return now > then ? `+${points}` : points;
};
