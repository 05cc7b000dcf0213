import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/engine/pieces';
import { fitBgNbd, type Histories } from '../../../src/engine/stats/bg-nbd';
import {
  expectedOf,
  expectedOfAlive,
  likelyRepeats,
  probabilityAlive,
} from '../../../src/engine/stats/bg-nbd-forecast';
import { expectedMoney, fitGammaGamma } from '../../../src/engine/stats/gamma-gamma';
import made from '../../expectations/customer-value/made.json';
import { hasRealFiles, realPath } from '../../support/files';

const rowsOf = (file: string) =>
  readFileSync(realPath(`transactions/${file}`), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',').map(Number));
const historiesOf = (rows: readonly number[][]): Histories => ({
  repeats: Uint32Array.from(rows, (row) => row[1]!),
  last: Float64Array.from(rows, (row) => row[2]!),
  age: Float64Array.from(rows, (row) => row[3]!),
  weights: new Float64Array(rows.length).fill(1),
});

describe('BG/NBD and Gamma-Gamma', () => {
  it.each(made.alone)(
    'expects what mpmath does of $repeats repeats at age $age, $ahead ahead, r $r',
    (one) => {
      const { repeats, age, ahead, expected, ...model } = one;
      expect(expectedOfAlive(model, repeats, age, ahead) / expected - 1).toBeCloseTo(0, 8);
    },
  );

  it('expects nothing within no time, and goes smoothly through a = 1', () => {
    const at = (a: number) => expectedOfAlive({ r: 0.7, alpha: 10, a, b: 2 }, 2, 50, 365);
    expect(expectedOfAlive({ r: 0.7, alpha: 10, a: 1, b: 2 }, 2, 50, 0)).toBe(0);
    expect(at(1)).toBeCloseTo((at(1 - 1e-6) + at(1 + 1e-6)) / 2, 9);
  });

  it('has shares of all counts that come to 1', () => {
    const shares = likelyRepeats({ r: 0.24, alpha: 4.4, a: 0.8, b: 2.4 }, 2000, 39);
    expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 9);
  });

  it('is as unsure of equal histories told together as one by one', () => {
    const some = [
      [0, 0, 0, 30],
      [0, 2, 9, 30],
      [0, 1, 25, 40],
      [0, 4, 12, 35],
      [0, 0, 0, 12],
      [0, 7, 28, 33],
    ];
    const twice = atOnce(fitBgNbd(historiesOf([...some, ...some])));
    const weighed = atOnce(fitBgNbd({ ...historiesOf(some), weights: new Float64Array(6).fill(2) }));
    expect(weighed.logLikelihood).toBeCloseTo(twice.logLikelihood, 9);
    expect(weighed.r).toBeCloseTo(twice.r, 6);
  });
});

describe.skipIf(!hasRealFiles)('on CDNOW (skipped where ../shared/data is absent)', () => {
  it('finds the parameters that the authors print, and their errors', () => {
    const fit = atOnce(fitBgNbd(historiesOf(rowsOf('cdnow_customers_summary.csv'))));
    // lifetimes' documentation; scipy (known_results.json): 0.242593, 4.413531, 0.792886, 2.425754 and −9582.42556.
    expect(fit.r).toBeCloseTo(0.242593, 6);
    expect(fit.alpha).toBeCloseTo(4.413532, 5);
    expect(fit.a).toBeCloseTo(0.792886, 5);
    expect(fit.b).toBeCloseTo(2.425752, 4);
    expect(fit.logLikelihood).toBeCloseTo(-9582.43, 2);
    const { r, alpha, a, b } = fit.errors!;
    expect([r.toFixed(6), alpha.toFixed(6), a.toFixed(6), b.toFixed(6)]).toEqual([
      '0.012557',
      '0.378221',
      '0.185719',
      '0.705346',
    ]);
    expect(probabilityAlive(fit, 2, 30.43, 38.86)).toBeCloseTo(0.7266, 4);
    expect(expectedOf(fit, 2, 30.43, 38.86, 39)).toBeCloseTo(1.2259, 4);
  });

  it('finds what purchases are worth', () => {
    const bought = rowsOf('cdnow_customers_summary_with_transactions.csv').filter((row) => row[1]! > 0);
    const fit = atOnce(
      fitGammaGamma({
        purchases: Uint32Array.from(bought, (row) => row[1]!),
        mean: Float64Array.from(bought, (row) => row[4]!),
      }),
    );
    expect([bought.length, fit.p.toFixed(2), fit.q.toFixed(2), fit.v.toFixed(2)]).toEqual([
      946,
      '6.25',
      '3.74',
      '15.45',
    ]);
    expect(expectedMoney(fit, 2, 22.35)).toBeCloseTo(24.6587, 3);
    expect(expectedMoney(fit, 1, 11.77)).toBeCloseTo(18.9115, 3);
    expect(expectedMoney(fit, 0, NaN)).toBeCloseTo(35.171, 3);
  });
});
