import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bin } from '../../../src/engine/steps/bin';
import { binsAhead } from '../../../src/engine/steps/bin/bins-ahead';
import { unwatched } from '../../../src/engine/work';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply } from './apply';

const SPEND = [0, 12.5, null, 3, 9.99, 10, 40, 20, -5];
const ahead = (chosen: object) =>
  binsAhead(table({ spend: SPEND }), { column: 'spend', ...chosen }, unwatched);

describe('binsAhead', () => {
  it('counts the values of each bin, a limit in the bin above it, blanks in none', async () => {
    expect(await ahead({ by: 'own', limits: [0, 10, 20] })).toMatchObject({
      limits: [0, 10, 20],
      labels: ['under 0', '0 to 9.99', '10 to 19.99', '20 and more'],
      counts: [1, 3, 2, 2],
      least: -5,
      most: 40,
      step: 0.5,
    });
  });

  it('says the labels of a person’s own as soon as they are as many', async () => {
    const own = { by: 'own', limits: [10] };
    expect((await ahead({ ...own, labels: ['low', 'high'] }))?.labels).toEqual(['low', 'high']);
    expect((await ahead({ ...own, labels: ['low', 'middle', 'high'] }))?.labels).toEqual([
      'under 10',
      '10 and more',
    ]);
  });

  it('knows nothing of unfinished choices and of a blank column', async () => {
    expect(await ahead({ by: 'own' })).toBeNull();
    expect(await ahead({ by: 'own', limits: [] })).toBeNull();
    expect(await binsAhead(table({ a: [null, null] }), { column: 'a', by: 'count' }, unwatched)).toBeNull();
  });

  it('is what the step does, for every way, and its bars hold every value', async () => {
    const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 });
    const way = fc.constantFrom('width', 'count', 'round', 'deviations', 'natural');
    await fc.assert(
      fc.asyncProperty(numbers, way, fc.integer({ min: 2, max: 9 }), async (x, by, bins) => {
        const params = { column: 'x', by, bins } as const;
        const seen = (await binsAhead(table({ x }), params, unwatched))!;
        const done = await learnAndApply(bin, table({ x }), params);
        const cells = cellsOf(done.table).x_bin!;
        expect(seen.counts).toEqual(
          seen.labels.map((label) => cells.filter((cell) => cell === label).length),
        );
        const { counts, below, above } = seen.histogram;
        expect(counts.reduce((sum, count) => sum + count, below + above)).toBe(x.length);
      }),
      { numRuns: 60 },
    );
  });
});
