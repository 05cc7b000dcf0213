import type { Segmentation } from '../../engine/index';
import { FIRST_FACE, marksOf, type MapMarks } from '../charts/map-face';
import { LEAST_CUSTOMERS } from './nameless';

const ACROSS = 12;
const UP = 8;

/** The map in cells of ten customers and more, each in the colour most of them have; nobody stands alone on it. */
export function crowdsOf(pca: NonNullable<Segmentation['pca']>): Required<MapMarks> {
  const marks = marksOf(pca, FIRST_FACE);
  const cells = marks.customers ? { ...marks, customers: marks.customers } : counted(marks);
  const kept = Array.from(cells.customers.keys()).filter((at) => cells.customers[at]! >= LEAST_CUSTOMERS);
  return {
    x: Float64Array.from(kept, (at) => cells.x[at]!),
    y: Float64Array.from(kept, (at) => cells.y[at]!),
    segment: Uint8Array.from(kept, (at) => cells.segment[at]!),
    customers: Uint32Array.from(kept, (at) => cells.customers[at]!),
  };
}

/** Customers counted in equal cells. */
function counted({ x, y, segment }: MapMarks): Required<MapMarks> {
  const across = span(x);
  const up = span(y);
  const cells = new Map<number, number[]>();
  for (let i = 0; i < x.length; i++) {
    const cell = across.cell(x[i]!, ACROSS) * UP + up.cell(y[i]!, UP);
    const bySegment = cells.get(cell) ?? [];
    bySegment[segment[i]!] = (bySegment[segment[i]!] ?? 0) + 1;
    cells.set(cell, bySegment);
  }
  const found = [...cells].sort(([a], [b]) => a - b);
  const most = (counts: readonly number[]) => Math.max(...counts.filter((count) => count > 0));
  return {
    x: Float64Array.from(found, ([cell]) => across.middle(Math.floor(cell / UP), ACROSS)),
    y: Float64Array.from(found, ([cell]) => up.middle(cell % UP, UP)),
    segment: Uint8Array.from(found, ([, counts]) => counts.indexOf(most(counts))),
    customers: Uint32Array.from(found, ([, counts]) => counts.reduce((sum, count) => sum + (count || 0), 0)),
  };
}

function span(values: Float64Array) {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const width = high > low ? high - low : 1;
  return {
    cell: (value: number, cells: number) => Math.min(cells - 1, Math.floor(((value - low) / width) * cells)),
    middle: (cell: number, cells: number) => low + ((cell + 0.5) / cells) * width,
  };
}
