import { numberSaid } from './same-params';
import type { Params } from './step-form';

export const BIN_WAYS = [
  { value: 'count', label: 'Equal count' },
  { value: 'width', label: 'Equal width' },
  { value: 'round', label: 'Round limits' },
  { value: 'natural', label: 'Natural breaks (Jenks)' },
  { value: 'deviations', label: 'Standard deviations' },
  { value: 'own', label: 'Own limits' },
];

/** The ways that ask how many bins there are to be. */
export const asksHowMany = (by: string): boolean => by !== 'own' && by !== 'deviations';

/** What is written in a list, as a field shows it. */
export const listIn = (params: Params, key: string, between: string): string =>
  Array.isArray(params[key]) ? params[key].join(between) : '';

/** The error of a number of bins as it is written; null where it is one. */
export function binsError(text: string): string | null {
  const bins = numberSaid(text);
  return Number.isInteger(bins) && bins >= 2 && bins <= 50 ? null : 'A whole number from 2 to 50.';
}

/** Limits as they are written, "18 25 40". */
export function ownLimits(text: string): { limits: number[]; error: string | null } {
  const words = text.split(/[\s;]+/).filter((word) => word !== '');
  const limits = words.map(numberSaid);
  const wrong = (error: string) => ({ limits: [], error });
  if (limits.length === 0) return wrong('One limit at least.');
  if (limits.length > 49) return wrong('At most 49 limits.');
  if (!limits.every(Number.isFinite)) return wrong('Numbers with blanks between them.');
  if (!limits.every((limit, i) => i === 0 || limit > limits[i - 1]!))
    return wrong('Each limit must be above the one before.');
  return { limits, error: null };
}

/** Labels as they are written, "low, middle, high"; none where nothing is. `bins`: how many there must be, if known. */
export function ownLabels(text: string, bins: number | null): { labels: string[]; error: string | null } {
  const parts = text.split(',').map((part) => part.trim());
  const labels = parts.every((part) => part === '') ? [] : parts;
  const wrong = (error: string) => ({ labels: [], error });
  if (labels.length === 0) return { labels, error: null };
  if (labels.includes('')) return wrong('A label between all commas.');
  if (new Set(labels).size < labels.length) return wrong('No label twice.');
  if (labels.length > 50) return wrong('At most 50 labels.');
  if (bins !== null && labels.length !== bins) return wrong(`${bins} bins need ${bins} labels.`);
  return { labels, error: null };
}
