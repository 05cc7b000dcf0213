import type { SeedFile } from './seed-files';
import { unzipped, zipped } from './zip-file';

/** A number from 0 up to 1. */
export type Random = () => number;

const below = (random: Random, most: number): number => Math.floor(random() * most);
const oneOf = <T>(random: Random, from: readonly T[]): T => from[below(random, from.length)]!;

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const joined = (...pieces: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

/** A stretch of the bytes: a few mostly, seldom up to all. */
function stretch(bytes: Uint8Array, random: Random): [from: number, to: number] {
  const from = below(random, bytes.length + 1);
  const longest = random() < 0.7 ? 64 : bytes.length;
  return [from, Math.min(bytes.length, from + 1 + below(random, longest))];
}

/** Lengths, counts and offsets no reader should believe. */
const LENGTHS = [0, 1, 0xff, 0xffff, 0x7fff, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffffe, 0x10000000];
/** What is inserted again and again. */
const RUNS = ['"', ',', ';', '\t', '\n', '\r', ' ', '9', '<', '\0', '<a>', '""', '\ufeff', '-', '.', '1e'];

const bytewise: Record<string, Mutation> = {
  'flips bits': (bytes, random) => {
    const made = bytes.slice();
    for (let n = 1 + below(random, 8); n > 0; n--) made[below(random, made.length)]! ^= 1 << below(random, 8);
    return made;
  },
  'sets bytes': (bytes, random) => {
    const made = bytes.slice();
    for (let n = 1 + below(random, 16); n > 0; n--) made[below(random, made.length)] = below(random, 256);
    return made;
  },
  'cuts off': (bytes, random) => bytes.slice(0, below(random, bytes.length)),
  'takes out': (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  doubles: (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return joined(bytes.subarray(0, to), bytes.subarray(from));
  },
  zeroes: (bytes, random) => bytes.slice().fill(oneOf(random, [0, 0xff, 0x20]), ...stretch(bytes, random)),
  moves: (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return bytes.slice().copyWithin(below(random, bytes.length), from, to);
  },
  splices: (bytes, random, other) =>
    joined(bytes.subarray(0, below(random, bytes.length)), other.subarray(below(random, other.length))),
  'changes a length': (bytes, random) => {
    const made = joined(bytes, new Uint8Array(8));
    const view = new DataView(made.buffer);
    for (let n = 1 + below(random, 3); n > 0; n--)
      view.setUint32(below(random, bytes.length), oneOf(random, LENGTHS), random() < 0.8);
    return made.subarray(0, bytes.length);
  },
  repeats: (bytes, random) => {
    const [from] = stretch(bytes, random);
    const run = new TextEncoder().encode(oneOf(random, RUNS).repeat(1 + below(random, 3000)));
    return joined(bytes.subarray(0, from), run, bytes.subarray(from));
  },
};

/** Numbers beyond what a sheet, a date, a style or a counter can be. */
const HUGE = [
  '0',
  '-1',
  '1048577',
  '4294967295',
  '4294967296',
  '99999999999999999999',
  '1e308',
  '1e999',
  'NaN',
  'ZZZZ9',
  'A0',
  '',
];

type Edit = (xml: string, random: Random) => string;

const edits: Record<string, Edit> = {
  'a value': (xml, random) => {
    const places = [...xml.matchAll(/"[^"<>]{0,40}"/g)];
    if (places.length === 0) return xml;
    const { index, 0: found } = oneOf(random, places);
    return `${xml.slice(0, index)}"${oneOf(random, HUGE)}"${xml.slice(index + found.length)}`;
  },
  'a text': (xml, random) => {
    const places = [...xml.matchAll(/>[^<>]{1,60}</g)];
    if (places.length === 0) return xml;
    const { index, 0: found } = oneOf(random, places);
    const text = oneOf(random, [
      ...HUGE,
      '&#x0;',
      '&#99999999;',
      '&undefined;',
      ']]>',
      'x'.repeat(40_000),
      '_x0041_',
    ]);
    return `${xml.slice(0, index)}>${text}<${xml.slice(index + found.length)}`;
  },
  'a tag gone': (xml, random) => {
    const places = [...xml.matchAll(/<[^<>]*>/g)];
    if (places.length === 0) return xml;
    const { index, 0: found } = oneOf(random, places);
    return xml.slice(0, index) + xml.slice(index + found.length);
  },
  'a tag repeated': (xml, random) => {
    const places = [...xml.matchAll(/<[^<>]*>/g)];
    if (places.length === 0) return xml;
    const { index, 0: found } = oneOf(random, places);
    return xml.slice(0, index) + found.repeat(2 + below(random, 2000)) + xml.slice(index + found.length);
  },
  nesting: (xml, random) => {
    const at = xml.indexOf('>', below(random, xml.length)) + 1;
    const depth = 1 + below(random, 20_000);
    const close = random() < 0.5 ? '</x>'.repeat(depth) : '';
    return xml.slice(0, at) + '<x>'.repeat(depth) + close + xml.slice(at);
  },
  'entities within entities': (xml) => {
    const lines = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`);
    const declared = `<!DOCTYPE x [<!ENTITY e0 "lol">${lines.join('')}]>`;
    return xml.replace(/(<\?xml[^>]*\?>)?/, `$1${declared}`).replace(/>([^<>]+)</, '>&e12;<');
  },
};

/** Unpacks an archive, edits one part of it, and packs it again as if nothing had happened. */
function editedArchive(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = unzipped(bytes);
  const fates = [
    () => {
      const part = oneOf(random, parts);
      if (!/\.(xml|rels|csv)$/.test(part.name)) {
        part.bytes = oneOf(random, Object.values(bytewise))(part.bytes, random, bytes);
        return;
      }
      let text = new TextDecoder().decode(part.bytes);
      for (let n = 1 + below(random, 3); n > 0; n--) text = oneOf(random, Object.values(edits))(text, random);
      part.bytes = new TextEncoder().encode(text);
    },
    () => void parts.splice(below(random, parts.length), 1),
    () => void parts.push({ ...oneOf(random, parts) }),
    () =>
      (oneOf(random, parts).name = oneOf(random, [
        '../../x',
        '',
        'xl/workbook.xml',
        'a'.repeat(60_000),
        'content.xml',
      ])),
    () => (oneOf(random, parts).bytes = new Uint8Array(below(random, 2_000_000))),
  ];
  (random() < 0.7 ? fates[0]! : oneOf(random, fates))();
  return zipped(parts, random() < 0.8);
}

const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** A changed copy of a seed: one to three changes, in archives often within a part. */
export function mutated(seed: SeedFile, other: SeedFile, random: Random): { bytes: Uint8Array; how: string } {
  const names = Object.keys(bytewise);
  let { bytes } = seed;
  const how: string[] = [];
  if (isArchive(bytes) && random() < 0.6) {
    bytes = editedArchive(bytes, random);
    how.push('edits a part');
    if (random() < 0.7) return { bytes, how: how[0]! };
  }
  for (let n = random() < 0.6 ? 1 : 2 + below(random, 2); n > 0 && bytes.length > 0; n--) {
    const name = oneOf(random, names);
    bytes = bytewise[name]!(bytes, random, other.bytes);
    how.push(name);
  }
  return { bytes, how: how.join(', ') };
}
