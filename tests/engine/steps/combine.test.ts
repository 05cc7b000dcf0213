import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { combine } from '../../../src/engine/steps/combine';
import type { Params } from '../../../src/engine/steps/combine/params';
import { metaOf } from '../../../src/engine/table/meta';
import { unwatched } from '../../../src/engine/work';
import { hasRealFiles, realFile } from '../../support/files';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply, refusal } from './apply';
import { keepsTheLaws } from './laws';

type Cells = Record<string, (number | null)[]>;
// pandas 1.5: tests/expectations/combine/combine.py
const PANDAS = JSON.parse(
  readFileSync(new URL('../../expectations/combine/combine.json', import.meta.url), 'utf8'),
) as {
  small: { cells: Cells; made: Cells };
  days: Record<'from' | 'to', (string | null)[]> & { made: (number | null)[] };
  files: { numbers: { file: string; columns: string[]; made: Record<string, number> } };
};
const WAYS = ['sum', 'mean', 'min', 'max', 'product', 'difference', 'ratio'] as const;
const taking = (how: string, columns: readonly string[]) =>
  ({
    how,
    columns: ['difference', 'ratio'].includes(how) ? columns.slice(0, 2) : columns,
    as: 'made',
  }) as Params;
const done = async (params: Params, cells: Parameters<typeof table>[0]) => {
  const outcome = await learnAndApply(combine, table(cells), params);
  return { ...outcome, made: cellsOf(outcome.table)[params.as]! };
};

describe('combine', () => {
  it.each(WAYS)('gives what pandas gives: %s', async (how) => {
    const { cells, made: expected } = PANDAS.small;
    const { made } = await done(taking(how, Object.keys(cells)), cells);
    made.forEach((cell, row) => {
      const wanted = expected[how]![row]!;
      expect(cell === null ? null : Number(cell)).toEqual(
        wanted === null ? null : expect.closeTo(wanted, 12),
      );
    });
  });

  it('counts calendar days from one date to another', async () => {
    const { from, to, made: expected } = PANDAS.days;
    const dates = (days: (string | null)[]) => days.map((day) => (day === null ? null : new Date(`${day}Z`)));
    const params: Params = { how: 'days-between', columns: ['from', 'to'], as: 'days' };
    const { made, counts } = await done(params, { from: dates(from), to: dates(to) });
    expect([made, counts]).toEqual([expected, { blank: 1, byZero: 0, tooLarge: 0 }]);
  });

  it('divides safely: what is divided by 0 is blank and counted', async () => {
    const params: Params = { how: 'ratio', columns: ['a', 'b'], as: 'made' };
    const { made, counts } = await done(params, { a: [1, 0, null, 1e308, 6], b: [0, 0, 0, 1e-300, 4] });
    expect([made, counts]).toEqual([[null, null, null, null, 1.5], { blank: 1, byZero: 2, tooLarge: 1 }]);
  });

  it('puts words together, blanks passed over', async () => {
    const cells = {
      first: ['Ada', null, 'Eve', null],
      since: [new Date('2024-01-05Z'), new Date('2024-02-01Z'), null, null],
      orders: [3, 0.5, null, null],
      member: [true, null, false, null],
    };
    const params: Params = { how: 'concatenate', columns: Object.keys(cells), separator: ', ', as: 'made' };
    const { made, counts } = await done(params, cells);
    expect(made).toEqual(['Ada, 2024-01-05, 3, yes', '2024-02-01, 0.5', 'Eve, no', null]);
    expect(counts).toEqual({ blank: 1 });
  });

  it('keeps the currency that all columns have', async () => {
    const cells = { a: [1], b: [2], c: [3] };
    const units = new Map([
      ['a', '€'],
      ['b', '€'],
    ]);
    const unitOf = async (how: string, columns: string[]) =>
      metaOf((await learnAndApply(combine, table(cells, { units }), taking(how, columns))).table).units.get(
        'made',
      );
    expect([
      await unitOf('sum', ['a', 'b']),
      await unitOf('sum', ['a', 'c']),
      await unitOf('product', ['a', 'b']),
      await unitOf('ratio', ['a', 'b']),
    ]).toEqual(['€', undefined, undefined, undefined]);
  });

  it('refuses other kinds, one column, and three where it takes two', async () => {
    const refused = (params: Params, cells: Parameters<typeof table>[0]) => refusal(done(params, cells));
    expect((await refused(taking('sum', ['a', 'b']), { a: [1], b: ['x'] })).code).toBe('wrong-kind');
    const days: Params = { how: 'days-between', columns: ['a', 'b'], as: 'made' };
    expect((await refused(days, { a: [1], b: [2] })).code).toBe('wrong-kind');
    expect(v.is(combine.params, taking('sum', ['a']))).toBe(false);
    expect(v.is(combine.params, { how: 'ratio', columns: ['a', 'b', 'c'], as: 'made' })).toBe(false);
    expect(v.is(combine.params, { how: 'concatenate', columns: ['a', 'b'], as: 'made' })).toBe(false);
  });
});

const numbers = { a: [1.5, null, null, 7], b: [4, 3, null, 0] };
describe.each([
  [taking('sum', ['a', 'b']), numbers, 'Add up a and b as made'],
  [taking('mean', ['a', 'b']), numbers, 'Take the mean of a and b as made'],
  [taking('ratio', ['a', 'b']), numbers, 'Divide a by b as made'],
  [taking('difference', ['a', 'b']), numbers, 'Take a less b as made'],
  [{ ...taking('concatenate', ['a', 'b']), separator: '' }, numbers, 'Put a and b together as made'],
  [
    taking('days-between', ['a', 'b']),
    { a: [new Date(0), null], b: [new Date(1e9), new Date(0)] },
    'Count days from a to b as made',
  ],
] as [Params, Parameters<typeof table>[0], string][])('combine: %j', (params, cells, says) => {
  keepsTheLaws(combine, { params, cells, says, reads: ['a', 'b'], adds: ['made'] });
});

describe.skipIf(!hasRealFiles)('columns of a real file put together, as pandas has them', () => {
  const { file, columns, made: expected } = PANDAS.files.numbers;
  it.each(WAYS)('%s', async (how) => {
    const { table: read } = await readTable(realFile(file), {}, unwatched);
    const { table: after } = await learnAndApply(combine, read, taking(how, columns));
    const sum = cellsOf(after).made!.reduce<number>((all, cell) => all + Number(cell), 0);
    expect(sum / expected[how]!).toBeCloseTo(1, 12);
  });
});
