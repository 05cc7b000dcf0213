import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { customerList } from '../../../src/engine/insight/labelled';
import { planFiles } from '../../../src/engine/insight/several-files';
import { prepare } from '../../../src/engine/insight/prepare';
import { segmentationOf } from '../../../src/engine/insight/segmentation-of';
import { plannedFiles, plannedSteps } from '../../../src/engine/insight/source-steps';
import { understand } from '../../../src/engine/insight/understand';
import { run } from '../../../src/engine/recipe/run';
import { sourceTable } from '../../../src/engine/recipe/source-table';
import { validate } from '../../../src/engine/recipe/validate';
import { Contacts } from '../../../src/engine/export/profiles/contacts';
import { aggregate } from '../../../src/engine/steps/aggregate';
import { customerValue } from '../../../src/engine/steps/customer-value';
import { rfm } from '../../../src/engine/steps/rfm';
import { metaOf, withMeta } from '../../../src/engine/table/meta';
import { columnNames, columnOf, makeTable } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import kept from '../../expectations/several-files/kept.json';
import { fileOf, hasRealFiles, realFile } from '../../support/files';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { recipeOf, step } from '../recipe/recipes';
import { learnAndApply } from './apply';

// Expectations of real files by pandas: tests/expectations/several-files/kept.py. Skipped where ../shared/data is absent.

const day = (text: string) => new Date(text);
const PARAMS = { customer: 'who', date: 'day', order: null, amount: 'paid', quantity: null, price: null };
const orders = () =>
  table(
    {
      who: ['a', 'b', 'a', null, 'c', 'a', 'd'],
      day: ['01', '02', '03', '04', '05', '06', '07'].map((text) => day(`2024-03-${text}`)),
      paid: [1, 2, 3, 4, 5, 6, -7],
      town: [null, 'Ely', 'York', 'Hull', null, 'Ely', 'Bath'],
      born: [1980, 1990, 1980, 1970, null, 1980, 2000],
      news: [null, true, false, true, null, false, true],
      since: [null, day('2020-01-01'), day('2021-01-01'), null, null, day('2021-01-01'), null],
    },
    { roles: new Map([['who', 'customer'], ['town', 'country']]), units: new Map([['born', '€']]) },
  ); // prettier-ignore
const KEEP = ['town', 'born', 'news', 'since'];

const counted = (values: Iterable<unknown>) => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  return counts;
};

