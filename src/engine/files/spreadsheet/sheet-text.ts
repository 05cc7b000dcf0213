import type { Work } from '../../work';
import { ByteWriter } from '../byte-writer';
import { csvCell } from '../csv-cell';
import type { FilledPart } from './measure-sheet';
import { serialText } from './serial-text';
import type { SheetCell, SheetRows } from './workbook';

const DELIMITER = ',';
const BLOCK = 2048;

/** A sheet as delimited text. */
export interface SheetText {
  bytes: Uint8Array;
  /** Cells that hold an error, which become empty. */
  errors: number;
}

/**
 * Writes the filled part of a sheet as comma-separated UTF-8, its first row first, so that line numbers are row
 * numbers as long as no cell holds a line end. A row without anything becomes an empty line, which readers pass over.
 * `rows` is emptied on the way, to give its memory back.
 */
export async function sheetText(
  rows: SheetRows,
  part: FilledPart,
  date1904: boolean,
  work: Work,
): Promise<SheetText> {
  const writer = new ByteWriter(DELIMITER);
  const pieces: Uint8Array[] = [];
  let errors = 0;
  const textOf = (cell: SheetCell | null | undefined): string => {
    if (cell?.t === 'e') errors++;
    return cell ? csvCell(cellText(cell, date1904), DELIMITER) : '';
  };
  for (let at = 0; at < part.toRow; at++) {
    const rest =
      at % BLOCK === 0 && work.breathe({ phase: 'reading', done: at, total: part.toRow, unit: 'rows' });
    if (rest) await rest;
    writer.text(lineOf(rows[at], part, textOf));
    writer.lineEnd();
    rows[at] = null;
    if (writer.full) pieces.push(writer.take());
  }
  pieces.push(writer.take());
  return { bytes: joined(pieces), errors };
}

function lineOf(
  row: SheetRows[number],
  { fromColumn, toColumn }: FilledPart,
  textOf: (cell: SheetCell | null | undefined) => string,
): string {
  let line = '';
  let empty = true;
  for (let column = fromColumn; column < toColumn; column++) {
    const text = textOf(row?.[column]);
    if (text !== '') empty = false;
    line += column === fromColumn ? text : DELIMITER + text;
  }
  return empty ? '' : line;
}

/** Numbers as their shortest digits, moments in ISO form, truth values as TRUE and FALSE; errors as nothing. */
export function cellText({ t, v, z }: SheetCell, date1904: boolean): string {
  if (t === 'n' && typeof v === 'number')
    return serialText(v, typeof z === 'string' ? z : 'General', date1904);
  if (t === 'b') return v ? 'TRUE' : 'FALSE';
  return (t === 's' || t === 'str') && typeof v === 'string' ? v : '';
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
