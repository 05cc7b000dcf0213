import { describe, expect, it } from 'vitest';
import { run } from '../../../../src/engine/recipe/run';
import { readTable } from '../../../../src/engine/files/read-table';
import type { Recipe } from '../../../../src/engine/recipe/schema';
import { columnOf } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import { hasRealFiles, realFile } from '../../../support/files';
import expected from '../../../expectations/suggestions/counts.json';
import { cleaned, done, named, suggested, type Case } from './suggested';

const FILES = {
  hr: 'customers/HR_analysis.csv',
  credit: 'customers/credit_data.csv',
  campaign: 'customers/marketing_campaign_semicolon.csv',
  telco: 'customers/WA_Fn-UseC_-Telco-Customer-Churn.csv',
  superstore: 'transactions/Sample - Superstore.csv',
  retail: 'transactions/online_retail_2010-2011.csv',
};
const known = new Map<string, Promise<Case>>();

/** Each file is read once. */
function opened(name: keyof typeof FILES): Promise<Case> {
  const read = async () => suggested(await readTable(realFile(FILES[name]), {}, unwatched));
  const of = known.get(name) ?? read();
  known.set(name, of);
  return of;
}

const cellsBy = ({ suggestions }: Case, codes: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    suggestions
      .filter(({ code }) => codes.includes(code))
      .map(({ columns, effect }) => [columns[0]!, effect.cells]),
  );

/** All that the segments of the automatic recipe hang on: its steps but for filling blanks, and each cell that the last one reads. */
async function groundOf({ table, understanding }: Pick<Case, 'table' | 'understanding'>, own: number) {
  const { recipe } = understanding as { recipe: { ok: true; recipe: Recipe } };
  const steps = recipe.recipe.steps.slice(own);
  const segment = steps.at(-1)!;
  const before = { ...recipe.recipe, steps: steps.slice(0, -1) };
  const ran = await run(before, table, { mode: 'learn', work: unwatched });
  const { columns } = segment.params as unknown as { columns: string[] };
  return {
    steps: steps.filter(({ op }) => op !== 'fill-missing').map(({ op, params }) => [op, params]),
    cells: columns.map((name) => [...columnOf(ran.table, name)]),
  };
}

const TITLE = 'suggestions for the real files (skipped without ../shared/data)';

describe.runIf(hasRealFiles)(TITLE, { timeout: 30_000 }, () => {
  it.each(Object.keys(FILES) as (keyof typeof FILES)[])('count what their steps do: %s', async (name) => {
    const of = await opened(name);
    for (const one of of.suggestions) expect([one.id, await done(of, one)]).toEqual([one.id, one.effect]);
  });

  it('find the copies in HR_analysis, and nothing once they are gone', async () => {
    const of = await opened('hr');
    expect(named(of, 'copies')).toMatchObject({ effect: { rows: expected.hr.copies }, safe: false });
    const { table, left } = await cleaned(of, of.suggestions);
    expect(table.numRows()).toBe(expected.hr.rows - expected.hr.copies);
    expect(left).toEqual([]);
  });

  it('fill every blank cell of credit_data', async () => {
    const of = await opened('credit');
    expect(cellsBy(of, ['blank'])).toEqual(expected.credit.blanks);
    expect(cellsBy(of, ['odd-categories'])).toEqual({ Home: expected.credit.rareHome.ignore });
    expect(named(of, 'copies')?.effect.rows).toBe(expected.credit.copies);
    const { understanding, left } = await cleaned(of, of.suggestions);
    expect(understanding.columns.filter(({ missing }) => missing > 0)).toEqual([]);
    expect(left).toEqual([]);
  });

  it('fill the blank charges of Telco', async () => {
    const of = await opened('telco');
    expect(cellsBy(of, ['blank'])).toEqual(expected.telco.blanks);
    expect(of.suggestions.map(({ code }) => code)).toEqual(['blank']);
    expect((await cleaned(of, of.suggestions)).left).toEqual([]);
  });

  it('find what is odd in marketing_campaign, all of it safe', async () => {
    const of = await opened('campaign');
    const { income666666, impossibleBirths, blanks, rareMarital, constants } = expected.campaign;
    const rare = Object.values(rareMarital).reduce((sum, count) => sum + count, 0);
    expect(of.suggestions.map(({ code, columns, effect }) => [code, columns, effect.cells])).toEqual([
      ['placeholder', ['Income'], income666666],
      ['impossible-birth', ['Year_Birth'], impossibleBirths],
      ['blank', ['Income'], blanks.Income],
      ['odd-categories', ['Marital_Status'], rare],
      ['constant', constants, 0],
    ]);
    expect(of.suggestions.filter(({ safe }) => !safe)).toEqual([]);
    const { outcomes, table, left } = await cleaned(of, of.suggestions);
    // The placeholder is blank by then, and filled with the others.
    expect(outcomes.map(({ counts }) => Object.values(counts)[0])).toEqual([
      income666666,
      impossibleBirths,
      blanks.Income + income666666,
      rare,
      constants.length,
    ]);
    expect(table.numCols()).toBe(29 - constants.length);
    expect(left).toEqual([]);
  });

  it('find white space to spare in Superstore, and no more', async () => {
    const of = await opened('superstore');
    expect(of.suggestions.map(({ code }) => code)).toEqual(['blanks-within']);
    expect(named(of, 'blanks-within')?.effect.cells).toBe(expected.superstore.extraBlanks['Product Name']);
    expect((await cleaned(of, of.suggestions)).left).toEqual([]);
  });

  it('find copies, returns, free lines and blanks in Online Retail', async () => {
    const of = await opened('retail');
    expect(named(of, 'copies')?.effect.rows).toBe(expected.retail.copies);
    expect(named(of, 'returns')?.effect.rows).toBe(expected.retail.returns);
    expect(named(of, 'free')?.effect.rows).toBe(expected.retail.free);
    expect(named(of, 'ids-end-in-zero')?.effect.cells).toBe(expected.retail.endInZero);
    expect(named(of, 'extra-blanks')?.effect.cells).toBe(expected.retail.extraBlanks.Description);
  });

  it.each(['credit', 'campaign', 'superstore', 'retail'] as const)(
    'leave the segments as they are with all that is safe: %s',
    async (name) => {
      const of = await opened(name);
      const safe = of.suggestions.filter((one) => one.safe);
      expect(safe.filter(({ why }) => why === 'filled-alike').map(({ columns }) => columns[0])).toEqual(
        name === 'credit' ? ['Assets', 'Debt'] : [],
      );
      const after = await cleaned(of, safe);
      expect(await groundOf(after, safe.length)).toEqual(await groundOf(of, 0));
    },
  );
});
