import type { EffectCell } from '../../engine/index';
import { cellWords } from './effect-ahead';
import { fixed, inUnit } from './format';
import { areYears } from './years';

const MOST_DECIMALS = 6;
/** Beyond this a number has no decimals to be set below one another. */
const GREAT = 1e15;

/**
 * What words the cells of one column that stand below one another: numbers with as many decimals each, and what they are
 * counted in; all others as `cellWords` does.
 */
export function evenCellWords(
  of: readonly (EffectCell | null)[],
  unit: string | null = null,
): (cell: EffectCell) => string {
  const plain = cellWords(of);
  const numbers = of.flatMap((cell) =>
    cell?.kind === 'number' && typeof cell.value === 'number' ? [shown(cell.value, unit)] : [],
  );
  const even = unit !== null || !areYears(numbers);
  if (numbers.length === 0 || !even || numbers.some((value) => !(Math.abs(value) < GREAT))) return plain;
  const decimals = Math.max(...numbers.map(decimalsOf));
  return (cell) =>
    cell.kind === 'number' && typeof cell.value === 'number'
      ? inUnit(fixed(shown(cell.value, unit), decimals), unit)
      : plain(cell);
}

/** A percentage is kept as a share. */
const shown = (value: number, unit: string | null): number => (unit === '%' ? value * 100 : value);

function decimalsOf(value: number): number {
  const rounded = value.toFixed(MOST_DECIMALS).replace(/0+$/, '');
  return rounded.length - rounded.indexOf('.') - 1;
}
