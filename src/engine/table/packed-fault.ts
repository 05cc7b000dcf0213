import { MISSING } from './columns';
import type { PackedColumn } from './packed';

/**
 * Whether a table's cells can have these sizes: as many rows in every column, and arrays as its kind needs them.
 * @param sizes bytes of each array of each column, as `packCells` gives them
 */
export function sizesFit(columns: readonly PackedColumn[], sizes: readonly (readonly number[])[]): boolean {
  if (columns.length !== sizes.length) return false;
  const rows = columns.map(({ kind }, at) => {
    const [first = NaN, , offsets = NaN] = sizes[at]!;
    if (kind !== 'text') return sizes[at]!.length === 1 ? first / (kind === 'boolean' ? 1 : 8) : NaN;
    return sizes[at]!.length === 3 && offsets >= 4 && offsets % 4 === 0 ? first / 4 : NaN;
  });
  return rows.every((count) => Number.isInteger(count) && count === rows[0]);
}

/**
 * Whether cells that come from elsewhere can be those of the column, so that none is taken for another: yes and no are
 * 0 to 2, texts lie in order within their bytes, and every code has a text. Sizes are as `sizesFit` found them.
 */
export function cellsFit({ kind }: PackedColumn, [first, bytes, offsets]: readonly Uint8Array[]): boolean {
  if (kind === 'boolean') return first!.every((value) => value <= 2);
  if (kind !== 'text') return true;
  const ends = words(offsets!);
  if (ends[0] !== 0 || ends.at(-1)! > bytes!.length) return false;
  for (let at = 1; at < ends.length; at++) if (ends[at]! < ends[at - 1]!) return false;
  const texts = ends.length - 1;
  return words(first!).every((code) => code < texts || code === MISSING);
}

const words = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array =>
  new Uint32Array(buffer, byteOffset, byteLength / 4);
