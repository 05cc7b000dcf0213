import { EngineError } from '../../../errors';
import { NotUnderstood } from '../not-understood';
import { MOST_COLUMNS } from '../sheet-lines';
import type { CellSink } from '../workbook';
import type { CellFormats } from './cell-formats';
import { isoMoment } from './iso-moment';
import type { Scan } from './part-window';
import type { SharedStrings } from './shared-strings';
import { isShortNumber } from './short-number';
import { TextRuns, textEnd } from './text-runs';
import { nameCode, nextTag, XmlAttribute, XmlTag } from './xml-tag';
import { cellText, isPlainText } from './xml-text';

const SHEET_DATA = nameCode('sheetData');
const ROW = nameCode('row');
const CELL = nameCode('c');
const VALUE = nameCode('v');
const INLINE = nameCode('is');
const FORMULA = nameCode('f');
const MERGE = nameCode('mergeCell');
const R = nameCode('r');
const S = nameCode('s');
const T = nameCode('t');
const HIDDEN = nameCode('hidden');
const REF = nameCode('ref');

const NUMBER_TYPE = nameCode('n');
const SHARED_TYPE = nameCode('s');
const TEXT_TYPE = nameCode('str');
const INLINE_TYPE = nameCode('inlineStr');
const BOOLEAN_TYPE = nameCode('b');
const ERROR_TYPE = nameCode('e');
const DATE_TYPE = nameCode('d');

const ZERO = 0x30;
const ONE = 0x31;

/** Reads a worksheet from its XML, piece by piece, into lines. */
export class SheetScan {
  readonly #tag = new XmlTag();
  readonly #attribute = new XmlAttribute();
  readonly #runs = new TextRuns();
  #inside = false;
  #row = -1;
  #column = -1;
  // Of the cell at hand.
  #style = 0;
  #type = NUMBER_TYPE;

  constructor(
    readonly file: string,
    readonly lines: CellSink,
    readonly strings: SharedStrings,
    readonly formats: CellFormats,
  ) {}

  /** Whether the XML ended while rows were still to come. */
  get isCut(): boolean {
    return this.#inside;
  }

  /** @throws EngineError `unreadable-file` (reason `damaged`); NotUnderstood; what the sink throws */
  readonly scan: Scan = (bytes, from, limit) => {
    const tag = this.#tag;
    let at = nextTag(bytes, from, limit);
    while (at < limit) {
      if (!tag.read(bytes, at, limit)) return at;
      let end = tag.end;
      if (this.#inside) {
        if (tag.name === CELL && !tag.closing) {
          end = this.#cell(bytes, limit);
          if (end < 0) return at;
        } else if (tag.name === ROW && !tag.closing) this.#beginRow(bytes);
        else if (tag.name === SHEET_DATA) this.#inside = false;
      } else if (tag.name === SHEET_DATA) this.#inside = !tag.closing && !tag.empty;
      else if (tag.name === MERGE && !tag.closing) this.#merge(bytes);
      at = nextTag(bytes, end, limit);
    }
    return limit;
  };

