import { MISSING, type Column } from '../../table/columns';
import { inBlocks } from '../../steps/parts/blocks';
import type { Work } from '../../work';

/** So many rows, spread through the table, are looked at first: most columns that do not tell another show it there. */
const FIRST_LOOK = 2000;

/** A number that stands for the value of a row's cell; NaN where it is blank. */
export function keysOf(column: Column): (row: number) => number {
  if (column.kind === 'text') {
    const { codes } = column;
    return (row) => (codes[row] === MISSING ? NaN : codes[row]!);
  }
  const { values } = column;
  if (column.kind === 'boolean') return (row) => (values[row] === 2 ? NaN : values[row]!);
  // −0 and 0 are one.
  return (row) => values[row]! + 0;
}

/**
 * Whether each value of one column stands beside a single value of the other, blanks of the other counting as one; what
 * stands beside what, by `keysOf`. Rows blank in the first are passed over. Null where it does not.
 */
export async function columnTells(
  one: Column,
  other: Column,
  work: Work,
): Promise<ReadonlyMap<number, number> | null> {
  const [from, to] = [keysOf(one), keysOf(other)];
  const stride = Math.max(1, Math.floor(one.length / FIRST_LOOK));
  const beside = new Map<number, number>();
  for (let row = 0; row < one.length; row += stride) if (!agrees(beside, from(row), to(row))) return null;
  let still = true;
  await inBlocks(one.length, 'looking', work, (first, last) => {
    for (let row = first; row < last && still; row++) still = agrees(beside, from(row), to(row));
  });
  return still ? beside : null;
}

function agrees(beside: Map<number, number>, key: number, value: number): boolean {
  if (key !== key) return true;
  const known = beside.get(key);
  if (known === undefined) beside.set(key, value);
  return known === undefined || Object.is(known, value);
}
