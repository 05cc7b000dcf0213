import { describe, expect, it } from 'vitest';
import { spellingsOf } from '../../../../src/engine/insight/spellings/spellings-view';
import { unwatched } from '../../../../src/engine/work';
import { table } from '../../../support/tables';
import { refusal } from '../../steps/apply';

const towns = () =>
  table({
    town: ['Zürich', 'zurich', 'Zürich', 'Bern', 'bern', 'Basel', null, 'Bern', 'Bern'],
    n: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  });

describe('spellings for a person to accept', () => {
  it('are the best groups, how many there are, and the cells of texts asked for', async () => {
    const asked = ['Basel', 'Bern', 'Genf'];
    const { groups, total, rows } = await spellingsOf(towns(), 'town', asked, 1, unwatched);
    expect([groups.map(({ to }) => to), total]).toEqual([['Bern'], 2]);
    expect(rows).toEqual([
      ['Basel', 1],
      ['Bern', 3],
      ['Genf', 0],
    ]);
  });

  it('are those of a text column', async () => {
    expect(await refusal(spellingsOf(towns(), 'n', [], 10, unwatched))).toMatchObject({
      code: 'wrong-kind',
    });
  });
});
