import type { Pieces } from '../pieces';
import { solvePositive, type Symmetric } from './positive-matrix';

/** The value at a place and how it rises along each axis. */
export interface Slope {
  value: number;
  gradient: Float64Array;
}

/** Something to make small, worked out in pieces. */
export type Objective = (at: Float64Array) => Pieces<Slope>;

export interface Minimum extends Slope {
  at: Float64Array;
  hessian: Symmetric;
  /** Whether the ground is flat there: a minimum, or the end of a valley that falls for ever. */
  settled: boolean;
}

const ROUNDS = 100;
/** A whole step that gains less is the last: what is left is far less again. */
const SPENT = 1e-12;
/** A gradient without a larger part is 0; where rounding leaves no better place, one without a part this large. */
const FLAT = 1e-9;
const NEARLY_FLAT = 1e-6;
/** Half the step over which gradients are compared. */
const APART = 1e-4;
const LEAST_DAMPING = 1e-4;
const MOST_DAMPING = 1e12;
/** A step that makes the ground so many times flatter leads on quickly. */
const QUICK = 10;
/** No axis moves further in a step. */
const STRIDE = 2;

/**
 * The nearest minimum by Newton's method, damped (Levenberg 1944) where the ground is no bowl; the Hessian from differences of gradients.
 * For few axes, of a scale near 1.
 * @param near the Hessian of something much like it, to begin with
 */
export function* minimise(objective: Objective, start: Float64Array, near?: Symmetric): Pieces<Minimum> {
  let at = Float64Array.from(start);
  let slope = yield* objective(at);
  let hessian = near ?? (yield* hessianAt(objective, at));
  let isFresh = near === undefined;
  let damping = 0;
  let isOver = false;
  for (let rounds = 0; rounds < ROUNDS && !isOver && largest(slope.gradient) > FLAT;) {
    const next = stepped(at, slope, hessian, damping);
    const there = next && (yield* objective(next));
    if (there && isBetter(there, slope)) {
      // As long as it leads on quickly, the Hessian stays good enough.
      isFresh = largest(there.gradient) > largest(slope.gradient) / QUICK;
      isOver = slope.value - there.value < SPENT && damping === 0;
      [at, slope, damping] = [next, there, damping > LEAST_DAMPING ? damping / 10 : 0];
      rounds++;
      if (isFresh && !isOver) hessian = yield* hessianAt(objective, at);
      else isFresh = false;
    } else if (!isFresh) {
      hessian = yield* hessianAt(objective, at);
      isFresh = true;
    } else {
      damping = Math.max(damping * 10, LEAST_DAMPING);
      if (damping > MOST_DAMPING) break;
    }
  }
  if (!isFresh) hessian = yield* hessianAt(objective, at);
  return { at, ...slope, hessian, settled: isOver || largest(slope.gradient) <= NEARLY_FLAT };
}

/** Where values are the same but for rounding, the flatter place is the better one. */
function isBetter(there: Slope, here: Slope): boolean {
  if (!Number.isFinite(there.value) || there.gradient.some(Number.isNaN)) return false;
  const dust = 1e-12 * Math.abs(here.value);
  if (Math.abs(there.value - here.value) > dust) return there.value < here.value;
  return largest(there.gradient) < largest(here.gradient);
}

/** Null where the damped Hessian is still no bowl. */
function stepped(
  at: Float64Array,
  { gradient }: Slope,
  hessian: Symmetric,
  damping: number,
): Float64Array<ArrayBuffer> | null {
  const damped = hessian.map((row, i) => row.map((value, j) => (i === j ? value + damping : value)));
  const step = solvePositive(damped, gradient);
  if (!step) return null;
  const shorter = Math.min(1, STRIDE / largest(step));
  return at.map((value, i) => value - shorter * step[i]!) as Float64Array<ArrayBuffer>;
}

function* hessianAt(objective: Objective, at: Float64Array): Pieces<Symmetric> {
  const rows: Float64Array[] = [];
  for (let i = 0; i < at.length; i++) {
    const sides = [1, -1].map((way) => at.map((value, j) => (i === j ? value + way * APART : value)));
    const [up, down] = [(yield* objective(sides[0]!)).gradient, (yield* objective(sides[1]!)).gradient];
    rows.push(up.map((value, j) => (value - down[j]!) / (2 * APART)));
  }
  return rows.map((row, i) => row.map((value, j) => (value + rows[j]![i]!) / 2));
}

const largest = (values: Float64Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
