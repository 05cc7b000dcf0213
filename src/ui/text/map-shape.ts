import type { InsideCount, Segmentation } from '../../engine/index';
import { count, counted, listed } from './format';

export const DRAW_LABEL = 'Draw a segment';

export const DRAW_HINT =
  'Draw a line around customers on the map, or write from where to where; 0 is the middle, 1 about one standard step.';

/** "312 of 2,000 customers are inside: 280 of 300 Champions and 32 of 540 Loyal customers." */
export function insideSentence({ segments, customers }: Segmentation, inside: InsideCount | null): string {
  if (!inside) return 'Nothing is drawn yet.';
  if (inside.customers === 0) return 'Nobody is inside.';
  const parts = segments.flatMap(({ id, name, size }) => {
    const from = inside.bySegment[id - 1] ?? 0;
    if (from === 0) return [];
    const called = name.includes(',') ? `“${name}”` : name;
    return [from === size ? `all ${count(size)} of ${called}` : `${count(from)} of ${count(size)} ${called}`];
  });
  return `${count(inside.customers)} of ${counted(customers, 'customer')} ${inside.customers === 1 ? 'is' : 'are'} inside: ${listed(parts)}.`;
}

export const drawnSentence = (name: string, customers: number): string =>
  name === ''
    ? `${counted(customers, 'customer')} ${customers === 1 ? 'is' : 'are'} a segment of their own now.`
    : `${name} is a segment of ${counted(customers, 'customer')} now.`;
