import { float64, uint8 } from '../../table/buffers';
import { CellBlock } from '../../table/build/cell-block';
import { TextBuilder } from '../../table/build/text-builder';
import { BooleanColumn, DateColumn, NumberColumn, type Column } from '../../table/columns';
import type { ToNumbers } from './leaf-numbers';
import { digits, spansOfTexts, type ToTexts } from './leaf-texts';
import type { Page } from './pages';
import type { SchemaNode } from './schema';
import type { Spans, Values } from './values';

/** Takes the pages of one column and makes the column of them. */
export interface ColumnSink {
  add(page: Page): void;
  finish(): Column;
}

/** Gives each row the place of its value among those that are there, or in the dictionary; -1 for a missing one. */
function placesOf({ count, definitions, codes }: Page, { maxDefinition }: SchemaNode): Int32Array {
  const places = new Int32Array(count);
  let next = 0;
  for (let row = 0; row < count; row++) {
    if (definitions && definitions[row] !== maxDefinition) places[row] = -1;
    else places[row] = codes ? codes[next++]! : next++;
  }
  return places;
}

/** The pieces end to end; they are let go. */
function joined<P extends { length: number; set(piece: P, at: number): void }>(
  pieces: P[],
  make: (length: number) => P,
): P {
  const whole = make(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces.splice(0)) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Turns values into cells; those of a dictionary only once. */
class Converted<T> {
  #dictionary: Values | null = null;
  #known: T | null = null;
  constructor(readonly convert: (values: Values) => T) {}

  of({ values, dictionary }: Page): T {
    if (values) return this.convert(values);
    if (dictionary === null) return this.convert(new Uint8Array(0));
    if (dictionary !== this.#dictionary) this.#known = this.convert(dictionary);
    this.#dictionary = dictionary;
    return this.#known!;
  }
}

const DAY_MS = 86_400_000;

/** Numbers, and days and moments. */
export class FloatSink implements ColumnSink {
  #pieces: Float64Array[] = [];
  #hasTime = false;
  readonly #cells: Converted<Float64Array>;
  constructor(
    readonly leaf: SchemaNode,
    convert: ToNumbers,
    readonly kind: 'number' | 'date',
  ) {
    this.#cells = new Converted(convert);
  }

  add(page: Page): void {
    const cells = page.codes?.length === 0 ? new Float64Array(0) : this.#cells.of(page);
    const places = placesOf(page, this.leaf);
    const values = new Float64Array(page.count);
    for (let row = 0; row < values.length; row++) values[row] = places[row]! < 0 ? NaN : cells[places[row]!]!;
    if (this.kind === 'date') this.#hasTime ||= cells.some((ms) => ms % DAY_MS !== 0 && ms === ms);
    this.#pieces.push(values);
  }

  finish(): Column {
    const values = joined(this.#pieces, float64);
    return this.kind === 'date' ? new DateColumn(values, this.#hasTime) : new NumberColumn(values);
  }
}

/** Yes and no. */
export class TruthSink implements ColumnSink {
  #pieces: Uint8Array[] = [];
  constructor(readonly leaf: SchemaNode) {}

  add(page: Page): void {
    const cells = page.values ?? page.dictionary ?? new Uint8Array(0);
    if (!(cells instanceof Uint8Array)) throw new RangeError('no truth values');
    const places = placesOf(page, this.leaf);
    const values = new Uint8Array(page.count);
    for (let row = 0; row < values.length; row++) values[row] = places[row]! < 0 ? 2 : cells[places[row]!]!;
    this.#pieces.push(values);
  }

  finish(): Column {
    return new BooleanColumn(joined(this.#pieces, uint8), ['false', 'true']);
  }
}

/** Text, each distinct one kept once. */
export class TextSink implements ColumnSink {
  readonly builder = new TextBuilder();
  readonly #cells: Converted<Spans>;
  constructor(
    readonly leaf: SchemaNode,
    convert: ToTexts,
  ) {
    this.#cells = new Converted(convert);
  }

  add(page: Page): void {
    const places = placesOf(page, this.leaf);
    const empty = page.codes?.length === 0 || page.count === 0;
    addSpans(this.builder, empty ? spansOfTexts([]) : this.#cells.of(page), places);
  }

  finish(): Column {
    return this.builder.finish();
  }
}

/** Whole numbers of 64 bits: numbers while all are exact, the digits as text once one is not. */
export class BigSink implements ColumnSink {
  #texts: TextSink | null = null;
  readonly #exact: FloatSink;
  constructor(
    readonly leaf: SchemaNode,
    readonly unsigned: boolean,
  ) {
    this.#exact = new FloatSink(
      leaf,
      (values) => Float64Array.from(values as BigInt64Array, Number),
      'number',
    );
  }

  add(page: Page): void {
    const stored = page.values ?? page.dictionary ?? new BigInt64Array(0);
    if (!(stored instanceof BigInt64Array)) throw new RangeError('no whole numbers');
    if (!this.#texts && stored.every((value) => isExact(this.unsigned ? BigInt.asUintN(64, value) : value)))
      this.#exact.add(page);
    else this.#asTexts().add(page);
  }

  finish(): Column {
    return this.#texts ? this.#texts.finish() : this.#exact.finish();
  }

  #asTexts(): TextSink {
    if (this.#texts) return this.#texts;
    const spell: ToTexts = (values) => spansOfTexts(digits(values as BigInt64Array, this.unsigned));
    this.#texts = new TextSink(this.leaf, spell);
    const before = this.#exact.finish();
    const cells = spansOfTexts(
      Array.from([...before], (value) => (typeof value === 'number' ? String(value) : '')),
    );
    addSpans(
      this.#texts.builder,
      cells,
      Int32Array.from(cells.starts, (_, at) => at),
    );
    return this.#texts;
  }
}

const isExact = (value: bigint): boolean =>
  value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= BigInt(Number.MIN_SAFE_INTEGER);

/** Adds one text per row: the span at its place; none where the place is below 0. */
export function addSpans(builder: TextBuilder, { bytes, starts, ends }: Spans, places: Int32Array): void {
  const block = new CellBlock(places.length, places.length + 1);
  block.bytes = bytes;
  block.rows = places.length;
  for (let row = 0; row < places.length; row++) {
    const place = places[row]!;
    block.offsets[row + 1] = row + 1;
    if (place < 0) continue;
    block.starts[row] = starts[place]!;
    block.ends[row] = ends[place]!;
  }
  builder.add(block, 0);
}
