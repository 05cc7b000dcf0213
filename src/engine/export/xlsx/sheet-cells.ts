import type { ByteWriter } from '../../files/byte-writer';
import { MISSING, type Column, type DateColumn, type NumberColumn } from '../../table/columns';
import type { SharedTexts } from './shared-texts';
import { xmlText } from './xml-text';

/** Places in `cellXfs` of the styles. */
export const STYLE = { day: 1, second: 2, millisecond: 3, head: 4 } as const;

const DAY_MS = 86_400_000;
/** 1970-01-01 as a spreadsheet counts days. */
const EPOCH = 25_569;
/** Before, a spreadsheet counts a 29 February 1900 that never was; after, it knows no days. */
const FIRST = Date.UTC(1900, 2, 1);
const LAST = Date.UTC(9999, 11, 31) + DAY_MS;

const encoder = new TextEncoder();

/** `A`, `B`, … `Z`, `AA`. */
export function columnLetters(at: number): string {
  let letters = '';
  for (let rest = at + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Writes the cells of one column as `<c>`, in the row of the sheet that is said; nothing for a missing one. */
export function sheetCells(
  column: Column,
  at: number,
  texts: SharedTexts,
  out: ByteWriter,
): (row: number, line: number) => void {
  const open = encoder.encode(`<c r="${columnLetters(at)}`);
  const cell = (line: number, kind: Uint8Array) => {
    out.raw(open);
    out.digits(line);
    out.raw(kind);
  };
  switch (column.kind) {
    case 'text': {
      const numberOf = texts.numbersOf(column.dictionary);
      const { codes } = column;
      return (row, line) => {
        const code = codes[row]!;
        if (code === MISSING) return;
        cell(line, SHARED);
        out.digits(numberOf(code));
        out.raw(CLOSE);
      };
    }
    case 'boolean': {
      const { values } = column;
      return (row, line) => {
        const value = values[row]!;
        if (value === 2) return;
        cell(line, TRUTH);
        out.digits(value);
        out.raw(CLOSE);
      };
    }
    case 'date':
      return dateCells(column, cell, out);
    case 'number':
      return numberCells(column, cell, out);
  }
}

const SHARED = encoder.encode('" t="s"><v>');
const TRUTH = encoder.encode('" t="b"><v>');
const NUMBER = encoder.encode('"><v>');
const INLINE = encoder.encode('" t="inlineStr"><is><t>');
const INLINE_CLOSE = encoder.encode('</t></is></c>');
const CLOSE = encoder.encode('</v></c>');
const styled = (style: number) => encoder.encode(`" s="${style}"><v>`);
const DAY = styled(STYLE.day);
const SECOND = styled(STYLE.second);
const MILLISECOND = styled(STYLE.millisecond);

type Open = (line: number, kind: Uint8Array) => void;

function numberCells({ values }: NumberColumn, cell: Open, out: ByteWriter) {
  return (row: number, line: number): void => {
    const value = values[row]!;
    if (value !== value) return;
    if (!Number.isFinite(value)) return inline(String(value), line, cell, out);
    cell(line, NUMBER);
    if (value === value >>> 0) out.digits(value);
    else out.text(String(value));
    out.raw(CLOSE);
  };
}

/** A little late rather than early, by less than 0.1 ms: readers that cut milliseconds off would lose a second. */
const serialOf = (ms: number): number => Math.ceil((ms / DAY_MS + EPOCH) * 1e9) / 1e9;

/** Days a spreadsheet cannot count stay text. */
function dateCells({ values, hasTime }: DateColumn, cell: Open, out: ByteWriter) {
  return (row: number, line: number): void => {
    const value = values[row]!;
    if (value !== value) return;
    if (value < FIRST || value >= LAST) {
      const iso = new Date(value).toISOString();
      return inline(hasTime ? iso.replace('T', ' ').replace('Z', '') : iso.slice(0, -14), line, cell, out);
    }
    cell(line, hasTime ? (value % 1000 === 0 ? SECOND : MILLISECOND) : DAY);
    out.text(String(hasTime ? serialOf(value) : value / DAY_MS + EPOCH));
    out.raw(CLOSE);
  };
}

function inline(text: string, line: number, cell: Open, out: ByteWriter): void {
  cell(line, INLINE);
  out.text(xmlText(text));
  out.raw(INLINE_CLOSE);
}
