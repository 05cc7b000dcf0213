import { generator } from '../../stats/random';

const SEED = 6;

/**
 * `wanted` of `rows` rows, rising, one drawn from each of as many equal stretches of the table, the same ones each time;
 * null where that is all of them.
 */
export function drawnRows(rows: number, wanted: number): Uint32Array | null {
  if (wanted >= rows) return null;
  const random = generator(SEED);
  const width = rows / wanted;
  const drawn = new Uint32Array(wanted);
  for (let i = 0; i < wanted; i++) {
    const from = Math.floor(i * width);
    const to = Math.max(from + 1, Math.floor((i + 1) * width));
    drawn[i] = from + Math.floor(random() * (to - from));
  }
  return drawn;
}
