import type { Pieces } from '../pieces';
import type { AlikeRows } from './alike-rows';
import { firstNotBelow } from './first-not-below';

/** A column as places among its round numbers: 2i below the i-th cut and above the one before, 2i + 1 on it, 255 blank. */
export interface CodedFeature {
  column: string;
  cuts: Float64Array;
  codes: Uint8Array;
}

/** Per feature the lowest and highest code that is let in; 0 and 255 let all in. */
export interface Bounds {
  low: Uint8Array;
  high: Uint8Array;
}

export interface Score {
  /** F1 less the price of the bounds. */
  value: number;
  precision: number;
  recall: number;
  changed: boolean;
}

const PRICE = 0.005;
const FREE_BOUNDS = 2;
const MOST_BOUNDS = 4;

export function codesOf(values: Float64Array, cuts: Float64Array): Uint8Array {
  const codes = new Uint8Array(values.length).fill(255);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value !== value) continue;
    const at = firstNotBelow(cuts, value);
    codes[row] = cuts[at] === value ? 2 * at + 1 : 2 * at;
  }
  return codes;
}

/**
 * Makes the one change of one bound that raises the score most (set, moved or lifted), if any does.
 * @param least the score to be beaten: that of the bounds as they are.
 */
export function* changeBest(rows: AlikeRows, id: number, bounds: Bounds, least: number): Pieces<Score> {
  const { features } = rows;
  const broken = countBroken(features, bounds, rows.labels.length);
  const size = sizeOf(rows, id);
  yield;
  let best = { ...scoreAsIs(rows, id, broken, size, bounds), feature: -1, low: 0, high: 255 };
  best.value = Math.max(best.value, least);
  for (const [f, feature] of features.entries()) {
    yield;
    const tally = countOthers(rows, f, id, bounds, broken);
    for (const [low, high] of alternatives(feature, bounds.low[f]!, bounds.high[f]!)) {
      const count = countBounds(bounds, f, low, high);
      if (count > MOST_BOUNDS) continue;
      const end = lastCode(low, high) + 1;
      const found = scoreOf(
        tally.hits[end]! - tally.hits[low]!,
        tally.all[end]! - tally.all[low]!,
        size,
        count,
      );
      if (found.value > best.value + 1e-9) best = { ...found, changed: true, feature: f, low, high };
    }
  }
  if (best.feature >= 0) {
    bounds.low[best.feature] = best.low;
    bounds.high[best.feature] = best.high;
  }
  return best;
}

function scoreOf(hits: number, found: number, size: number, count: number): Omit<Score, 'changed'> {
  const precision = found === 0 ? 0 : hits / found;
  const recall = size === 0 ? 0 : hits / size;
  const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { value: f1 - PRICE * Math.max(0, count - FREE_BOUNDS), precision, recall };
}

function sizeOf({ labels, counts }: AlikeRows, id: number): number {
  let size = 0;
  for (let row = 0; row < labels.length; row++) if (labels[row] === id) size += counts[row]!;
  return size;
}

function scoreAsIs(
  { labels, counts }: AlikeRows,
  id: number,
  broken: Uint8Array,
  size: number,
  bounds: Bounds,
): Score {
  let hits = 0;
  let found = 0;
  for (let row = 0; row < labels.length; row++) {
    if (broken[row] !== 0) continue;
    found += counts[row]!;
    if (labels[row] === id) hits += counts[row]!;
  }
  return { ...scoreOf(hits, found, size, countBounds(bounds, -1, 0, 255)), changed: false };
}

function countBounds({ low, high }: Bounds, changed: number, newLow: number, newHigh: number): number {
  let count = Number(changed >= 0 && newLow !== 0) + Number(changed >= 0 && newHigh !== 255);
  for (let f = 0; f < low.length; f++)
    if (f !== changed) count += Number(low[f] !== 0) + Number(high[f] !== 255);
  return count;
}

/** How many features' bounds each row breaks. */
function countBroken(features: readonly CodedFeature[], { low, high }: Bounds, n: number): Uint8Array {
  const broken = new Uint8Array(n);
  features.forEach(({ codes }, f) => {
    const from = low[f]!;
    const to = lastCode(from, high[f]!);
    for (let row = 0; row < n; row++) if (codes[row]! < from || codes[row]! > to) broken[row]!++;
  });
  return broken;
}

/** Blanks pass only where nothing is asked of the column. */
const lastCode = (low: number, high: number) => (low === 0 && high === 255 ? 255 : Math.min(high, 254));

/** Rows that meet the bounds of all other features, by rising code: those of the segment, and all. Entry c counts codes below c. */
function countOthers(
  { features, labels, counts }: AlikeRows,
  f: number,
  id: number,
  { low, high }: Bounds,
  broken: Uint8Array,
): { hits: Float64Array; all: Float64Array } {
  const { codes } = features[f]!;
  const hits = new Float64Array(257);
  const all = new Float64Array(257);
  const from = low[f]!;
  const to = lastCode(from, high[f]!);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    const own = code < from || code > to ? 1 : 0;
    if (broken[row] !== own) continue;
    all[code + 1]! += counts[row]!;
    if (labels[row] === id) hits[code + 1]! += counts[row]!;
  }
  for (let code = 0; code < 256; code++) {
    all[code + 1]! += all[code]!;
    hits[code + 1]! += hits[code]!;
  }
  return { hits, all };
}

function* alternatives(
  { cuts }: CodedFeature,
  low: number,
  high: number,
): Generator<[low: number, high: number]> {
  yield [0, high];
  yield [low, 255];
  for (let at = 0; at < cuts.length; at++) {
    const code = 2 * at + 1;
    if (code <= high) yield [code, high];
    if (code >= low) yield [low, code];
  }
}
