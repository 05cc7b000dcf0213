import type { Params } from './step-form';

/** The user's own limits of a measure as they are written in the form: "365 180 90 30"; empty where there are none. */
export function limitsIn({ limits }: Params, measure: string): string {
  const list = (limits as Record<string, unknown> | undefined)?.[measure];
  return Array.isArray(list) ? list.join(' ') : '';
}

/** What is written as limits of `levels` levels, null while the number is not chosen; no limits where nothing is. */
export function limitsSaid(
  text: string,
  levels: number | null,
  order: 'rising' | 'falling',
): { limits: number[] | null; error: string | null } {
  const words = text.split(/[\s;]+/).filter((word) => word !== '');
  if (words.length === 0) return { limits: null, error: null };
  const limits = words.map(Number);
  const wrong = (error: string) => ({ limits: null, error });
  if (levels === null) return wrong('Choose a number of levels for limits of your own.');
  if (!limits.every(Number.isFinite)) return wrong('Numbers with blanks between them.');
  if (limits.length !== levels - 1) return wrong(`${levels} levels need ${levels - 1} limits.`);
  const by = order === 'rising' ? 1 : -1;
  const inOrder = limits.every((limit, i) => i === 0 || (limit - limits[i - 1]!) * by > 0);
  return inOrder
    ? { limits, error: null }
    : wrong(
        order === 'rising' ? 'Each limit must be above the one before.' : 'Each must be fewer than before.',
      );
}
