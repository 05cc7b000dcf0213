import { describe, expect, it } from 'vitest';
import { renamedRead } from '../../../src/engine/files/renamed-read';
import { checkContract, isBroken } from '../../../src/engine/insight/check-contract';
import { nameLikeness } from '../../../src/engine/insight/match-columns';
import { understand } from '../../../src/engine/insight/understand';
import { parseRecipe } from '../../../src/engine/recipe/parse';
import type { Recipe } from '../../../src/engine/recipe/schema';
import { unwatched } from '../../../src/engine/work';
import { hasRealFiles, read, realFile } from '../../support/files';
import { readTable } from '../../../src/engine/files/read-table';
import { lines } from './understood';

const orders = (
  header = 'customer_id,order_no,order_date,amount,channel',
  amount = (at: number) => `${(at % 50) + 1}.5`,
) =>
  lines(header, 120, (at) =>
    [
      `C${at % 30}`,
      `A${at >> 1}`,
      `2024-0${1 + (at % 9)}-1${at % 8}`,
      amount(at),
      ['shop', 'web', 'phone'][at % 3],
    ].join(','),
  );

async function recipeOf(text: string): Promise<Recipe> {
  const { recipe } = await understand(await read(text), {}, unwatched);
  if (!recipe.ok) throw new Error(recipe.code);
  return recipe.recipe;
}

const compared = async (text: string, recipe?: Recipe) =>
  checkContract(recipe ?? (await recipeOf(orders())), await read(text), unwatched);
const codes = ({ differences }: Awaited<ReturnType<typeof compared>>) =>
  differences.map(({ code, column, severity }) => [code, column, severity]);

