import { clean } from './plain-limit';
import type { BinFit } from './params';

/**
 * The bins in words, from the lowest up: "under 10", "10 to 19.99", "20 and more". Where values have more than two
 * decimals, "10 to under 20". The outer ones hold whatever lies beyond.
 */
export function labelsFrom({ limits, decimals }: Pick<BinFit, 'limits' | 'decimals'>): string[] {
  if (limits.length === 0) return ['all values'];
  const between = limits.slice(1).map((limit, i) => inWords(limits[i]!, limit, decimals));
  return [`under ${limits[0]!}`, ...between, `${limits.at(-1)!} and more`];
}

function inWords(from: number, below: number, decimals: BinFit['decimals']): string {
  if (decimals === null) return `${from} to under ${below}`;
  const last = Number(clean(below - Number(`1e-${decimals}`)).toFixed(decimals)) + 0;
  return last > from ? `${from} to ${last}` : String(from);
}
