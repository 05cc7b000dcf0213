import { inBlocks } from '../../steps/parts/blocks';
import type { Work } from '../../work';
import { editDistance } from './edit-distance';
import { PostingLists } from './posting-lists';

/** A piece that more texts share tells nothing. */
const COMMON = 400;
const MOST_EDITS = 2;
const SHORTEST = 5;

/** How many edits may lie between texts of which the shorter has so many letters. */
export const editsFor = (letters: number): number => (letters < SHORTEST ? 0 : letters < 10 ? 1 : MOST_EDITS);

/** Two texts by their places, and the edits between them. */
export interface NearPair {
  one: number;
  other: number;
  edits: number;
}

/**
 * Pairs of texts with few edits between them (see `editsFor`). Of texts with at most d edits between them one has d + 1
 * pieces of which the other has one as it is (Pass-Join, Li and others 2011), so only those are compared; texts with
 * letters swapped have the same letters. Pieces that more than 400 texts of one length share are passed over.
 * @param blocks texts are only compared within one block
 */
export async function nearPairs(
  texts: readonly string[],
  blocks: readonly string[],
  work: Work,
): Promise<NearPair[]> {
  const order = Array.from(texts.keys()).sort((a, b) => texts[a]!.length - texts[b]!.length || a - b);
  const block = numbered(blocks);
  const letters = Uint32Array.from(texts, lettersOf);
  const odd = Uint32Array.from(texts, oddLettersOf);
  const allowed = Uint8Array.from(texts, ({ length }) => editsFor(length));
  const pieces = new PostingLists((MOST_EDITS + 2) * texts.length);
  const compared = new Int32Array(texts.length).fill(-1);
  const pairs: NearPair[] = [];
  let one = 0;
  const compare = (other: number) => {
    const most = allowed[other]!;
    // An edit takes one letter away and adds one at most.
    if (bitsIn(odd[one]! ^ odd[other]!) > 2 * most || bitsIn(letters[one]! ^ letters[other]!) > 2 * most)
      return;
    if (compared[other] === one || block[one] !== block[other]) return;
    compared[other] = one;
    const edits = editDistance(texts[one]!, texts[other]!, most);
    if (edits <= most) pairs.push({ one, other, edits });
  };
  await inBlocks(order.length, 'comparing', work, (from, to) => {
    for (let at = from; at < to; at++) {
      one = order[at]!;
      const text = texts[one]!;
      if (text.length < SHORTEST) continue;
      const hashes = new Hashes(text, block[one]!);
      for (const look of lookupsFor(text.length)) pieces.each(hashes.of(look), COMMON, compare);
      const swapped = hashes.ofLetters();
      pieces.each(swapped, COMMON, compare);
      pieces.add(swapped, one);
      for (const piece of piecesOf(text.length)) pieces.add(hashes.of(piece), one);
    }
  });
  return pairs;
}

/** The same texts as numbers: equal ones have one number. */
function numbered(texts: readonly string[]): Uint32Array {
  const known = new Map<string, number>();
  return Uint32Array.from(texts, (text) => {
    let number = known.get(text);
    if (number === undefined) known.set(text, (number = known.size));
    return number;
  });
}

/** Which letters occur, as bits; some letters share one. */
function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

/** Which letters occur an odd number of times, as the same bits. */
function oddLettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits ^= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

function bitsIn(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Letters `from` to before `from + length` of a text, as piece `salt` of a text. */
interface Piece {
  from: number;
  length: number;
  salt: number;
}

const BASE = 0x01000193;
const powers = new Int32Array(1 << 16);
powers[0] = 1;
for (let at = 1; at < powers.length; at++) powers[at] = Math.imul(powers[at - 1]!, BASE);

/** Hashes of any part of a text, from the hashes of its beginnings. */
class Hashes {
  readonly #upTo: Int32Array;
  readonly #block: number;
  #letters = 0;

  constructor(text: string, block: number) {
    this.#upTo = new Int32Array(text.length + 1);
    this.#block = Math.imul(block, 0x9e3779b1);
    for (let at = 0; at < text.length; at++) {
      const letter = text.charCodeAt(at);
      this.#upTo[at + 1] = (Math.imul(this.#upTo[at]!, BASE) + letter) | 0;
      this.#letters = (this.#letters + stirred(letter)) | 0;
    }
  }

  of({ from, length, salt }: Piece): number {
    const power = powers[length] ?? 0;
    const part = (this.#upTo[from + length]! - Math.imul(this.#upTo[from]!, power)) | 0;
    return stirred((part ^ salt) + this.#block);
  }

  /** Of the letters in whatever order. */
  ofLetters(): number {
    return stirred(this.#letters + this.#block);
  }
}

function stirred(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) | 0;
}

const saltOf = (length: number, piece: number): number => stirred(length * 8 + piece + 1);

/** What is made once for each length. */
function once<T>(make: (length: number) => T): (length: number) => T {
  const made = new Map<number, T>();
  return (length) => {
    let known = made.get(length);
    if (known === undefined) made.set(length, (known = make(length)));
    return known;
  };
}

/** A text of that length in one piece more than edits are allowed. */
const piecesOf = once((length): readonly Piece[] => {
  const count = editsFor(length) + 1;
  return Array.from({ length: count }, (_, i) => {
    const from = Math.floor((i * length) / count);
    return { from, length: Math.floor(((i + 1) * length) / count) - from, salt: saltOf(length, i) };
  });
});

/** All pieces that a shorter text, or one as long, may have in common with a text of that length. */
const lookupsFor = once((long): readonly Piece[] => {
  const looks: Piece[] = [];
  for (let length = Math.max(SHORTEST, long - MOST_EDITS); length <= long; length++) {
    const edits = editsFor(length);
    const longer = long - length;
    if (longer > edits) continue;
    // A piece moves by as many places as letters are added or gone before it.
    const spare = Math.floor((edits - longer) / 2);
    for (const piece of piecesOf(length)) {
      const last = Math.min(long - piece.length, piece.from + longer + spare);
      for (let from = Math.max(0, piece.from - spare); from <= last; from++) looks.push({ ...piece, from });
    }
  }
  return looks;
});
