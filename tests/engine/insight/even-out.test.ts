import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evenOut } from '../../../src/engine/insight/even-out';
import { tallyOf } from '../../../src/engine/table/tally';
import { unwatched } from '../../../src/engine/work';

interface Skew {
  cells: number[];
  before: number;
  sqrt: number;
  log1p: number;
}
// pandas 1.5, Series.skew: tests/expectations/transform/transform.py
const { skew } = JSON.parse(
  readFileSync(new URL('../../expectations/transform/transform.json', import.meta.url), 'utf8'),
) as { skew: Record<'sqrt' | 'log1p' | 'yeo-johnson', Skew> };
const found = async (cells: number[]) => evenOut(await tallyOf(Float64Array.from(cells), unwatched));

describe('evenOut', () => {
  it('proposes the mildest way that is enough, with the skewness as pandas has it', async () => {
    const [root, log, far] = [skew.sqrt, skew.log1p, skew['yeo-johnson']];
    const near = (value: number) => expect.closeTo(value, 10) as number;
    expect(await found(root.cells)).toEqual({
      skewness: near(root.before),
      way: 'sqrt',
      then: near(root.sqrt),
    });
    expect(await found(log.cells)).toEqual({
      skewness: near(log.before),
      way: 'log1p',
      then: near(log.log1p),
    });
    expect(await found(far.cells)).toEqual({ skewness: near(far.before), way: 'yeo-johnson', then: null });
  });

  it('proposes Yeo–Johnson where values lie below 0 or the tail is on the left', async () => {
    const left = skew.log1p.cells.map((value) => 500 - value);
    expect(await found(left)).toEqual({
      skewness: expect.closeTo(-skew.log1p.before, 10) as number,
      way: 'yeo-johnson',
      then: null,
    });
    expect((await found(skew.sqrt.cells.map((value) => value - 1)))?.way).toBe('yeo-johnson');
  });

  it('says nothing of even numbers, few different ones, and none', async () => {
    expect(await found(Array.from({ length: 40 }, (_, i) => i))).toBeNull();
    expect(await found([0, 0, 0, 0, 0, 0, 0, 0, 0, 900])).toBeNull();
    expect(await found([])).toBeNull();
  });
});
