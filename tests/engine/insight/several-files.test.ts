import { describe, expect, it } from 'vitest';
import { planFiles } from '../../../src/engine/insight/several-files';
import { prepare } from '../../../src/engine/insight/prepare';
import { plannedFiles, plannedSteps } from '../../../src/engine/insight/source-steps';
import { understand } from '../../../src/engine/insight/understand';
import { readTable } from '../../../src/engine/files/read-table';
import { columnNames } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import expected from '../../expectations/several-files/join.json';
import { fileOf, hasRealFiles, realFile } from '../../support/files';

const readAll = (...texts: string[]) =>
  Promise.all(texts.map((text, i) => readTable(fileOf(text, `${i}.csv`), {}, unwatched)));
const planOf = async (...texts: string[]) => planFiles(await readAll(...texts), unwatched);

const month = (m: string, name = 'customer_id') =>
  [
    `order_id,${name},date,amount`,
    ...Array.from({ length: 24 }, (_, i) => `${m}${i},C${i % 8},2024-${m}-${10 + (i % 12)},${i + 0.5}`),
  ].join('\n');
const customers = [
  'customer_id,email,country',
  ...Array.from({ length: 9 }, (_, i) => `C${i},c${i}@shop.example,${i % 2 ? 'France' : 'Spain'}`),
].join('\n');

describe('planFiles', () => {
  it('reads files of one shape as one, in the order given', async () => {
    const { first, joins, unrelated } = await planOf(month('10'), month('11'), month('12'));
    expect([first.files, first.rows, joins, unrelated]).toEqual([[0, 1, 2], [24, 24, 24], [], []]);
    expect(first.columns.every(({ from }) => !from.includes(null))).toBe(true);
  });

  it('lists columns that differ, and sees by its meaning which one was renamed', async () => {
    const other = month('11', 'client').replace('amount', 'amount,coupon').replaceAll(/\.5$/gm, '.5,X');
    const { first } = await planOf(month('10'), other);
    expect(first.renamed).toEqual([{ column: 'client', as: 'customer_id' }]);
    expect(first.columns.map(({ name, from }) => [name, ...from])).toEqual([
      ['order_id', 'order_id', 'order_id'],
      ['customer_id', 'customer_id', 'client'],
      ['date', 'date', 'date'],
      ['amount', 'amount', 'amount'],
      ['coupon', null, 'coupon'],
    ]);
  });

  it('joins customers to orders by the key they share, whichever file came first', async () => {
    const { first, joins } = await planOf(customers, month('10'), month('11'));
    expect(first.files).toEqual([1, 2]);
    expect(joins).toHaveLength(1);
    expect(joins[0]).toMatchObject({
      file: 0,
      left: 'customer_id',
      right: 'customer_id',
      matching: 'exact',
      how: 'left',
      columns: [
        { column: 'email', as: 'email' },
        { column: 'country', as: 'country' },
      ],
      match: {
        left: { keys: 8, matched: 8, unmatched: [] },
        right: { keys: 9, matched: 8, unmatched: ['C8'], repeated: 0 },
      },
    });
  });

  it('finds a key of another name, and one that is written differently', async () => {
    const renamed = customers.replace('customer_id', 'Kundennummer').replaceAll(/^C/gm, ' c');
    const { joins } = await planOf(month('10'), renamed);
    expect(joins[0]).toMatchObject({ left: 'customer_id', right: 'Kundennummer', matching: 'alike' });
    expect(joins[0]!.match.left.matched).toBe(8);
  });

  it('gives columns that are there already another name', async () => {
    const { joins } = await planOf(month('10'), customers.replace('country', 'amount'));
    expect(joins[0]!.columns).toEqual([
      { column: 'email', as: 'email' },
      { column: 'amount', as: 'amount (2)' },
    ]);
  });

  it('says so where files have nothing in common, or only a key that repeats in both', async () => {
    const planets = ['planet,moons', 'Mars,2', 'Earth,1', 'Jupiter,95', 'Saturn,146'].join('\n');
    expect((await planOf(month('10'), planets)).unrelated).toEqual([
      { file: 1, reason: 'nothing-in-common', column: null },
    ]);
    const visits = ['customer_id,page', ...Array.from({ length: 16 }, (_, i) => `C${i % 4},p${i}`)].join(
      '\n',
    );
    expect((await planOf(month('10'), visits)).unrelated).toEqual([
      { file: 1, reason: 'repeats', column: 'customer_id' },
    ]);
  });

  it('does not take numbers for a key because they overlap by chance', async () => {
    const stock = ['shelf,height', ...Array.from({ length: 12 }, (_, i) => `${i + 1},${i * 10}`)].join('\n');
    const orders = month('10').replaceAll(/,C/g, ',');
    expect((await planOf(orders, stock)).joins).toEqual([]);
  });
});

