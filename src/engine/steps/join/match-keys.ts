import { MISSING } from '../../table/columns';
import type { Keys } from './keys-of';

/** One side of a match. */
export interface MatchedSide {
  /** Distinct keys, and how many of them the other side has. */
  keys: number;
  matched: number;
  /** Rows that have a key, rows whose key the other side has, and rows without a key. */
  rows: number;
  matchedRows: number;
  blank: number;
  /** Keys that several rows have. */
  repeated: number;
  /** The first few keys that the other side does not have. */
  unmatched: readonly string[];
}

export interface KeyMatch {
  left: MatchedSide;
  right: MatchedSide;
  /** For each left key the right one that equals it, or MISSING. */
  rightOf: Uint32Array;
}

const EXAMPLES = 5;

/** Which keys of two columns are the same, counted on the distinct keys of both sides. */
export function matchKeys(left: Keys, right: Keys): KeyMatch {
  const byText = new Map(right.texts.map((text, code) => [text, code]));
  const rightOf = Uint32Array.from(left.texts, (text) => byText.get(text) ?? MISSING);
  const leftHas = new Uint8Array(right.texts.length);
  for (const code of rightOf) if (code !== MISSING) leftHas[code] = 1;
  return {
    left: sideOf(left, (code) => rightOf[code] !== MISSING),
    right: sideOf(right, (code) => leftHas[code] === 1),
    rightOf,
  };
}

function sideOf({ codes, texts, rows }: Keys, has: (code: number) => boolean): MatchedSide {
  const unmatched: string[] = [];
  const side = { keys: texts.length, matched: 0, rows: 0, matchedRows: 0, repeated: 0 };
  texts.forEach((text, code) => {
    side.rows += rows[code]!;
    if (rows[code]! > 1) side.repeated++;
    if (has(code)) {
      side.matched++;
      side.matchedRows += rows[code]!;
    } else if (unmatched.length < EXAMPLES) unmatched.push(text);
  });
  return { ...side, blank: codes.length - side.rows, unmatched };
}
