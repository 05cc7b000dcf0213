import type { ExportNotes } from './export-notes';

const OPENERS = '=+-@\t\r';
/** By byte: 1 for those that formulas begin with. */
export const OPENS_FORMULA = new Uint8Array(256);
for (const opener of OPENERS) OPENS_FORMULA[opener.charCodeAt(0)] = 1;

const NUMBER = /^[+-]?\s?(?:[€$£¥]\s?)?(?:\d[\d.,'\u00a0\u202f ]*|[.,]\d+)(?:e[+-]?\d+)?\s?(?:%|[€$£¥])?$/iu;
const PHONE = /^\+[\d\s()./-]{5,}$/u;
const LONGEST_NUMBER = 64;
const APOSTROPHE = "'";
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Whether a spreadsheet could run the text as a formula: it begins with `=`, `+`, `-`, `@`, a tab or a carriage return, and
 * is neither a plain number (`-5.00`, `+3 %`) nor a phone number (`+49 171 …`).
 * Source: OWASP, CSV Injection.
 */
export function beginsLikeFormula(text: string): boolean {
  if (text === '' || !OPENERS.includes(text[0]!)) return false;
  return text.length > LONGEST_NUMBER || !(NUMBER.test(text) || PHONE.test(text));
}

/** Makes such cells harmless by an apostrophe in front, and counts them. */
export class FormulaGuard {
  readonly #notes: ExportNotes;

  constructor(notes: ExportNotes) {
    this.#notes = notes;
  }

  /** The text, harmless. */
  text(text: string): string {
    if (!beginsLikeFormula(text)) return text;
    this.#notes.guarded++;
    return APOSTROPHE + text;
  }

  /** Whether the cell of UTF-8 needs the apostrophe; it is counted then. */
  needed(bytes: Uint8Array, start: number, end: number): boolean {
    if (end === start || OPENS_FORMULA[bytes[start]!] === 0) return false;
    // A private copy: the decoder refuses views of shared memory.
    if (!beginsLikeFormula(decoder.decode(bytes.slice(start, end)))) return false;
    this.#notes.guarded++;
    return true;
  }
}