describe('understand of several files', () => {
  it('speaks of the one table, and its recipe begins with the files and what makes one of them', async () => {
    const reads = await readAll(customers, month('10'), month('11'));
    const plan = await planFiles(reads, unwatched);
    const ordered = plannedFiles(plan).map((file) => reads[file]!);
    const steps = plannedSteps(plan);
    const prepared = await prepare(ordered, steps, [], undefined, unwatched);
    const understood = await understand(ordered[0]!, {}, unwatched, prepared);
    expect(understood).toMatchObject({ grain: 'orders', customers: 8, report: { rows: 48 } });
    expect(understood.report.files?.map(({ name, rows }) => [name, rows])).toEqual([
      ['1.csv', 24],
      ['2.csv', 24],
    ]);
    expect(columnNames(prepared!.table)).toEqual([
      'order_id',
      'customer_id',
      'date',
      'amount',
      'email',
      'country',
    ]);
    const { recipe } = understood;
    expect(recipe.ok && recipe.recipe.sources.map(({ name, grain }) => [name, grain])).toEqual([
      ['1.csv', 'orders'],
      ['2.csv', 'orders'],
      ['0.csv', 'customers'],
    ]);
    expect(recipe.ok && recipe.recipe.steps.slice(0, 3).map(({ op }) => op)).toEqual([
      'append',
      'join',
      'drop-duplicates',
    ]);
    const roles = understood.others!.at(-1)!.columns.map(({ name, role }) => [name, role]);
    expect(roles).toEqual([
      ['customer_id', 'customer'],
      ['email', 'email'],
      ['country', 'country'],
    ]);
  });

  it('names the file and its row where a cell stands in the way', async () => {
    const bad = month('11').replace('C3,2024-11-13,3.5', 'C3,2024-11-13,twelve');
    const reads = await readAll(month('10'), bad);
    const steps = plannedSteps(await planFiles(reads, unwatched));
    const prepared = await prepare(reads, steps, [], undefined, unwatched);
    const { recipe } = await understand(reads[0]!, {}, unwatched, prepared);
    expect(recipe).toMatchObject({
      ok: false,
      code: 'text-in-number',
      details: { column: 'amount', value: 'twelve', file: '1.csv', row: 5 },
    });
  });
});

describe.skipIf(!hasRealFiles)(
  'planFiles on the retail transactions and the response of their customers',
  () => {
    it('finds what pandas finds: tests/expectations/several-files/make.py', async () => {
      const reads = await Promise.all(
        ['Response', 'Transactions'].map((name) =>
          readTable(realFile(`transactions/Retail_Data_${name}.csv`), {}, unwatched),
        ),
      );
      const { first, joins } = await planFiles(reads, unwatched);
      expect(first.files).toEqual([1]);
      const { left, right } = joins[0]!.match;
      expect([left.keys, left.matched, left.rows - left.matchedRows]).toEqual([
        expected.keys,
        expected.keysMatched,
        expected.rowsUnmatched,
      ]);
      expect([right.keys, right.keys - right.matched]).toEqual([expected.otherKeys, expected.otherUnmatched]);
      expect([...left.unmatched].sort()).toEqual(expected.keysUnmatched);
    });
  },
);
