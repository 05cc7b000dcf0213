import { count, counted } from './format';

/**
 * "November 2011 has the most rows"; where several have as many, "No month has more than 31 rows"; where all have,
 * "Each day has 1 row".
 * @param one what is counted by: day, month, hour
 */
export function mostRows(counts: readonly number[], one: string, has: (best: number) => string): string {
  const most = Math.max(...counts);
  const best = counts.indexOf(most);
  if (counts.length === 1 || counts.lastIndexOf(most) === best) return has(best);
  if (counts.every((rows) => rows === most)) return `Each ${one} has ${counted(most, 'row')}`;
  return `No ${one} has more than ${counted(most, 'row')}`;
}

/** "November 2011 has the most rows, 84,711" */
export const hasMost = (name: string, rows: number): string => `${name} has the most rows, ${count(rows)}`;