describe('the contract of a file', () => {
  it('is kept in the recipe and survives being saved', async () => {
    const recipe = await recipeOf(orders());
    expect(parseRecipe(JSON.stringify(recipe))).toEqual(recipe);
    const { rows, columns } = recipe.sources[0]!.contract!;
    expect(rows).toBe(120);
    expect(columns.find(({ name }) => name === 'amount')).toEqual({
      name: 'amount',
      blank: 0,
      unique: false,
      range: [1.5, 50.5],
    });
    expect(columns.find(({ name }) => name === 'channel')?.categories).toEqual(['shop', 'web', 'phone']);
    // Thirty customers are no categories.
    expect(columns.find(({ name }) => name === 'customer_id')).not.toHaveProperty('categories');
  });

  it('is kept by the same file, and by one of another month', async () => {
    expect(await compared(orders())).toEqual({ differences: [], names: [], spare: [] });
    const later = orders()
      .replaceAll('2024-', '2025-')
      .replaceAll(/\bA(\d)/g, 'B$1');
    expect(codes(await compared(later))).toEqual([]);
  });

  it('proposes for a missing column the one of its role or name, and is whole once that is taken', async () => {
    const text = orders('kunde,order_no,Order-Date,amount,channel');
    const found = await compared(text);
    expect(codes(found)).toEqual([
      ['renamed', 'customer_id', 'breaks'],
      ['renamed', 'order_date', 'breaks'],
    ]);
    expect(found.names).toEqual([
      { column: 'customer_id', found: 'kunde', reason: 'role' },
      { column: 'order_date', found: 'Order-Date', reason: 'same-name' },
    ]);
    const names = new Map([
      ['kunde', 'customer_id'],
      ['Order-Date', 'order_date'],
    ]);
    const renamed = renamedRead(await read(text), names);
    expect((await checkContract(await recipeOf(orders()), renamed, unwatched)).differences).toEqual([]);
    expect(renamed.report.named).toEqual([...names]);
    const again = renamedRead(renamed, new Map([['customer_id', 'who']]));
    expect(again.report.named).toEqual([
      ['kunde', 'who'],
      ['Order-Date', 'order_date'],
    ]);
  });

  it('breaks where a needed column is gone or of another kind, and only notes the others', async () => {
    const gone = lines(
      'customer_id,order_no,order_date,weight',
      60,
      (at) => `C${at % 20},A${at},2024-01-1${at % 9},${at}`,
    );
    expect(codes(await compared(gone))).toEqual([
      ['missing', 'amount', 'breaks'],
      ['missing', 'channel', 'note'],
      ['new', 'weight', 'note'],
    ]);
    const words = orders(undefined, (at) => (at % 2 ? 'many' : 'few'));
    const found = await compared(words);
    expect(found.differences[0]).toEqual({
      code: 'kind',
      column: 'amount',
      severity: 'breaks',
      details: { was: 'number', is: 'text' },
    });
    expect(isBroken(found)).toBe(true);
    // Customers are told apart by numbers as well as by text.
    const clients = orders('buyer,order_no,order_date,amount,channel');
    const numbered = clients.replaceAll(/^C(\d+)/gm, '9$1');
    expect(codes(await compared(numbered, await recipeOf(clients)))).toEqual([['kind', 'buyer', 'differs']]);
  });

  it('tells numbers far out of range, and new categories', async () => {
    const cents = orders(undefined, (at) => `${((at % 50) + 1) * 100 + 50}`).replaceAll(',phone', ',app');
    const found = await compared(cents);
    expect(codes(found)).toEqual([
      ['range', 'amount', 'differs'],
      ['categories', 'channel', 'note'],
    ]);
    // Least and most were 1.5 and 50.5: beyond 99.5 is far. All 120 amounts are from 150 up.
    expect(found.differences[0]!.details).toEqual({ count: 120, least: 1.5, most: 50.5, value: 5050 });
    expect(found.differences[1]!.details).toEqual({ count: 1, values: 'app' });
    expect(isBroken(found)).toBe(true);
    expect(isBroken({ differences: found.differences.slice(1) })).toBe(false);
  });

  it('tells keys that repeat and blanks that rose', async () => {
    const people = (id: (at: number) => number, income: (at: number) => string) =>
      lines('id,income,visits', 80, (at) => `${id(at)},${income(at)},${at % 13}`);
    const recipe = await recipeOf(
      people(
        (at) => at,
        (at) => `${at * 97}`,
      ),
    );
    const used = {
      ...recipe,
      steps: [
        ...recipe.steps,
        { id: 'x', op: 'drop-missing', version: 1, enabled: true, params: { columns: ['id'] } },
      ],
    };
    const found = await compared(
      people(
        (at) => at >> 1,
        (at) => (at % 2 ? '' : `${at * 97}`),
      ),
      used,
    );
    expect(codes(found)).toContainEqual(['repeats', 'id', 'differs']);
    expect(codes(found)).toContainEqual(['blanks', 'income', 'differs']);
  });

  it('is not asked of a recipe that has none: names and kinds are', async () => {
    const recipe = await recipeOf(orders());
    const { contract: _, ...source } = recipe.sources[0]!;
    expect(
      codes(
        await compared(
          orders(undefined, (at) => `${at * 1e6}`),
          { ...recipe, sources: [source] },
        ),
      ),
    ).toEqual([]);
  });
});

describe.skipIf(!hasRealFiles)('the contract, on real files (needs the shared data folder)', () => {
  it('is kept by the file it was learnt from', async () => {
    const path = 'customers/marketing_campaign_semicolon.csv';
    const first = await understand(await readTable(realFile(path), {}, unwatched), {}, unwatched);
    if (!first.recipe.ok) throw new Error(first.recipe.code);
    const again = await readTable(realFile(path), {}, unwatched);
    expect((await checkContract(first.recipe.recipe, again, unwatched)).differences).toEqual([]);
  });
});

describe('nameLikeness', () => {
  it('sees through case and marks, and counts common pairs of letters', () => {
    expect(nameLikeness('Customer ID', 'customer_id')).toBe(1);
    // ni-ig-gh-ht and na-ac-ch-ht share ht: 2 × 1 of 8 pairs (Dice 1945).
    expect(nameLikeness('night', 'nacht')).toBe(0.25);
    expect(nameLikeness('a', 'b')).toBe(0);
  });
});
