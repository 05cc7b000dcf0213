import { withBreaths, type Pieces } from '../../pieces';
import type { Work } from '../../work';
import { MISSING, type BooleanColumn, type Column, type TextColumn } from '../../table/columns';

/** Different values of a category that are told apart; all others count as one. */
export const MOST_LEVELS = 50;

/** A column as it is held against others: numbers and moments by size, all else by which value it is. */
export type MeasuredColumn =
  | { name: string; kind: 'number'; values: Float64Array }
  | {
      name: string;
      kind: 'category';
      /** Which level each row has; `levels.length` where it is missing. */
      codes: Uint8Array;
      /** Most frequent first; null is all others. */
      levels: readonly (string | null)[];
    };

/** Rows read between two breaths. */
const PIECE = 1 << 18;

/** The rows given of a column, or all. Dates are ms since 1970. A category has at most `most` levels. @throws Stopped */
export async function measuredColumn(
  name: string,
  column: Column,
  work: Work,
  { rows = null, most = MOST_LEVELS }: { rows?: Uint32Array | null; most?: number } = {},
): Promise<MeasuredColumn> {
  const taken = rows ? column.take(rows) : column;
  if (taken.kind === 'text')
    return { name, kind: 'category', ...(await withBreaths(textLevels(taken, most), work)) };
  if (taken.kind === 'boolean') return { name, kind: 'category', ...booleanLevels(taken) };
  return { name, kind: 'number', values: taken.values };
}

type Levels = Pick<Extract<MeasuredColumn, { kind: 'category' }>, 'codes' | 'levels'>;

const booleanLevels = ({ values, spelling }: BooleanColumn) => ({
  codes: values,
  levels: spelling as readonly string[],
});

function* textLevels({ codes, dictionary }: TextColumn, most: number): Pieces<Levels> {
  const counts = new Uint32Array(dictionary.size);
  for (let from = 0; from < codes.length; from += PIECE) {
    const to = Math.min(codes.length, from + PIECE);
    for (let row = from; row < to; row++) if (codes[row] !== MISSING) counts[codes[row]!]!++;
    yield;
  }
  const used = Array.from(counts.keys()).filter((code) => counts[code]! > 0);
  used.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const kept = used.length > most ? used.slice(0, most - 1) : used;
  const levels: (string | null)[] = kept.map((code) => dictionary.text(code));
  if (kept.length < used.length) levels.push(null);
  const place = new Uint8Array(dictionary.size).fill(kept.length);
  kept.forEach((code, at) => (place[code] = at));
  const own = new Uint8Array(codes.length);
  for (let from = 0; from < codes.length; from += PIECE) {
    const to = Math.min(codes.length, from + PIECE);
    for (let row = from; row < to; row++)
      own[row] = codes[row] === MISSING ? levels.length : place[codes[row]!]!;
    yield;
  }
  return { codes: own, levels };
}
