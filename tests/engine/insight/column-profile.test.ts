import { describe, expect, it } from 'vitest';
import { columnProfile } from '../../../src/engine/insight/column-profile';
import { unwatched } from '../../../src/engine/work';
import { columnFrom, textColumn } from '../../support/tables';

const profile = (cells: Parameters<typeof columnFrom>[0]) => columnProfile(columnFrom(cells), unwatched);

describe('columnProfile', () => {
  it('gives of numbers where they stand, their mean and the frequent ones', async () => {
    // pandas: Series([2, 4, 4, 4, 5, 5, 7, 9]).describe() and .std(ddof=0)
    expect(await profile([2, 4, 4, null, 4, 5, 5, 7, 9])).toMatchObject({
      rows: 9,
      missing: 1,
      distinct: 5,
      quantiles: [2, 2.7, 4, 4.5, 5.5, 8.299999999999999, 9],
      mean: 5,
      deviation: 2,
      frequent: [
        { value: 4, count: 3 },
        { value: 5, count: 2 },
        { value: 2, count: 1 },
        { value: 7, count: 1 },
        { value: 9, count: 1 },
      ],
      lengths: null,
    });
  });

  it('names no frequent value where all are different', async () => {
    expect((await profile([3, 1, 2])).frequent).toEqual([]);
    expect((await profile(['a', 'b', null])).frequent).toEqual([]);
  });

  it('gives of dates the span, of text the lengths', async () => {
    const days = [new Date('2024-01-31'), new Date('2024-01-01'), null];
    const { quantiles } = await profile(days);
    expect([quantiles?.[0], quantiles?.at(-1)]).toEqual([Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 31)]);
    expect(await profile(['York', 'Leeds', 'York', null])).toMatchObject({
      distinct: 2,
      frequent: [
        { value: 'York', count: 2 },
        { value: 'Leeds', count: 1 },
      ],
      lengths: { least: 4, most: 5 },
      quantiles: null,
      mean: null,
    });
  });

  it('gives yes and no in the words of the file', async () => {
    expect((await profile([true, false, true, null])).frequent).toEqual([
      { value: 'yes', count: 2 },
      { value: 'no', count: 1 },
    ]);
  });

  it('has nothing to say of a blank column', async () => {
    expect(await columnProfile(textColumn([null, null]), unwatched)).toMatchObject({
      missing: 2,
      distinct: 0,
      frequent: [],
      lengths: null,
    });
    expect(await profile([null])).toMatchObject({ quantiles: null, mean: null, frequent: [] });
  });
});
