import { ByteWriter } from '../../files/byte-writer';
import type { Dictionary } from '../../table/dictionary';
import { MISSING } from '../../table/columns';
import type { ExportNotes } from '../export-notes';
import { isTooLong, xmlOfEntry } from './xml-text';

/**
 * The texts that cells of a workbook name by number: each entry of a dictionary once, and only those that a cell holds,
 * so that a file of some customers tells nothing of the others.
 */
export class SharedTexts {
  readonly #notes: ExportNotes;
  readonly #numbers = new Map<Dictionary, Uint32Array>();
  readonly #dictionaries: Dictionary[] = [];
  #codes = new Uint32Array(1024);
  #owners = new Uint16Array(1024);
  #count = 0;

  constructor(notes: ExportNotes) {
    this.#notes = notes;
  }

  /** Gives the number of a text of this dictionary. */
  numbersOf(dictionary: Dictionary): (code: number) => number {
    let numbers = this.#numbers.get(dictionary);
    if (!numbers) {
      numbers = new Uint32Array(dictionary.size).fill(MISSING);
      this.#numbers.set(dictionary, numbers);
      this.#dictionaries.push(dictionary);
    }
    const known = numbers;
    const owner = this.#dictionaries.indexOf(dictionary);
    const longest = longestOf(dictionary);
    return (code) => {
      if (longest && isTooLong(dictionary, code)) this.#notes.cut++;
      if (known[code] === MISSING) known[code] = this.#add(owner, code);
      return known[code]!;
    };
  }

  #add(owner: number, code: number): number {
    if (this.#count === this.#codes.length) {
      const [codes, owners] = [new Uint32Array(this.#count * 2), new Uint16Array(this.#count * 2)];
      codes.set(this.#codes);
      owners.set(this.#owners);
      this.#codes = codes;
      this.#owners = owners;
    }
    this.#codes[this.#count] = code;
    this.#owners[this.#count] = owner;
    return this.#count++;
  }

  /** `xl/sharedStrings.xml`, once all cells are written. */
  *xml(): Generator<Uint8Array> {
    const out = new ByteWriter(',');
    out.text('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n');
    out.text(
      `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${this.#count}">`,
    );
    for (let at = 0; at < this.#count; at++) {
      const dictionary = this.#dictionaries[this.#owners[at]!]!;
      const code = this.#codes[at]!;
      out.text('<si><t xml:space="preserve">');
      const xml = xmlOfEntry(dictionary, code);
      if (xml) out.raw(xml);
      else out.span(dictionary.bytes, dictionary.offsets[code]!, dictionary.offsets[code + 1]!);
      out.text('</t></si>');
      if (out.full) yield out.take();
    }
    out.text('</sst>');
    yield out.take();
  }
}

/** Whether any text could be longer than a cell may be. */
function longestOf({ offsets, size }: Dictionary): boolean {
  for (let code = 0; code < size; code++) if (offsets[code + 1]! - offsets[code]! > 32_767) return true;
  return false;
}
