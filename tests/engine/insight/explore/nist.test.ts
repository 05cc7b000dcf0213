import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { autocorrelation } from '../../../../src/engine/stats/autocorrelation';
import { momentsOf } from '../../../../src/engine/stats/tally-moments';
import { tallyOf } from '../../../../src/engine/table/tally';
import { unwatched } from '../../../../src/engine/work';
import { hasRealFiles, realPath } from '../../../support/files';
import { digits, exactly } from './exact';

async function measured(values: readonly number[]) {
  const column = Float64Array.from(values);
  const { mean, deviation } = momentsOf(await tallyOf(column, unwatched))!;
  return { mean, deviation: deviation!, autocorrelation: autocorrelation(column) };
}

const FIGURES = ['mean', 'deviation', 'autocorrelation'] as const;

/** Values that differ in their last digits alone, as NumAcc1 to NumAcc4 do. */
const PLANTED = {
  'three whole numbers': [10_000_001, 10_000_003, 10_000_002],
  'last of 2 digits': alternating(1.2, 1.1, 1.3, 500),
  'last of 7 digits': alternating(1_000_000.2, 1_000_000.1, 1_000_000.3, 500),
  'last of 9 digits': alternating(10_000_000.2, 10_000_000.1, 10_000_000.3, 500),
  'a tail': Array.from({ length: 2000 }, (_, i) => (i % 97) ** 3 / 7),
};

function alternating(first: number, low: number, high: number, pairs: number): number[] {
  return [first, ...Array.from({ length: pairs }, () => [low, high]).flat()];
}

describe('mean, deviation and autocorrelation', () => {
  it.each(Object.entries(PLANTED))('lose nothing: %s', async (_, values) => {
    const [found, exact] = [await measured(values), exactly(values)];
    for (const figure of FIGURES) expect(digits(found[figure], exact[figure])).toBeGreaterThan(14);
  });

  it('are those of counted values: each row counts', async () => {
    const { mean, deviation } = await measured([2, 4, 4, 4, 5, 5, 7, 9]);
    expect([mean, deviation]).toEqual([5, Math.sqrt(32 / 7)]);
  });
});

/** Digits that certified values and ours share; where double precision cannot hold the data, as many as its exact arithmetic gives. */
const CERTIFIED = {
  PiDigits: [15, 14.5, 13.5],
  Lew: [15, 14.5, 14.5],
  Mavro: [15, 13, 13.5],
  NumAcc2: [15, 15, 14.5],
  NumAcc4: [15, 8, 11],
} as const;

describe.runIf(hasRealFiles)('NIST univariate sets (skipped without ../shared/data)', () => {
  it.each(Object.entries(CERTIFIED))('%s', async (set, least) => {
    const { univariate } = JSON.parse(readFileSync(realPath('nist/certified_values.json'), 'utf8'));
    const lines = readFileSync(realPath(`nist/univariate/${set}.csv`), 'utf8')
      .trim()
      .split(/\r?\n/);
    const values = lines.slice(1).map(Number);
    const { mean, sd, autocorr_lag1: lag1 } = univariate[set] as Record<string, string>;
    const [found, exact] = [await measured(values), exactly(values)];
    const said = [mean, sd, lag1].map(Number);
    FIGURES.forEach((figure, i) => {
      expect(digits(found[figure], exact[figure])).toBeGreaterThan(14);
      expect(digits(found[figure], said[i]!)).toBeGreaterThanOrEqual(least[i]!);
    });
  });
});