describe('rfm with columns to keep', () => {
  it('takes the first value of each customer along, and counts those with several', async () => {
    const before = orders();
    const { table: after, counts } = await learnAndApply(rfm, before, { ...PARAMS, keep: KEEP });
    const { who, town, born, news, since } = cellsOf(after);
    expect(columnNames(after)).toEqual([
      'who',
      'recency_days',
      'frequency',
      'monetary',
      'last_purchase',
      ...KEEP,
    ]);
    expect({ who, town, born, news, since }).toEqual({
      who: ['a', 'b', 'c'],
      town: ['York', 'Ely', null],
      born: [1980, 1990, null],
      news: [false, true, null],
      since: [day('2021-01-01'), day('2020-01-01'), null],
    });
    expect(counts).toMatchObject({
      customers: 3,
      'several:town': 1,
      'several:born': 0,
      'several:news': 0,
      'several:since': 0,
    });
    tableEqual(before, orders());
  });

  it('takes that of the newest row along where it is told to, of equally new ones the last', async () => {
    const mixed = () =>
      table({
        who: ['a', 'a', 'b', 'a', 'b', 'b', 'c'],
        day: ['02T10', '02T12', '05T00', '01T00', '05T00', '07T00', '01T00'].map((text) => day(`2024-03-${text}:00Z`)),
        paid: [1, 2, 3, 4, 5, 6, 7],
        mail: ['old@a', 'new@a', 'one@b', 'first@a', 'two@b', null, null],
      }); // prettier-ignore
    for (const made of [
      await learnAndApply(rfm, mixed(), { ...PARAMS, keep: ['mail'], keepFrom: 'newest' }),
      await learnAndApply(customerValue, mixed(), { ...PARAMS, keep: ['mail'], keepFrom: 'newest' }),
      await learnAndApply(aggregate, mixed(), {
        ...PARAMS,
        keep: ['mail'],
        keepFrom: 'newest',
        measures: [{ measure: 'rows' }],
      }),
    ]) {
      expect(cellsOf(made.table)['mail']).toEqual(['new@a', 'two@b', null]);
      expect(made.counts['several:mail']).toBe(2);
    }
    const undated = await learnAndApply(aggregate, mixed(), { ...PARAMS, date: null, keep: ['mail'], keepFrom: 'newest', measures: [{ measure: 'rows' }] }); // prettier-ignore
    expect(cellsOf(undated.table)['mail']).toEqual(['first@a', 'two@b', null]);
  });

  it('says of the newest row what lists say of the newest order', async () => {
    const before = withMeta(orders(), { grain: 'orders', roles: new Map([['who', 'customer'], ['day', 'date']]) }); // prettier-ignore
    const { table: made } = await learnAndApply(rfm, before, { ...PARAMS, keep: KEEP, keepFrom: 'newest' });
    const { table: plain } = await learnAndApply(rfm, before, PARAMS);
    const lists = new Contacts({ customers: plain, before: [before] });
    for (const name of KEEP) {
      const listed = makeTable([[name, (await lists.column(name, unwatched))!]]);
      expect(cellsOf(listed)[name]).toEqual(cellsOf(made)[name]);
    }
  });

  it('changes nothing else, and keeps roles and units', async () => {
    const plain = await learnAndApply(rfm, orders(), PARAMS);
    const more = await learnAndApply(rfm, orders(), { ...PARAMS, keep: KEEP });
    const { town: _t, born: _b, news: _n, since: _s, ...same } = cellsOf(more.table);
    expect(same).toEqual(cellsOf(plain.table));
    expect(more.fit).toEqual(plain.fit);
    const { roles, units, key, grain } = metaOf(more.table);
    expect([key, grain, roles.get('town'), roles.get('who')]).toEqual([
      'who',
      'customers',
      'country',
      'customer',
    ]);
    expect(Object.fromEntries(units)).toEqual({ born: '€' });
    expect(plain.counts).not.toHaveProperty('several:town');
  });

  it('says what it reads and adds, and refuses names that it makes itself', () => {
    const params = { ...PARAMS, keep: ['town'] };
    expect(rfm.reads(params)).toContain('town');
    expect(rfm.adds(params).at(-1)).toBe('town');
    const columns = [
      { name: 'who', kind: 'text' as const },
      { name: 'day', kind: 'date' as const },
      { name: 'paid', kind: 'number' as const },
      { name: 'frequency', kind: 'number' as const },
      { name: 'town', kind: 'text' as const },
    ];
    const faults = (keep: string[]) =>
      validate(recipeOf([step('a', 'rfm', { ...PARAMS, keep })], [], 'orders'), columns);
    expect(faults(['town'])).toEqual([]);
    expect(faults(['frequency'])).toMatchObject([{ code: 'name-taken', details: { column: 'frequency' } }]);
    expect(faults(['who'])).toMatchObject([{ code: 'name-taken', details: { column: 'who' } }]);
    expect(faults(['shoe'])).toMatchObject([{ code: 'missing-column', details: { column: 'shoe' } }]);
    expect(faults([])).toMatchObject([{ code: 'bad-params' }]);
  });
});

/** Files put together as they are proposed, and the automatic recipe run on them. */
async function together(...reads: Awaited<ReturnType<typeof readTable>>[]) {
  const plan = await planFiles(reads, unwatched);
  const ordered = plannedFiles(plan).map((file) => reads[file]!);
  const prepared = await prepare(ordered, plannedSteps(plan), [], undefined, unwatched);
  const { recipe } = await understand(ordered[0]!, {}, unwatched, prepared);
  if (!recipe.ok) throw new Error(recipe.code);
  const [first, ...others] = ordered.map(({ table }, i) => sourceTable(table, recipe.recipe.sources[i]!));
  const sources = new Map(others.map((one, i) => [i + 1, one]));
  const outcome = await run(recipe.recipe, first!, { mode: 'learn', sources, work: unwatched });
  return { recipe: recipe.recipe, outcome };
}

