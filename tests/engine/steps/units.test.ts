import { describe, expect, it } from 'vitest';
import { append } from '../../../src/engine/steps/append';
import { changeType } from '../../../src/engine/steps/change-type';
import { join } from '../../../src/engine/steps/join';
import { limit } from '../../../src/engine/steps/limit';
import { metaOf } from '../../../src/engine/table/meta';
import { packCells, packTable, unpackTable } from '../../../src/engine/table/packed';
import { columnNames, columnOf } from '../../../src/engine/table/table';
import { table } from '../../support/tables';
import { learnAndApply } from './apply';

const units = (of: Parameters<typeof metaOf>[0]) => Object.fromEntries(metaOf(of).units);
const orders = (sign: string | null) =>
  table(
    { who: ['a', 'b'], paid: [1, 2], off: [0.1, 0.2] },
    { units: new Map([...(sign === null ? [] : [['paid', sign] as const]), ['off', '%'] as const]) },
  );
const sources = (...tables: ReturnType<typeof table>[]) =>
  new Map(tables.map((one, index) => [index, { name: `${index}.csv`, table: one }]));

describe('what columns are counted in', () => {
  it('is kept by append where the files agree or one says nothing, and given up where they differ', async () => {
    const appended = async (one: string | null, other: string | null) => {
      const given = sources(orders(one), orders(other));
      return units((await learnAndApply(append, orders(one), { sources: [1] }, given)).table);
    };
    expect(await appended('€', '€')).toEqual({ paid: '€', off: '%' });
    expect(await appended(null, '€')).toEqual({ paid: '€', off: '%' });
    expect(await appended('$', '€')).toEqual({ off: '%' });
  });

  it('comes along with a join, under the name a column gets', async () => {
    const people = table({ id: ['a', 'b'], limit: [10, 20] }, { units: new Map([['limit', 'CHF']]) });
    const params = {
      source: 1, left: 'who', right: 'id', matching: 'exact' as const, how: 'left' as const,
      columns: [{ column: 'limit', as: 'credit' }],
    }; // prettier-ignore
    const joined = await learnAndApply(join, orders('€'), params, sources(orders('€'), people));
    expect(units(joined.table)).toEqual({ paid: '€', off: '%', credit: 'CHF' });
  });

  it('is what the format of change-type says, stays where another step changes cells, and goes with the numbers', async () => {
    const words = table({ paid: ['€1.00', '$2.00'] });
    const read = { column: 'paid', to: 'number' as const, format: '€1,234.56' };
    const made = (await learnAndApply(changeType, words, read)).table;
    expect([units(words), units(made)]).toEqual([{}, { paid: '€' }]);
    const bound = { column: 'paid', to: 0.5, outside: 'blank' as const };
    const limited = (await learnAndApply(limit, made, bound)).table;
    expect(units(limited)).toEqual({ paid: '€' });
    const text = (await learnAndApply(changeType, made, { column: 'paid', to: 'text' })).table;
    expect(units(text)).toEqual({});
  });

  it('survives being stored', () => {
    const before = orders('£');
    const cells = columnNames(before).map((name) => packCells(columnOf(before, name)));
    expect(units(unpackTable(packTable(before), cells))).toEqual({ paid: '£', off: '%' });
    const { units: _units, ...older } = packTable(before);
    expect(units(unpackTable(older, cells))).toEqual({});
  });
});
