import { describe, expect, it } from 'vitest';
import { columnFacts } from '../../../src/engine/insight/column-facts';
import { matchColumns } from '../../../src/engine/insight/match-columns';
import type { ColumnContract } from '../../../src/engine/recipe/contract';
import type { RecipeSource } from '../../../src/engine/recipe/schema';
import { unwatched } from '../../../src/engine/work';
import { read } from '../../support/files';
import { recipeOf } from '../recipe/recipes';
import { lines } from './understood';

const source = (
  columns: RecipeSource['columns'],
  contract: (Partial<ColumnContract> & { name: string })[] = [],
): RecipeSource => ({
  ...recipeOf([]).sources[0]!,
  columns,
  contract: { rows: 60, columns: contract.map((one) => ({ blank: 0, unique: false, ...one })) },
});
const WORDS = ['shop', 'web', 'phone', 'fair'];
const file = (header: string) =>
  read(lines(header, 60, (at) => [WORDS[at % 4], ['a', 'b'][at % 2], at % 10, 500 + at].join(',')));

async function proposed(of: RecipeSource, header: string) {
  const { table, report } = await file(header);
  const facts = await columnFacts(table, report, unwatched);
  return matchColumns(of, facts, []).map(({ column, found, reason }) => [column, found, reason]);
}

describe('columns of another name', () => {
  const text = (name: string) => ({ name, kind: 'text' as const, role: null });
  const number = (name: string) => ({ name, kind: 'number' as const, role: null });

  it('are found by a name that is only written otherwise, before all else', async () => {
    const of = source([text('sales_way')], [{ name: 'sales_way', categories: ['a', 'b'] }]);
    expect(await proposed(of, 'Sales Way,letter,n,m')).toEqual([['sales_way', 'Sales Way', 'same-name']]);
  });

  it('are found by their words, whatever they are called', async () => {
    const of = source([text('Kanal')], [{ name: 'Kanal', categories: ['Shop', 'web', 'phone'] }]);
    expect(await proposed(of, 'where_from,letter,n,m')).toEqual([['Kanal', 'where_from', 'values']]);
    const others = source([text('Kanal')], [{ name: 'Kanal', categories: ['north', 'south'] }]);
    expect(await proposed(others, 'where_from,letter,n,m')).toEqual([]);
  });

  it('are found by a name somewhat alike where the numbers lie in the same range, not by the range alone', async () => {
    const of = source([number('score_total')], [{ name: 'score_total', range: [0, 9] }]);
    expect(await proposed(of, 'a,b,total_pts,score_of_year')).toEqual([
      ['score_total', 'total_pts', 'name-and-values'],
    ]);
    expect(await proposed(of, 'a,b,zzz,yyy')).toEqual([]);
  });

  it('are each proposed once', async () => {
    const of = source(
      [text('Kanal'), text('Weg')],
      ['Kanal', 'Weg'].map((name) => ({ name, categories: WORDS })),
    );
    expect(await proposed(of, 'where_from,letter,n,m')).toEqual([['Kanal', 'where_from', 'values']]);
  });
});
