import type { ColumnTable } from 'arquero';
import type { Pieces } from '../pieces';
import { isMissing, type Column } from '../table/columns';
import { unitIn } from '../table/meta';
import { columnOf } from '../table/table';
import { fewWholeNumbers } from './few-whole-numbers';
import { madeLabel } from './made-labels';
import { shareDifference } from '../stats/effect-size';
import { risingInPieces } from '../stats/rising';
import { effectOf, segmentMoments } from './segment-effects';
import { segmentParts } from './segment-parts';
import { segmentValues } from './segment-values';
import type { Trait } from './segmentation';

/** Groups smaller than this are never shown: they could point at a person. */
const SMALLEST_GROUP = 10;
const MOST_TRAITS = 5;
const MOST_CATEGORIES = 50;
/** A share must differ by 10 points, a median by a quarter of a deviation, and both by 3 standard errors. */
const REAL_SHARE_GAP = 0.1;
const STANDARD_ERRORS = 3;
const REAL_MEDIAN_GAP = 0.25;
/** Standard error of a median of normal values, in standard errors of their mean: √(π ÷ 2). */
const MEDIAN_ERROR = 1.2533;

/** A group of customers by one column. */
interface Group {
  value: string;
  atLeast?: boolean;
  has(row: number): boolean;
}

interface Found {
  trait: Trait;
  /** Gap in deviations of the column, or of the share. */
  size: number;
}

/**
 * Where each of k segments stands out in columns that were not clustered on: the group of a category, flag or small
 * whole number with the widest real gap in share, or the median of a number. At most one trait per column and five per
 * segment, the widest first. A gap is real from 10 points (shares) or a quarter of a deviation (medians) and 3 standard
 * errors on. Text of more than 50 values and dates are passed over. **Blanks**: counted neither in nor out.
 */
export function* traitsOf(
  table: ColumnTable,
  columns: readonly string[],
  labels: Uint8Array,
  k: number,
): Pieces<Trait[][]> {
  const found: Found[][] = Array.from({ length: k }, () => []);
  for (const name of columns) {
    const column = columnOf(table, name);
    const groups = groupsOf(column);
    yield;
    if (groups) yield* addShares(found, name, column, groups, labels);
    else if (column.kind === 'number')
      yield* addMedians(found, { column: name, ...unitIn(table, name) }, column.values, labels);
  }
  return found.map((traits) =>
    traits
      .sort((a, b) => b.size - a.size)
      .slice(0, MOST_TRAITS)
      .map(({ trait }) => labelled(trait)),
  );
}

function labelled(trait: Trait): Trait {
  const label = madeLabel(trait.column);
  return label === undefined ? trait : { ...trait, label };
}

function groupsOf(column: Column): Group[] | null {
  if (column.kind === 'boolean') {
    return [{ value: column.spelling[1], has: (row) => column.values[row] === 1 }];
  }
  if (column.kind === 'text') {
    if (column.dictionary.size > MOST_CATEGORIES) return [];
    return Array.from({ length: column.dictionary.size }, (_, code) => ({
      value: column.dictionary.text(code),
      has: (row) => column.codes[row] === code,
    }));
  }
  const levels = column.kind === 'number' ? fewWholeNumbers(column.values) : null;
  if (!levels) return null;
  const values = column.values;
  if (levels.length <= 2)
    return levels.slice(1).map((level) => ({ value: String(level), has: (row) => values[row] === level }));
  return levels.slice(1).map((level) => ({
    value: String(level),
    atLeast: true,
    has: (row) => values[row]! >= level,
  }));
}

function* addShares(
  found: Found[][],
  name: string,
  column: Column,
  groups: readonly Group[],
  labels: Uint8Array,
): Pieces<void> {
  const k = found.length;
  const present = countRows(labels, k, (row) => !isMissing(column, row));
  const best: (Found | null)[] = found.map(() => null);
  for (const { value, atLeast, has } of groups) {
    yield;
    const inside = countRows(labels, k, has);
    const all = inside[0]! / present[0]!;
    for (let id = 1; id <= k; id++) {
      if (inside[id]! < SMALLEST_GROUP) continue;
      const segment = inside[id]! / present[id]!;
      const spread = Math.sqrt(all * (1 - all));
      const gap = Math.abs(segment - all);
      if (gap < REAL_SHARE_GAP || gap < (STANDARD_ERRORS * spread) / Math.sqrt(present[id]!)) continue;
      // Of a category and its complement the one the segment has more of is named.
      const size = (gap / spread) * (segment > all ? 1 : 1 - 1e-9);
      if (size > (best[id - 1]?.size ?? 0)) {
        const [others, rest] = [inside[0]! - inside[id]!, present[0]! - present[id]!];
        const effect = shareDifference(inside[id]!, present[id]!, others, rest);
        best[id - 1] = {
          size,
          trait: { column: name, value, segment, all, effect, ...(atLeast ? { atLeast } : {}) },
        };
      }
    }
  }
  best.forEach((trait, i) => trait && found[i]!.push(trait));
}

function* addMedians(
  found: Found[][],
  named: Pick<Trait, 'column' | 'unit'>,
  values: Float64Array,
  labels: Uint8Array,
): Pieces<void> {
  const rising = yield* risingInPieces(values);
  const parts = segmentParts(rising, labels, found.length);
  yield;
  const { counts, medians, deviation } = yield* segmentValues(parts);
  yield;
  if (!(deviation > 0)) return;
  const moments = segmentMoments(values, labels, found.length);
  for (let id = 1; id <= found.length; id++) {
    const size = Math.abs(medians[id]! - medians[0]!) / deviation;
    const least = Math.max(REAL_MEDIAN_GAP, (STANDARD_ERRORS * MEDIAN_ERROR) / Math.sqrt(counts[id]!));
    if (counts[id]! < SMALLEST_GROUP || !(size >= least)) continue;
    found[id - 1]!.push({
      size,
      trait: {
        ...named,
        value: null,
        segment: medians[id]!,
        all: medians[0]!,
        effect: effectOf(moments, id),
      },
    });
  }
}

function countRows(labels: Uint8Array, k: number, counts: (row: number) => boolean): Uint32Array {
  const found = new Uint32Array(k + 1);
  for (let row = 0; row < labels.length; row++) {
    if (labels[row] === 0 || !counts(row)) continue;
    found[0]!++;
    found[labels[row]!]!++;
  }
  return found;
}
