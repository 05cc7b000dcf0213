import { textOf } from './cell-bytes';

/** Spellings of a missing cell that people and programs write instead of leaving it empty. */
export const KNOWN_MARKS: readonly string[] = [
  'NA',
  'N/A',
  'n/a',
  'na',
  'NULL',
  'Null',
  'null',
  'NaN',
  'nan',
  '#N/A',
  '?',
  '-',
  'None',
  'none',
  'N.A.',
  '<NA>',
  '.',
  '--',
  '\\N',
  '(null)',
  '(blank)',
  '#NA',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
];

/** Recognises the spellings of a missing cell. */
export class Marks {
  readonly #spellings: Set<string>;
  readonly #longest: number;
  /** Bytes a mark can begin with, blanks before it included. */
  readonly #begins = new Uint8Array(256).fill(1, 0, 0x21);
  constructor(readonly spellings: readonly string[]) {
    this.#spellings = new Set(spellings);
    this.#longest = Math.max(0, ...spellings.map((mark) => mark.length)) * 3 + 16;
    // White space beyond ASCII can stand in front of a mark too.
    this.#begins.fill(1, 0xc2);
    const encoder = new TextEncoder();
    for (const mark of spellings) this.#begins[encoder.encode(mark)[0] ?? 0] = 1;
  }

  /** The mark that the bytes spell, blanks around it aside; null where they spell none. */
  match(bytes: Uint8Array, start: number, end: number): string | null {
    if (end - start > this.#longest || this.#begins[bytes[start]!] === 0) return null;
    const text = textOf(bytes, start, end).trim();
    return this.#spellings.has(text) ? text : null;
  }
}