describe('a customer file joined to orders', () => {
  it('stays with the customers, describes the segments and stands in the list', async () => {
    const bought = Array.from({ length: 400 }, (_, i) => {
      const often = i % 4 !== 0;
      return `O${i},C${often ? i % 30 : 30 + (i % 90)},2024-${often ? '11' : '02'}-${10 + (i % 12)},${often ? 90 : 5}.5`;
    });
    const people = Array.from(
      { length: 120 },
      (_, i) => `C${i},c${i}@shop.example,${i < 30 ? 'gold' : 'none'},${20 + i}`,
    );
    const [one, other] = await Promise.all([
      readTable(fileOf(['order_id,customer_id,date,amount', ...bought].join('\n'), 'o.csv'), {}, unwatched),
      readTable(fileOf(['customer_id,email,card,frequency', ...people].join('\n'), 'c.csv'), {}, unwatched),
    ]);
    const { recipe, outcome } = await together(one, other);
    const adding = recipe.steps.find(({ op }) => op === 'rfm')!;
    // A name that adding up makes itself stays behind.
    expect(adding.params['keep']).toEqual(['email', 'card']);
    const segmentation = (await segmentationOf(recipe, outcome, [], unwatched))!;
    expect(segmentation.kept).toEqual(['email', 'card']);
    const traits = segmentation.segments.map((segment) =>
      segment.traits.map(({ column, value }) => [column, value]),
    );
    expect(traits[0]).toEqual([['card', 'gold']]);
    const list = customerList(outcome.table, ['frequency', ...segmentation.kept!], []);
    expect(list.columns.map(({ as }) => as)).toEqual([
      'customer_id',
      'frequency',
      'email',
      'card',
      'segment_id',
      'segment',
    ]);
    expect(metaOf(outcome.table).roles.get('email')).toBe('email');
  });

  it('is not taken for one that tells of goods', async () => {
    const bought = Array.from(
      { length: 60 },
      (_, i) => `O${i},C${i % 9},P${i % 5},2024-03-${10 + (i % 12)},${i}.5`,
    );
    const goods = Array.from({ length: 5 }, (_, i) => `P${i},Good ${i}`);
    const [one, other] = await Promise.all([
      readTable(
        fileOf(['order_id,customer_id,sku,date,amount', ...bought].join('\n'), 'o.csv'),
        {},
        unwatched,
      ),
      readTable(fileOf(['sku,title', ...goods].join('\n'), 'p.csv'), {}, unwatched),
    ]);
    const { recipe } = await together(one, other);
    expect(recipe.steps.find(({ op }) => op === 'rfm')!.params).not.toHaveProperty('keep');
  });
});

describe.skipIf(!hasRealFiles)('rfm with columns to keep, on real files', () => {
  it('gives each customer of Online Retail the country that pandas gives', async () => {
    const { table: rows } = await readTable(
      realFile('transactions/online_retail_2010-2011.csv'),
      {},
      unwatched,
    );
    const { table: after, counts } = await learnAndApply(rfm, rows, {
      customer: 'CustomerID', date: 'InvoiceDate', order: 'InvoiceNo', amount: null, quantity: 'Quantity', price: 'UnitPrice',
      keep: ['Country'],
    }); // prettier-ignore
    expect(counts).toMatchObject({ customers: kept.customers, 'several:Country': kept.several });
    expect(counted(columnOf(after, 'Country'))).toEqual(kept.countries);
  }, 60_000);

  it('keeps the response of the retail transactions’ customers', async () => {
    const reads = await Promise.all(
      ['Transactions', 'Response'].map((name) =>
        readTable(realFile(`transactions/Retail_Data_${name}.csv`), {}, unwatched),
      ),
    );
    const { outcome } = await together(...reads);
    const answers = counted(columnOf(outcome.table, 'response'));
    expect(answers).toEqual({
      '0': kept.responses['0'],
      '1': kept.responses['1'],
      null: kept.responses.none,
    });
    const { counts } = outcome.steps.find(({ op }) => op === 'rfm')!;
    expect(counts).toMatchObject({ customers: kept.responses.customers, 'several:response': 0 });
  }, 60_000);
});
