import { describe, expect, it } from 'vitest';
import type { MethodName } from '../../../src/engine/index';
import { generator } from '../../../src/engine/stats/random';
import { BLOBS, planted } from '../../engine/stats/planted';
import { saidOfCustomers } from '../../support/said-of-customers';

const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);
const NAMES = ['visits', 'spend', 'basket', 'pages', 'minutes'];
const PRAISES = /^(Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten) segments/;

/** The finding on customers of whom these numbers are known. */
function foundIn(rows: readonly (readonly number[])[], method?: MethodName): Promise<string> {
  const header = ['customer_id', ...NAMES.slice(0, rows[0]!.length)].join(',');
  const lines = rows.map((row, at) => [`K${1000 + at}`, ...row.map((value) => value.toFixed(4))].join(','));
  return saidOfCustomers([header, ...lines].join('\n'), 'auto', {}, undefined, method);
}

async function praised(rowsOf: (seed: number) => number[][], method?: MethodName): Promise<number> {
  let count = 0;
  for (const seed of SEEDS) count += Number(PRAISES.test(await foundIn(rowsOf(seed), method)));
  return count;
}

const shifted = (rows: number[][]) => rows.map((row) => row.map((value) => value + 50));

describe('the verdict, with every seed from 1 to 20', { timeout: 240_000 }, () => {
  it.each([2, 4])('does not praise even noise in %i columns', async (d) => {
    const noise = (seed: number) => {
      const draw = generator(seed);
      return Array.from({ length: 150 }, () => Array.from({ length: d }, () => 10 + 40 * draw()));
    };
    expect(await praised(noise)).toBeLessThanOrEqual(1);
  });

  it.each([2, 4])('does not praise one cloud in %i columns', async (d) => {
    const cloud = (seed: number) => shifted(planted([new Array<number>(d).fill(0)], 150, 1, seed));
    expect(await praised(cloud)).toBeLessThanOrEqual(1);
  });

  it('finds four clear clouds', async () => {
    for (const seed of SEEDS)
      expect(await foundIn(shifted(planted(BLOBS, 40, 1, seed))), `seed ${seed}`).toMatch(/^Four segments/);
  });

  it('cuts orders-like customers, many small and few large ones, no finer than holds', async () => {
    const cut = (seed: number) =>
      planted([[0, 0, 0]], 150, 1, seed).map(([size = 0, often = 0, late = 0]) => [
        1 + Math.round(Math.exp(0.6 + 0.9 * often)),
        20 * Math.exp(1 + 0.9 * often + 0.5 * size),
        Math.exp(3.5 - 0.6 * often + 0.8 * late),
      ]);
    for (const seed of SEEDS)
      expect(await foundIn(cut(seed)), `seed ${seed}`).not.toMatch(/shaky|Do not target/);
  });

  it.each([2, 4])('praises neither even noise nor one cloud in %i columns for their tree', async (d) => {
    const noise = (seed: number) => {
      const draw = generator(seed);
      return Array.from({ length: 150 }, () => Array.from({ length: d }, () => 10 + 40 * draw()));
    };
    const cloud = (seed: number) => shifted(planted([new Array<number>(d).fill(0)], 150, 1, seed));
    expect(await praised(noise, 'hierarchical')).toBeLessThanOrEqual(1);
    expect(await praised(cloud, 'hierarchical')).toBeLessThanOrEqual(1);
  });

  it('finds four clear clouds by their tree', async () => {
    for (const seed of SEEDS) {
      const found = await foundIn(shifted(planted(BLOBS, 40, 1, seed)), 'hierarchical');
      expect(found, `seed ${seed}`).toMatch(/^Four segments/);
    }
  });
});
