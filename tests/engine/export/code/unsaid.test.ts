import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../../src/engine/export/code/code-of';
import { UNSAID, writers } from '../../../../src/engine/export/code/writers';
import { TARGETS, type Target } from '../../../../src/engine/export/code/targets';
import { registry } from '../../../../src/engine/recipe/registry';
import type { Recipe, RecipeStep } from '../../../../src/engine/recipe/schema';
import { PLAIN } from '../../../support/files';
import { step } from './learnt-shop';

const recipeOf = (
  steps: readonly RecipeStep[],
  read: Partial<Recipe['sources'][number]['read']> = {},
): Recipe => ({
  format: 'tessera-recipe',
  version: 1,
  sources: [
    {
      name: 'some shop.csv',
      read: { ...PLAIN, header: true, ...read },
      grain: 'customers',
      columns: [
        { name: 'town', kind: 'text', role: null },
        { name: 'spent', kind: 'number', role: null },
      ],
    },
  ],
  steps: [...steps],
});
const said = (steps: readonly RecipeStep[], target: Target, read = {}) =>
  codeOf({ recipe: recipeOf(steps, read), fits: {}, target });

describe('codeOf', () => {
  it('says every step, or why it does not', () => {
    expect([...registry.keys()].filter((op) => writers.has(op) === (UNSAID[op] !== undefined))).toEqual([]);
  });

  it.each(TARGETS)(
    'names in %s a step that is not in the code, and those that need its columns',
    (target) => {
      const code = said(
        [
          step('a', 'sample-rows', { share: 0.5 }),
          step('b', 'formula', { as: 'double', formula: 'matches([town], "a+")' }),
          step('c', 'drop-missing', { columns: ['double'] }),
          step('d', 'drop-missing', { columns: ['town'] }),
        ],
        target,
      );
      expect(code.unsaid).toEqual([
        {
          step: 0,
          says: 'Keep 50 % of the rows by chance',
          reason: UNSAID['sample-rows'],
          weight: 'missing',
        },
        {
          step: 1,
          says: 'Calculate double = matches([town], "a+")',
          reason: 'Its function matches: patterns mean different things in different languages.',
          weight: 'missing',
        },
        {
          step: 2,
          says: 'Set aside rows without double',
          reason: 'It reads double, which a step that is not in this code makes.',
          weight: 'missing',
        },
      ]);
      expect(code.text.match(/NOT IN THIS CODE/g)).toHaveLength(6);
      expect(code.text).toContain('5. Set aside rows without town');
    },
  );

  it('leaves out what reads a column that a step gives another kind, where that step is not in the code', () => {
    const steps = [
      step('a', 'change-type', { column: 'spent', to: 'date', format: 'excel-serial' }),
      step('b', 'formula', { as: 'year', formula: 'year([spent])' }),
      step('c', 'drop-missing', { columns: ['year'] }),
      step('d', 'drop-duplicates', {}),
      step('e', 'drop-missing', { columns: ['town'] }),
    ];
    for (const target of TARGETS)
      expect(said(steps, target).unsaid.map(({ step: at, reason }) => [at, reason])).toEqual([
        [0, 'Numbers that are dates are not written as code.'],
        [1, 'It reads spent, which a step that is not in this code makes.'],
        [2, 'It reads year, which a step that is not in this code makes.'],
        [3, 'Rows are compared without spent and year as they are here: others may count as copies.'],
      ]);
  });

  it('knows a lost column again once a step in the code makes it', () => {
    const steps = [
      step('a', 'formula', { as: 'double', formula: 'matches([town], "a+")' }),
      step('b', 'formula', { as: 'double', formula: '[spent] * 2' }),
      step('c', 'drop-missing', { columns: ['double'] }),
    ];
    expect(said(steps, 'duckdb').unsaid.map(({ step: at }) => at)).toEqual([0]);
  });

  it('changes no segments by hand where the ones drawn on the map are not in the code', () => {
    const steps = [
      step('a', 'segment', { columns: ['spent'], k: 2 }),
      step('b', 'merge-segments', { segments: [1, 2] }),
      step('c', 'lasso-segment', { axes: [1, 2], polygon: [[0, 0], [1, 0], [1, 1]] }),
      step('d', 'merge-segments', { segments: [1, 2] }),
    ]; // prettier-ignore
    const fits = {
      a: { columns: ['spent'], centroids: [[0], [1]], names: ['Few', 'Many'] },
      b: { ids: [1, 1], names: ['All'], keeps: [null], of: ['Few', 'Many'] },
      d: { ids: [1, 1], names: ['All'], keeps: [null], of: ['Few', 'Many'] },
    };
    const { unsaid } = codeOf({ recipe: recipeOf(steps), fits, target: 'python' });
    expect(unsaid.map(({ step: at, reason }) => [at, reason])).toEqual([
      [2, UNSAID['lasso-segment']],
      [3, 'The segments it changes are not in this code.'],
    ]);
  });

  it.each(TARGETS)('says in %s whether customers get segments', (target) => {
    const fits = { b: { columns: ['spent'], centroids: [[0], [1]], names: ['Few', 'Many'] } };
    const segment = step('b', 'segment', { columns: ['spent'], k: 2 });
    const lost = step('a', 'change-type', { column: 'spent', to: 'date', format: 'excel-serial' });
    const codes = [[segment], [lost, segment], []].map((steps) =>
      codeOf({ recipe: recipeOf(steps), fits, target }),
    );
    expect(codes.map(({ segments }) => segments)).toEqual(['given', 'lost', 'none']);
    expect(codes.map(({ text }) => text.includes('NO SEGMENTS'))).toEqual([false, true, false]);
    expect(codes.map(({ text }) => text.includes('the segments found before'))).toEqual([true, false, false]);
  });

  it('names the function of a formula that a database cannot say', () => {
    const formula = step('a', 'formula', { as: 'cut', formula: 'round([spent], [spent])' });
    const title = step('b', 'formula', { as: 'title', formula: 'proper([town])' });
    expect(said([formula, title], 'bigquery').unsaid.map(({ reason }) => reason)).toEqual([
      'Its function round takes only a number that is written out there.',
      'Its function proper is not written as code here.',
    ]);
    expect(said([formula, title], 'python').unsaid).toEqual([]);
  });

  it('passes over steps that are switched off', () => {
    const off = { ...step('a', 'drop-missing', { columns: ['town'] }), enabled: false };
    expect(said([off], 'duckdb').text).not.toContain('Set aside');
  });

  it('says that patterns differ, and what a database cannot write', () => {
    const clean = step('a', 'clean-text', { columns: ['town'], unicode: 'NFC' });
    const find = step('b', 'replace-text', {
      columns: ['town'],
      find: 'a+',
      with: 'b',
      as: 'pattern',
      where: 'anywhere',
    });
    expect(said([clean, find], 'python').unsaid.map(({ step: at }) => at)).toEqual([1]);
    expect(said([clean, find], 'duckdb').unsaid.map(({ step: at }) => at)).toEqual([0, 1]);
  });

  it('says what of the reading the code does not do', () => {
    expect(said([], 'python', { mend: true }).unsaid).toEqual([
      {
        step: null,
        says: 'some shop.csv',
        reason: 'Rows with too many or too few cells were mended here; the script does not mend.',
        weight: 'missing',
      },
    ]);
  });

  it.each([
    ['shop.xlsx', 'Orders', 'the sheet'],
    ['shop.sqlite', 'orders', 'the table of the database'],
    ['shop.db', 'orders', 'the table of the database'],
    ['shop', 'orders', 'the sheet or table'],
    ['shop.parquet', undefined, 'the Parquet file'],
  ])('says what of %s is to be saved as text for Python', (name, sheet, what) => {
    const recipe = recipeOf([], sheet === undefined ? {} : { sheet });
    const [source] = recipe.sources;
    const named = { ...recipe, sources: [{ ...source!, name }] };
    expect(codeOf({ recipe: named, fits: {}, target: 'python' }).unsaid.map(({ reason }) => reason)).toEqual([
      `The script reads delimited text: save ${what} as CSV first.`,
    ]);
  });

  it('reads a table named after the file', () => {
    const { ending, text } = said([], 'duckdb');
    expect(ending).toBe('duckdb.sql');
    expect(text).toContain('FROM "some_shop"');
  });

  it('parts catalogue, schema and table at points', () => {
    const { text } = codeOf({
      recipe: recipeOf([]),
      fits: {},
      target: 'bigquery',
      table: 'lake.shop.orders',
    });
    expect(text).toContain('FROM `lake`.`shop`.`orders`');
  });
});
