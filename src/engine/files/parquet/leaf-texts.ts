import { spanAt } from './leaf-numbers';
import { PHYSICAL, type SchemaNode } from './schema';
import { countOf, isSpans, type Spans, type Values } from './values';

/** Values of a leaf as UTF-8. */
export type ToTexts = (values: Values) => Spans;

const LONGEST_HEX = 32;

/** How the stored values of a leaf become text; null where they are no text. */
export function texts({ type, width, meaning }: SchemaNode): ToTexts | null {
  const isBytes = type === PHYSICAL.bytes || type === PHYSICAL.fixed;
  if (meaning.as === 'time') return (values) => spansOfTexts(numbersIn(values).map(clock(meaning.perSecond)));
  if (meaning.as === 'uuid' && width === 16) return mapSpans(uuid);
  if (meaning.as === 'text' && isBytes) return asStored;
  if (meaning.as !== 'none' || !isBytes) return null;
  if (type === PHYSICAL.bytes) return asStored;
  return width <= LONGEST_HEX ? mapSpans(hex) : null;
}

/** Whole numbers of 64 bits as their digits. */
export function digits(values: BigInt64Array, unsigned: boolean): string[] {
  return Array.from(values, (value) => String(unsigned ? BigInt.asUintN(64, value) : value));
}

/** Texts end to end. */
export function spansOfTexts(all: readonly string[]): Spans {
  const encoder = new TextEncoder();
  const starts = new Uint32Array(all.length);
  const ends = new Uint32Array(all.length);
  const pieces = all.map((text) => encoder.encode(text));
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let used = 0;
  pieces.forEach((piece, at) => {
    bytes.set(piece, used);
    starts[at] = used;
    used += piece.length;
    ends[at] = used;
  });
  return { bytes, starts, ends };
}

function asStored(values: Values): Spans {
  if (!isSpans(values)) throw new RangeError('no byte strings');
  return values;
}

function mapSpans(of: (bytes: Uint8Array) => string): ToTexts {
  return (values) => {
    const spans = asStored(values);
    return spansOfTexts(Array.from({ length: countOf(spans) }, (_, at) => of(spanAt(spans, at))));
  };
}

function numbersIn(values: Values): (number | bigint)[] {
  if (isSpans(values)) throw new RangeError('no numbers');
  return [...values];
}

/** Bytes as pairs of hexadecimal digits. */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const uuid = (bytes: Uint8Array): string => hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** `HH:mm:ss`, with as many more digits as there are. */
function clock(perSecond: number): (value: number | bigint) => string {
  const fractionDigits = Math.log10(perSecond);
  return (value) => {
    const units = Number(value);
    const seconds = Math.floor(units / perSecond);
    const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)));
    const fraction = String(units - seconds * perSecond)
      .padStart(fractionDigits, '0')
      .replace(/0+$/, '');
    return parts.map((part) => part.padStart(2, '0')).join(':') + (fraction === '' ? '' : `.${fraction}`);
  };
}
