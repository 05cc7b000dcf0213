import { describe, expect, it } from 'vitest';
import { atOnce, type Pieces } from '../../../src/engine/pieces';
import { minimise, type Slope } from '../../../src/engine/stats/minimise';
import { inverseDiagonal, solvePositive } from '../../../src/engine/stats/positive-matrix';

/** Rosenbrock (1960): a bent valley with its lowest point at 1, 1. */

function* valley([x, y]: Float64Array): Pieces<Slope> {
  const bend = y! - x! * x!;
  return {
    value: (1 - x!) ** 2 + 100 * bend ** 2,
    gradient: Float64Array.of(-2 * (1 - x!) - 400 * x! * bend, 200 * bend),
  };
}

/** Falls for ever, ever more gently. */

function* slide([x]: Float64Array): Pieces<Slope> {
  return { value: Math.exp(-x!), gradient: Float64Array.of(-Math.exp(-x!)) };
}

describe('minimise', () => {
  it('goes round the bend of a valley to its lowest point', () => {
    const { at, settled, value } = atOnce(minimise(valley, Float64Array.of(-1.2, 1)));
    expect([...at].map((one) => Math.round(one * 1e6) / 1e6)).toEqual([1, 1]);
    expect([settled, value < 1e-12]).toEqual([true, true]);
  });

  it('stops where the ground is flat, and where there is no number to go by', () => {
    expect(atOnce(minimise(slide, Float64Array.of(0))).settled).toBe(true);

    const nowhere = function* (): Pieces<Slope> {
      return { value: NaN, gradient: Float64Array.of(1) };
    };
    expect(atOnce(minimise(nowhere, Float64Array.of(0))).settled).toBe(false);
  });
});

describe('positive matrices', () => {
  const matrix = [Float64Array.of(4, 2, 0), Float64Array.of(2, 5, 1), Float64Array.of(0, 1, 3)];

  it('are solved and inverted by Cholesky', () => {
    // By hand: determinant 44; cofactors of the diagonal 14, 12 and 16.
    const x = solvePositive(matrix, Float64Array.of(8, 15, 11))!;
    expect([...x].map((one) => Math.round(one * 1e12) / 1e12)).toEqual([1, 2, 3]);
    expect(inverseDiagonal(matrix)!.map((one) => Math.round(one * 44 * 1e10) / 1e10)).toEqual([14, 12, 16]);
  });

  it('are told from others', () => {
    const saddle = [Float64Array.of(1, 2), Float64Array.of(2, 1)];
    expect([solvePositive(saddle, Float64Array.of(1, 1)), inverseDiagonal(saddle)]).toEqual([null, null]);
  });
});
