import { describe, expect, it } from 'vitest';
import { segmentationOf } from '../../../src/engine/insight/segmentation-of';
import { run } from '../../../src/engine/recipe/run';
import { unwatched } from '../../../src/engine/work';
import { recipeOf, step } from '../recipe/recipes';
import { table } from '../../support/tables';

const rows = Array.from({ length: 60 }, (_, row) => row);
/** Two kinds of customers: young ones in Bern who spend little, old ones in Oslo who spend much. */
const customers = () =>
  table({
    who: rows.map((row) => `c${row}`),
    town: rows.map((row) => (row < 30 ? 'Bern' : row === 59 ? null : 'Oslo')),
    since: rows.map((row) => new Date(Date.UTC(row < 30 ? 2020 : 2010, row % 12, 1))),
    spent: rows.map((row) => (row < 30 ? 10 + (row % 7) : 900 + row * (row % 5))),
    note: rows.map((row) => (row < 30 ? 'short' : 'a long note of many words')),
  });
const recipe = recipeOf(
  [
    step('a', 'encode', { column: 'town', with: 'one-hot' }),
    step('b', 'date-parts', { column: 'since', parts: ['age'], referenceDate: '2024-01-01' }),
    step('c', 'transform', { columns: ['spent'], with: 'yeo-johnson' }),
    step('d', 'text-to-numbers', { column: 'note', parts: ['words'] }),
    step('e', 'combine', { how: 'ratio', columns: ['spent', 'since_age'], as: 'per year' }),
    step('f', 'scale', {
      columns: ['town_Bern', 'town_Oslo', 'since_age', 'spent_yeojohnson', 'note_words', 'per year'],
      with: 'z',
    }),
    step('g', 'segment', {
      columns: [
        'town_Bern_z',
        'town_Oslo_z',
        'since_age_z',
        'spent_yeojohnson_z',
        'note_words_z',
        'per year_z',
      ],
      k: 2,
      seed: 1,
    }),
  ],
  ['who', 'town', 'since', 'spent', 'note'],
);

describe('columns made of others', () => {
  it('group customers, who are described by them', async () => {
    const outcome = await run(recipe, customers(), { mode: 'learn', work: unwatched });
    const segmentation = (await segmentationOf(recipe, outcome, [], unwatched))!;
    expect(segmentation.segments.map(({ size }) => size)).toEqual([30, 30]);
    expect(segmentation.features.map(({ column }) => column)).toEqual(
      expect.arrayContaining(['town_Bern', 'town_Oslo', 'since_age', 'spent', 'note_words', 'per year']),
    );
  });

  it('are made of later customers with what was learnt', async () => {
    const learnt = await run(recipe, customers(), { mode: 'learn', work: unwatched });
    const later = table({
      who: ['x', 'y'],
      town: ['Bern', 'Paris'],
      since: [new Date(Date.UTC(2020, 1, 1)), null],
      spent: [12, 5000],
      note: ['short', null],
    });
    const again = await run(recipe, later, { mode: 'reuse', fits: learnt.fits, work: unwatched });
    expect(again.steps.map(({ counts }) => counts.unseen ?? 0)).toEqual([1, 0, 0, 0, 0, 0, 0]);
    // Who lacks a value is in no segment.
    expect(
      [...(again.table.array('segment') as Iterable<string | null>)].map((name) => name === null),
    ).toEqual([false, true]);
  });
});