  #beginRow(bytes: Uint8Array): void {
    const { from, end } = this.#tag;
    const attribute = this.#attribute;
    let row = this.#row + 1;
    let hidden = false;
    for (let at = from; attribute.read(bytes, at, end); at = attribute.next) {
      if (attribute.name === R) row = wholeNumber(bytes, attribute.start, attribute.end) - 1;
      else if (attribute.name === HIDDEN) hidden = isTrue(bytes, attribute.start, attribute.end);
    }
    if (!(row >= 0)) throw new NotUnderstood('row without a number');
    this.#row = row;
    this.#column = -1;
    this.lines.row(row, hidden);
  }

  /** Reads the cell whose tag is at hand to its end; -1 where the bytes end before. */
  #cell(bytes: Uint8Array, limit: number): number {
    const tag = this.#tag;
    const { empty } = tag;
    const column = this.#head(bytes);
    if (empty) {
      this.#column = column;
      return tag.end;
    }
    let start = -1;
    let stop = -1;
    let isInline = false;
    for (let at = nextTag(bytes, tag.end, limit); at < limit; at = nextTag(bytes, tag.end, limit)) {
      if (!tag.read(bytes, at, limit)) return -1;
      if (tag.closing) {
        if (tag.name !== CELL) continue;
        this.#column = column;
        if (isInline) this.lines.text(column, this.#runs.bytes, this.#runs.start, this.#runs.end);
        else if (start >= 0) this.#value(column, bytes, start, stop);
        return tag.end;
      }
      if (tag.empty) continue;
      if (tag.name === VALUE || tag.name === FORMULA) {
        const end = textEnd(bytes, tag.end, limit);
        if (end < 0) return -1;
        if (tag.name === VALUE) {
          start = tag.end;
          stop = end;
        }
        tag.end = end;
      } else if (tag.name === INLINE) {
        const end = this.#runs.read(bytes, tag.end, limit, INLINE);
        if (end < 0) return -1;
        isInline = this.#type === INLINE_TYPE;
        tag.end = end;
      }
    }
    return -1;
  }

  /** The attributes of a cell; gives its column. */
  #head(bytes: Uint8Array): number {
    const { from, end } = this.#tag;
    const attribute = this.#attribute;
    let column = this.#column + 1;
    this.#style = 0;
    this.#type = NUMBER_TYPE;
    for (let at = from; attribute.read(bytes, at, end); at = attribute.next) {
      if (attribute.name === R) column = columnOf(bytes, attribute.start, attribute.end, column);
      else if (attribute.name === S) this.#style = wholeNumber(bytes, attribute.start, attribute.end);
      else if (attribute.name === T) this.#type = codeOf(bytes, attribute.start, attribute.end);
    }
    return column;
  }

  #value(column: number, bytes: Uint8Array, start: number, end: number): void {
    const { lines } = this;
    switch (this.#type) {
      case SHARED_TYPE:
        return this.#shared(column, bytes, start, end);
      case NUMBER_TYPE:
        return this.#number(column, bytes, start, end);
      case ERROR_TYPE:
        return lines.error(column);
      case BOOLEAN_TYPE:
        return lines.value(column, isTrue(bytes, start, end) ? 'TRUE' : 'FALSE');
      case DATE_TYPE:
        return this.#moment(column, cellText(bytes, start, end).trim());
      case TEXT_TYPE:
      case INLINE_TYPE:
        return this.#text(column, bytes, start, end);
      default:
        throw new NotUnderstood('type of cell');
    }
  }

  #text(column: number, bytes: Uint8Array, start: number, end: number): void {
    if (isPlainText(bytes, start, end)) this.lines.text(column, bytes, start, end);
    else this.lines.words(column, cellText(bytes, start, end));
  }

  #shared(column: number, bytes: Uint8Array, start: number, end: number): void {
    const { strings } = this;
    const at = wholeNumber(bytes, start, end);
    if (start === end) return;
    if (!(at < strings.count))
      throw new EngineError('unreadable-file', { file: this.file, reason: 'damaged' });
    this.lines.ready(column, strings.bytes, strings.ends[at]!, strings.ends[at + 1]!);
  }

  #number(column: number, bytes: Uint8Array, start: number, end: number): void {
    if (start === end) return;
    const isMoment = this.formats.isMoment(this.#style);
    if (!isMoment && isShortNumber(bytes, start, end)) return this.lines.digits(column, bytes, start, end);
    const text = cellText(bytes, start, end).trim();
    if (text === '') return;
    const value = Number(text);
    if (!Number.isFinite(value)) this.lines.words(column, text);
    else this.lines.value(column, isMoment ? this.formats.moment(value, this.#style) : String(value));
  }

  /** A moment that is written as such: as the calendar has it, whatever its format. */
  #moment(column: number, text: string): void {
    const moment = isoMoment(text, this.formats.showsTime(this.#style));
    if (moment === null) this.lines.words(column, text);
    else this.lines.value(column, moment);
  }

  #merge(bytes: Uint8Array): void {
    const { from, end } = this.#tag;
    const attribute = this.#attribute;
    for (let at = from; attribute.read(bytes, at, end); at = attribute.next) {
      if (attribute.name !== REF) continue;
      const found = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/i.exec(cellText(bytes, attribute.start, attribute.end));
      if (!found) return;
      const encoder = new TextEncoder();
      const column = (letters: string) => columnOf(encoder.encode(letters), 0, letters.length, -1);
      this.lines.merge({
        fromRow: Number(found[2]) - 1,
        toRow: Number(found[4]),
        fromColumn: column(found[1]!),
        toColumn: column(found[3]!) + 1,
      });
    }
  }
}

/** The digits as a number, blanks around them left out; NaN where they are none. */
function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (bytes[at]! > 0x20) return NaN;
  }
  return value;
}

/** The column of `AB12`, from 0. */
function columnOf(bytes: Uint8Array, start: number, end: number, otherwise: number): number {
  let column = 0;
  for (let at = start; at < end && column <= MOST_COLUMNS; at++) {
    const letter = (bytes[at]! | 0x20) - 0x60;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? otherwise : column - 1;
}

function codeOf(bytes: Uint8Array, start: number, end: number): number {
  let code = 0;
  for (let at = start; at < end; at++) code = (Math.imul(code, 31) + bytes[at]!) | 0;
  return code;
}

/** `1` or `true`. */
const isTrue = (bytes: Uint8Array, start: number, end: number): boolean =>
  bytes[start] === ONE || (end - start > 1 && (bytes[start]! | 0x20) === 0x74);
