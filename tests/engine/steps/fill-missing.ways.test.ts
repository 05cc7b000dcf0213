import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { fillMissing } from '../../../src/engine/steps/fill-missing';
import { NumberColumn } from '../../../src/engine/table/columns';
import { metaOf } from '../../../src/engine/table/meta';
import { columnOf, numbers, withColumns } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { hasRealFiles, realFile } from '../../support/files';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply, refusal } from './apply';
import { keepsTheLaws } from './laws';

type Params = Parameters<typeof fillMissing.describe>[0];
type Cells = Parameters<typeof table>[0];
const ways = (way: string, more: object = {}) => ({ columns: ['n'], with: way, ...more }) as Params;
const filled = async (cells: Cells, params: Params) => {
  const { table: after, counts, fit } = await learnAndApply(fillMissing, table(cells), params);
  return { cells: cellsOf(after), counts, fit };
};
const day = (text: string) => new Date(`${text}Z`);
const CITY = { n: [1, null, 3, 10, null, 20, null], city: ['A', 'A', 'A', 'B', 'B', 'B', null] };

describe.each([
  ['median', 'with the median', {}, []],
  ['mean', 'with the mean in its city', { by: 'city' }, ['city']],
  ['most-frequent', 'with the most frequent value', { flag: true }, []],
  ['constant', 'with “7”', { value: 7 }, []],
  ['forward', 'with the value before in its city', { by: 'city' }, ['city']],
  ['backward', 'with the value after', {}, []],
  ['linear', 'on a line between neighbours', {}, []],
  ['time', 'on a line by when', { along: 'when' }, ['when']],
] as const)('fill-missing with %s', (way, words, more, besides) => {
  keepsTheLaws(fillMissing, {
    params: ways(way, more),
    cells: { ...CITY, when: CITY.n.map((_, row) => new Date(row * 1000)) },
    says: `Fill blank n ${words}`,
    reads: ['n', ...besides],
    adds: 'flag' in more ? ['n_was_missing'] : [],
    ...(['median', 'mean', 'most-frequent'].includes(way) && { refusesNothing: 'too-few-values' }),
  });

  it('fills a constant column with its constant', async () => {
    const rows = { n: [5, null, 5], city: ['A', 'A', 'A'], when: [0, 1, 2].map((ms) => new Date(ms)) };
    expect(
      (await filled(rows, ways(way, { ...more, ...(way === 'constant' && { value: 5 }) }))).cells.n,
    ).toEqual([5, 5, 5]);
  });
});

describe('fill-missing', () => {
  it('fills with the value of the row’s group, of all where the group has none or the row has no group', async () => {
    const { cells, fit } = await filled(CITY, ways('median', { by: 'city' }));
    expect(cells.n).toEqual([1, 2, 3, 10, 15, 20, 6.5]);
    expect(fit.columns[0]).toEqual({
      column: 'n',
      value: 6.5,
      groups: [
        { group: 'A', value: 2 },
        { group: 'B', value: 15 },
      ],
    });
  });

  it('takes the value of all for a group it did not learn', async () => {
    const params = ways('median', { by: 'city' });
    const { fit } = await filled(CITY, params);
    const later = table({ n: [null, null], city: ['B', 'new'] });
    expect(cellsOf((await fillMissing.apply(later, params, fit, unwatched)).table).n).toEqual([15, 6.5]);
  });

  it('groups by numbers, days and yes or no, too', async () => {
    for (const by of [
      [2.5, 2.5, 1],
      [true, true, false],
      [day('2024-01-01'), day('2024-01-01'), day('2024-01-02')],
    ]) {
      const { cells } = await filled({ n: [4, null, 9], by }, ways('mean', { by: 'by' }));
      expect(cells.n).toEqual([4, 4, 9]);
    }
  });

  it('takes the smallest of equally frequent values, of every kind', async () => {
    const most = async (cells: Cells[string]) =>
      (await filled({ n: cells }, ways('most-frequent'))).cells.n!.at(-1);
    expect(await most([3, 1, 3, 1, 7, null])).toBe(1);
    expect(await most(['b', 'a', 'b', 'a', 'c', null])).toBe('a');
    expect(await most([true, false, null])).toBe(false);
    const noon = day('2024-05-06T12:30:15.250');
    expect(await most([noon, noon, day('2024-01-01'), null])).toEqual(noon);
  });

  it('carries values of every kind, within groups, and counts what nothing fills', async () => {
    const rows = { n: [null, 'x', null, 'y', null], city: ['A', 'A', 'B', 'B', 'A'] };
    const forward = await filled(rows, ways('forward', { by: 'city' }));
    expect([forward.cells.n, forward.counts]).toEqual([[null, 'x', null, 'y', 'x'], { filled: 1, left: 2 }]);
    expect((await filled(rows, ways('backward'))).cells.n).toEqual(['x', 'x', 'y', 'y', null]);
    expect((await filled({ n: [null, true, null] }, ways('forward'))).cells.n).toEqual([null, true, true]);
  });

  it('interpolates between neighbours only', async () => {
    const { cells, counts } = await filled({ n: [null, 1, null, null, 4, null] }, ways('linear'));
    expect([cells.n, counts]).toEqual([[null, 1, 2, 3, 4, null], { filled: 2, left: 2 }]);
  });

  it('interpolates by dates whatever the order of rows, and leaves a row without a date', async () => {
    const rows = {
      n: [10, null, null, 0, null],
      when: [day('2024-01-11'), day('2024-01-02'), null, day('2024-01-01'), day('2024-01-01')],
    };
    const { cells } = await filled(rows, ways('time', { along: 'when' }));
    expect(cells.n).toEqual([10, 1, null, 0, 0]);
  });

  it('flags what was missing', async () => {
    const { table: after } = await learnAndApply(fillMissing, table(CITY), ways('mean', { flag: true }));
    expect(cellsOf(after).n_was_missing).toEqual([false, true, false, false, true, false, true]);
    expect(metaOf(after).origins.get('n_was_missing')).toBe('n');
  });

  it('refuses to group by what it fills, and to learn of too many groups', async () => {
    expect(fillMissing.refuses!(ways('median', { by: 'n' }))?.code).toBe('bad-params');
    expect(fillMissing.refuses!(ways('time', { along: 'n' }))?.code).toBe('bad-params');
    const many = Array.from({ length: 50_001 }, (_, row) => row);
    const doing = filled({ n: many, id: many }, ways('mean', { by: 'id' }));
    expect((await refusal(doing)).code).toBe('too-many-groups');
  });

  it('refuses the mean of words', async () => {
    expect((await refusal(filled({ n: ['x', null] }, ways('mean')))).code).toBe('wrong-kind');
    expect(fillMissing.needs!(ways('time', { along: 'd' }))).toEqual([
      ['n', ['number']],
      ['d', ['date']],
    ]);
    expect(fillMissing.needs!(ways('forward'))).toEqual([]);
  });
});

