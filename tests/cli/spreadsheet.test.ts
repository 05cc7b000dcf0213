import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cells, workplace } from './runner';

const RETAIL = fileURLToPath(
  new URL('../../../shared/data/excel/online_retail_II_two_sheets_sample.xlsx', import.meta.url),
);
const { folder, tessera, text, json } = workplace();

// Rows and customers counted in the sheets' own XML.
describe.skipIf(!existsSync(RETAIL))('tessera on a workbook (skipped where ../shared/data is absent)', () => {
  it('segments a sheet, and the other one by the recipe', { timeout: 60_000 }, () => {
    const outputs = ['--json', 'found.json', '--save-recipe', 'retail.recipe.json'];
    const { code, err } = tessera(RETAIL, '--rows', 'source', '--out', 'rows.csv', ...outputs);
    expect([code, err]).toEqual([0, '']);
    expect(json('found.json').sources[0]).toMatchObject({ sheet: 'Year 2010-2011', rows: 499 });
    expect(json('found.json').customers).toBe(29);
    const labelled = cells(text('rows.csv').replace(/"[^"]*"/g, ''));
    expect(labelled).toHaveLength(500);
    expect(labelled[1]!.slice(0, 5)).toEqual([
      '536365',
      '85123A',
      'WHITE HANGING HEART T-LIGHT HOLDER',
      '6',
      '2010-12-01 08:26:00',
    ]);

    const recipe = text('retail.recipe.json').replaceAll('Year 2010-2011', 'Year 2009-2010');
    writeFileSync(join(folder, 'other.recipe.json'), recipe);
    expect(tessera(RETAIL, '--recipe', 'other.recipe.json', '--json', 'other.json').code).toBe(0);
    expect(json('other.json').sources[0]).toMatchObject({ sheet: 'Year 2009-2010', rows: 499 });
    expect(json('other.json').customers).toBe(25);

    const lost = recipe.replaceAll('Year 2009-2010', 'Year 2012');
    writeFileSync(join(folder, 'lost.recipe.json'), lost);
    const refused = tessera(RETAIL, '--recipe', 'lost.recipe.json', '--json', '-');
    expect([refused.code, refused.err]).toEqual([
      1,
      'tessera: online_retail_II_two_sheets_sample.xlsx: it has no sheet named "Year 2012"\n',
    ]);
  });
});
