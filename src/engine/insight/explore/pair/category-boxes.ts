import type { Pieces } from '../../../pieces';
import { boxOf, type Box } from '../../../stats/box';
import type { Rising } from '../../../stats/rising';
import type { Work } from '../../../work';
import { densityBetween } from '../density';
import type { Category, Numbers } from './pair-view';

/** Values dealt out between two breaths. */
const PIECE = 1 << 17;
/** Fewer have no shape of their own. */
const FEWEST_FOR_DENSITY = 30;
/** Of the points of a density so many are drawn, the ends among them. */
const EVERY = 8;

/** Boxes of a number by a category, the greatest median first. */
export interface PairBoxes {
  shape: 'boxes';
  number: string;
  category: string;
  boxes: readonly GroupBox[];
}

export interface GroupBox {
  /** Null is all other values together, last. */
  level: string | null;
  rows: number;
  mean: number;
  box: Box;
  /** Of the group, between its whiskers, as `densityBetween` gives it; null of fewer than 30 rows, or where there is none. */
  density: readonly { value: number; density: number }[] | null;
}

/** Rising numbers dealt out to their groups, each of which rises by itself; those without a level come last. */
export function* dealtOut({ rows, values }: Rising, category: Category): Pieces<Float64Array[]> {
  const counts = new Uint32Array(category.levels.length + 1);
  for (let at = 0; at < rows.length; at++) {
    counts[category.codes[rows[at]!]!]!++;
    if (at % PIECE === PIECE - 1) yield;
  }
  const groups = Array.from(counts, (count) => new Float64Array(count));
  const filled = new Uint32Array(groups.length);
  for (let at = 0; at < rows.length; at++) {
    const code = category.codes[rows[at]!]!;
    groups[code]![filled[code]!++] = values[at]!;
    if (at % PIECE === PIECE - 1) yield;
  }
  return groups;
}

/** Boxes of numbers dealt out by `dealtOut`. @throws Stopped */
export async function boxesOf(
  number: Numbers,
  category: Category,
  groups: readonly Float64Array[],
  work: Work,
): Promise<PairBoxes> {
  const boxes: GroupBox[] = [];
  for (const [at, level] of category.levels.entries()) {
    const values = groups[at]!;
    if (values.length === 0) continue;
    const rest = work.breathe();
    if (rest) await rest;
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[i]!;
    const box = boxOf(values);
    boxes.push({ level, rows: values.length, mean: sum / values.length, box, density: await drawnDensity(values, box, work) }); // prettier-ignore
  }
  boxes.sort((x, y) => Number(x.level === null) - Number(y.level === null) || y.box.median - x.box.median);
  return { shape: 'boxes', number: number.name, category: category.name, boxes };
}

async function drawnDensity(
  rising: Float64Array,
  { low, high }: Box,
  work: Work,
): Promise<GroupBox['density']> {
  if (rising.length < FEWEST_FOR_DENSITY) return null;
  const found = await densityBetween(rising, low, high, work);
  return found?.points.filter((_, i) => i % EVERY === 0) ?? null;
}