type Filled = [row: number, value: number | string | null][];
interface Expected {
  credit: Record<string, Record<string, Filled>>;
  credit_by_job: Record<string, Record<string, Filled>>;
  gold_linear: Filled;
  views_time: Filled;
  views_time_blanks: number;
}
const expected = JSON.parse(
  readFileSync(new URL('../../expectations/missing/missing.json', import.meta.url), 'utf8'),
) as Expected;

describe.skipIf(!hasRealFiles)('real files filled as pandas fills them', () => {
  const open = async (file: string) => (await readTable(realFile(file), {}, unwatched)).table;

  async function holds(
    before: Awaited<ReturnType<typeof open>>,
    params: Params,
    cells: Record<string, Filled>,
  ) {
    const { table: after, counts } = await learnAndApply(fillMissing, before, params);
    for (const [name, rows] of Object.entries(cells)) {
      const column = columnOf(after, name);
      const near = ([row, value]: Filled[number]) => [
        row,
        typeof value === 'number' ? Number(value.toPrecision(12)) : value,
      ];
      const found = rows.map(([row]): Filled[number] => [row, column.at(row) as Filled[number][1]]);
      expect([name, ...found.map(near)]).toEqual([name, ...rows.map(near)]);
    }
    return counts;
  }

  it.each([
    ['credit', {}],
    ['credit_by_job', { by: 'Job' }],
  ] as const)('%s: every way', async (which, more) => {
    const before = await open('customers/credit_data.csv');
    for (const [way, columns] of Object.entries(expected[which])) {
      const params = { columns: Object.keys(columns), with: way, ...more } as Params;
      const counts = await holds(before, params, columns);
      const blanks = Object.values(columns).flat();
      const left = blanks.filter(([, value]) => value === null).length;
      expect(counts.filled).toBe(blanks.length - left);
    }
  });

  it('the price of gold on a line', async () => {
    const params = { columns: ['value'], with: 'linear' } as Params;
    const counts = await holds(await open('timeseries/gold_daily_with_gaps.csv'), params, {
      value: expected.gold_linear,
    });
    expect(counts.filled).toBe(34);
  });

  it('page views on a line by days that are missing and not in order', async () => {
    const read = await open('timeseries/prophet_example_wp_log_R.csv');
    const blanked = numbers(read, 'y').map((value, row) => ([2, 3].includes(row % 5) ? NaN : value));
    const before = withColumns(read, [['y', new NumberColumn(blanked)]]);
    const params = { columns: ['y'], with: 'time', along: 'ds' } as Params;
    const counts = await holds(before, params, { y: expected.views_time });
    expect(counts.filled! + counts.left!).toBe(expected.views_time_blanks);
  });
});
