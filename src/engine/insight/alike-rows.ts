import type { Pieces } from '../pieces';
import type { CodedFeature } from './condition-search';

/** Rows of a segment that have the same code in every feature, once, with how many they are. */
export interface AlikeRows {
  features: readonly CodedFeature[];
  labels: Uint8Array;
  counts: Uint32Array;
}

const CODES = 256;
/** Where rows differ so much that they are more groups than this share of them, each stands for itself. */
const WORTH = 0.25;

/**
 * The labelled rows (label 1 to 255), those that are alike put together, so that a search counts each group once.
 * @param features n codes each, blanks 255
 */
export function* alikeRows(features: readonly CodedFeature[], labels: Uint8Array): Pieces<AlikeRows> {
  const labelled = placesLabelled(labels);
  const most = labelled.length * WORTH;
  yield;
  let groups = new Uint32Array(labelled.length);
  for (let i = 0; i < labelled.length; i++) groups[i] = labels[labelled[i]!]!;
  let count = CODES;
  for (const { codes } of features) {
    yield;
    const next = new Int32Array(count * CODES).fill(-1);
    const own = new Uint32Array(labelled.length);
    count = 0;
    for (let i = 0; i < labelled.length; i++) {
      const key = groups[i]! * CODES + codes[labelled[i]!]!;
      if (next[key]! < 0) next[key] = count++;
      own[i] = next[key]!;
    }
    groups = own;
    if (count > most)
      return yield* taken(features, labels, labelled, new Uint32Array(labelled.length).fill(1));
  }
  yield;
  const first = new Uint32Array(count);
  const counts = new Uint32Array(count);
  for (let i = labelled.length - 1; i >= 0; i--) {
    counts[groups[i]!]!++;
    first[groups[i]!] = labelled[i]!;
  }
  return yield* taken(features, labels, first, counts);
}

function placesLabelled(labels: Uint8Array): Uint32Array {
  const places = new Uint32Array(labels.length);
  let n = 0;
  for (let row = 0; row < labels.length; row++) if (labels[row] !== 0) places[n++] = row;
  return places.subarray(0, n);
}

function* taken(
  features: readonly CodedFeature[],
  labels: Uint8Array,
  rows: Uint32Array,
  counts: Uint32Array,
): Pieces<AlikeRows> {
  const own: CodedFeature[] = [];
  for (const feature of features) {
    yield;
    own.push({ ...feature, codes: bytesAt(feature.codes, rows) });
  }
  yield;
  return { features: own, labels: bytesAt(labels, rows), counts };
}

function bytesAt(bytes: Uint8Array, rows: Uint32Array): Uint8Array {
  const found = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) found[i] = bytes[rows[i]!]!;
  return found;
}
