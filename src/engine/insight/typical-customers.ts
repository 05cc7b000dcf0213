import type { Pieces } from '../pieces';
import type { CustomersInOrder } from './customers-in-order';

const SHOWN = 10;

/** Customers of one segment by how near they are to its middle; rows in the customer table, at most ten each. */
export interface TypicalCustomers {
  /** The nearest, the nearest first. */
  typical: Uint32Array;
  /** The farthest, the farthest first. */
  unusual: Uint32Array;
}

/**
 * By segment (index 0 is segment 1) its customers that are nearest to its mean on the scale it was grouped by, and those
 * that are farthest. Of equally distant ones those that come first in canonical order, then in the table.
 */
export function* typicalCustomers({
  points,
  rows,
  order,
  labels,
  sizes,
}: CustomersInOrder): Pieces<TypicalCustomers[]> {
  const k = sizes.length - 1;
  const means = points.columns.map((column) => meansOf(column, labels, sizes));
  const squares = new Float64Array(points.n);
  for (const [j, column] of points.columns.entries()) {
    yield;
    addSquares(squares, column, labels, means[j]!);
  }
  yield;
  const nearest = Array.from({ length: k }, () => new Best());
  const farthest = Array.from({ length: k }, () => new Best());
  for (const at of order) {
    const id = labels[at]!;
    nearest[id - 1]!.offer(-squares[at]!, at);
    farthest[id - 1]!.offer(squares[at]!, at);
  }
  return nearest.map((typical, i) => ({
    typical: typical.places.map((at) => rows[at]!),
    unusual: farthest[i]!.places.map((at) => rows[at]!),
  }));
}

function addSquares(
  squares: Float64Array,
  column: Float64Array,
  labels: Uint8Array,
  middle: Float64Array,
): void {
  for (let at = 0; at < squares.length; at++) squares[at]! += (column[at]! - middle[labels[at]!]!) ** 2;
}

function meansOf(column: Float64Array, labels: Uint8Array, sizes: Uint32Array): Float64Array {
  const sums = new Float64Array(sizes.length);
  for (let at = 0; at < column.length; at++) sums[labels[at]!]! += column[at]!;
  return sums.map((sum, id) => sum / (sizes[id]! || 1));
}

/** The ten highest that were offered, the highest first. */
class Best {
  readonly #values: number[] = [];
  readonly #places: number[] = [];

  get places(): Uint32Array {
    return Uint32Array.from(this.#places);
  }

  offer(value: number, place: number): void {
    const full = this.#values.length === SHOWN;
    if (full && !(value > this.#values[SHOWN - 1]!)) return;
    if (full) {
      this.#values.pop();
      this.#places.pop();
    }
    let at = this.#values.length;
    while (at > 0 && value > this.#values[at - 1]!) at--;
    this.#values.splice(at, 0, value);
    this.#places.splice(at, 0, place);
  }
}
