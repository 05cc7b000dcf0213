import { rowsOf, type Placed } from '../../table/cells';
import { MISSING, type Column, type TextColumn } from '../../table/columns';
import type { Dictionary } from '../../table/dictionary';

type Numbers = Float64Array | Uint32Array | Uint8Array;

/** Whether a cell after the step, by its row, is another than one before, by its own; and whether each has a value. */
export interface Comparison {
  differs(before: number, after: number): boolean;
  blankBefore(row: number): boolean;
  blankAfter(row: number): boolean;
}

/** True where the columns hold the same cells for certain, without looking at them: they share them. */
export function sharesCells(before: Column, after: Column, origin: Uint32Array | null): boolean {
  if (before === after && origin === null) return true;
  if (before.kind !== after.kind) return false;
  if (before.kind === 'text' && before.dictionary !== (after as TextColumn).dictionary) return false;
  const [was, is]: Placed<Numbers>[] = [before.placed, after.placed];
  if (was!.values !== is!.values) return false;
  if (origin === null) return was!.rows === is!.rows;
  return is!.rows !== null && is!.rows === (was!.rows ? rowsOf(was!.rows, origin) : origin);
}

/** Compares two columns cell by cell. Columns of two kinds differ wherever one has a value. */
export function comparing(before: Column, after: Column): Comparison {
  const was = rawCells(before);
  const is = rawCells(after);
  const blanks = {
    blankBefore: (row: number) => was.blank(was.at(row)),
    blankAfter: (row: number) => is.blank(is.at(row)),
  };
  if (before.kind !== after.kind)
    return { ...blanks, differs: (a, b) => !(blanks.blankBefore(a) && blanks.blankAfter(b)) };
  if (before.kind === 'text' && before.dictionary !== (after as TextColumn).dictionary) {
    const same = sameTexts(before.dictionary, (after as TextColumn).dictionary);
    return { ...blanks, differs: (a, b) => !same(was.at(a), is.at(b)) };
  }
  return {
    ...blanks,
    differs(a, b) {
      const one = was.at(a);
      const other = is.at(b);
      return one !== other && (one === one || other === other);
    },
  };
}

/** Cells as they are stored, without copying those that are taken out of others. */
function rawCells(column: Column): { at(row: number): number; blank(raw: number): boolean } {
  const { values, rows }: Placed<Numbers> = column.placed;
  const at = rows ? (row: number) => values[rows[row]!]! : (row: number) => values[row]!;
  if (column.kind === 'text') return { at, blank: (raw) => raw === MISSING };
  if (column.kind === 'boolean') return { at, blank: (raw) => raw === 2 };
  return { at, blank: (raw) => raw !== raw };
}

/** Whether two codes mean the same text; a code is mostly met with the same other one, so that its bytes are compared once. */
function sameTexts(before: Dictionary, after: Dictionary): (one: number, other: number) => boolean {
  const alike = new Uint32Array(before.size);
  const unlike = new Uint32Array(before.size);
  return (one, other) => {
    if (one === MISSING || other === MISSING) return one === other;
    if (alike[one] === other + 1) return true;
    if (unlike[one] === other + 1) return false;
    const same = sameBytes(before, one, after, other);
    (same ? alike : unlike)[one] = other + 1;
    return same;
  };
}

function sameBytes(a: Dictionary, one: number, b: Dictionary, other: number): boolean {
  const from = a.offsets[one]!;
  const start = b.offsets[other]!;
  const length = a.offsets[one + 1]! - from;
  if (b.offsets[other + 1]! - start !== length) return false;
  for (let i = 0; i < length; i++) if (a.bytes[from + i] !== b.bytes[start + i]) return false;
  return true;
}
