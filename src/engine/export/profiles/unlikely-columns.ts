import type { FieldKind } from './destination';
import type { FieldCells } from './field-cells';
import type { PreparedRows } from './prepare-rows';

/** A field that is filled from a column most of whose cells are of another kind. */
export interface UnlikelyColumn {
  header: string;
  is: FieldKind;
  column: string;
  /** Of the cells that are filled, how many look like what belongs there; below a half. */
  share: number;
}

/** So many customers, evenly drawn, show what a column holds. */
const LOOKED_AT = 5000;
const LEAST = 0.5;
const LONGEST_CODE = 12;

/** Which columns do not look like what they are to be. Of texts of one's own nothing is expected. */
export function unlikelyColumns(prepared: PreparedRows): UnlikelyColumn[] {
  const { cells, choice } = prepared;
  const some = someRows(prepared);
  return cells.flatMap((one): UnlikelyColumn[] => {
    const { header, is } = one.field;
    const source = choice.fields[header];
    const filled = source ? some.filter((row) => one.raw(row).trim() !== '') : [];
    if (!source || filled.length === 0) return [];
    const share = filled.filter((row) => isLike(one, row)).length / filled.length;
    return share < LEAST ? [{ header, is, column: source.column, share }] : [];
  });
}

function someRows({ rows, isChosen }: PreparedRows): number[] {
  let chosen = 0;
  for (let row = 0; row < rows; row++) chosen += Number(isChosen(row));
  const every = Math.ceil(chosen / LOOKED_AT);
  const some: number[] = [];
  for (let row = 0, at = 0; row < rows; row++) if (isChosen(row) && at++ % every === 0) some.push(row);
  return some;
}

/** Whether a cell looks like what belongs into its field, were it not quite valid. */
function isLike({ field: { is }, cell, raw }: FieldCells, row: number): boolean {
  const text = raw(row).trim();
  switch (is) {
    case 'email':
    case 'country':
      return cell(row) !== null;
    case 'phone':
      // Without a country many are not valid, and are phone numbers all the same.
      return /^\+?(?:[\s()./-]*\d){6,15}[\s()./-]*$/.test(text);
    case 'postal-code':
      return text.length <= LONGEST_CODE && /\d/.test(text) && !text.includes('@');
    case 'text':
      return true;
    default:
      return /\p{L}/u.test(text) && !text.includes('@');
  }
}
