import { float64, uint32, uint8 } from '../../table/buffers';
import { BooleanColumn, MISSING, NumberColumn, TextColumn, type Column } from '../../table/columns';
import { Dictionary } from '../../table/dictionary';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';
import type { Fences } from './fences';
import { GROUPS } from './params';

/** Of each row 0 where the value is ordinary, 1 below and 2 above the fences, 3 where it is blank. */
export type Sides = Uint8Array;

export const ORDINARY = 0;
export const LOW = 1;
export const HIGH = 2;
export const BLANK = 3;
const MISSING_ANSWER = 2;

/** On which side of the fences each value lies, and how many lie outside. */
export async function sidesOf(
  values: Float64Array,
  { low, high }: Fences,
  work: Work,
): Promise<{ sides: Sides; outside: number }> {
  const sides = uint8(values.length);
  let outside = 0;
  await inBlocks(values.length, 'looking-for-outliers', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      const side = value < low ? LOW : value > high ? HIGH : value === value ? ORDINARY : BLANK;
      sides[row] = side;
      if (side === LOW || side === HIGH) outside++;
    }
  });
  return { sides, outside };
}

/** Yes where the value lies outside, blank where it is blank. */
export const markedBy = (sides: Sides): Column =>
  new BooleanColumn(
    uint8(sides.length).map((_, row) =>
      sides[row] === BLANK ? MISSING_ANSWER : Number(sides[row] !== ORDINARY),
    ),
    ['no', 'yes'],
  );

/** The name of the group, blank where the value is. */
export const groupedBy = (sides: Sides, names: readonly string[] = GROUPS): Column =>
  new TextColumn(
    uint32(sides.length).map((_, row) => (sides[row] === BLANK ? MISSING : sides[row]!)),
    Dictionary.of(names),
  );

/** The values with those outside at the fence (`cap`) or blank. */
export function within(values: Float64Array, sides: Sides, { low, high }: Fences, cap: boolean): Column {
  const made = float64(values.length);
  for (let row = 0; row < made.length; row++) {
    const side = sides[row];
    made[row] = side === LOW ? (cap ? low : NaN) : side === HIGH ? (cap ? high : NaN) : values[row]!;
  }
  return new NumberColumn(made);
}
