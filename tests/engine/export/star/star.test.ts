import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newNotes } from '../../../../src/engine/export/export-notes';
import {
  starTables,
  writeStar,
  type StarChoice,
  type StarWork,
} from '../../../../src/engine/export/star/star';
import { segmentationOf } from '../../../../src/engine/insight/segmentation-of';
import { understand } from '../../../../src/engine/insight/understand';
import { run } from '../../../../src/engine/recipe/run';
import type { Recipe } from '../../../../src/engine/recipe/schema';
import { sourceTable } from '../../../../src/engine/recipe/source-table';
import { sampleShop } from '../../../../src/engine/sample/sample-shop';
import { columnNames } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import { read } from '../../../support/files';
import { bytesOf } from '../../../support/odd-table';

const folder = mkdtempSync(join(tmpdir(), 'tessera-star-'));
let shop: StarWork;
let duck: DuckDBConnection;
/** The files of each star. */
const names: Partial<Record<StarChoice['format'], string[]>> = {};

async function workOf(content: string | Uint8Array): Promise<StarWork> {
  const file = await read(content);
  const { recipe } = (await understand(file, {}, unwatched)).recipe as { recipe: Recipe };
  const source = sourceTable(file.table, recipe.sources[0]!);
  const outcome = await run(recipe, source, { mode: 'learn', work: unwatched });
  const segmentation = (await segmentationOf(recipe, outcome, columnNames(file.table), unwatched))!;
  return { recipe, outcome, segmentation, source };
}

const rows = async (sql: string) => (await duck.runAndReadAll(sql)).getRowObjectsJS();
const figures = async (sql: string) => (await rows(sql)).map((row) => Object.values(row).map(Number));

/** The files of a star as views of DuckDB, in a schema of that name. */
async function loaded(of: StarWork, choice: StarChoice): Promise<string[]> {
  const files = Object.entries(unzipSync(await bytesOf(writeStar(of, choice, unwatched, newNotes()))));
  const schema = choice.format;
  await duck.run(`create schema if not exists ${schema}`);
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const from = schema === 'parquet' ? `read_parquet('${path}')` : `read_csv('${path}', header = true)`;
    await duck.run(`create or replace view ${schema}.${name.replace(/\..*/, '')} as select * from ${from}`);
  }
  return files.map(([name]) => name);
}

beforeAll(async () => {
  shop = await workOf(sampleShop(1));
  duck = await (await DuckDBInstance.create(':memory:')).connect();
  for (const format of ['parquet', 'csv'] as const)
    names[format] = await loaded(shop, { format, orders: true, contacts: false });
});
afterAll(() => {
  duck.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

describe('a star of tables', () => {
  it.each(['parquet', 'csv'] as const)(
    'joins in DuckDB to the figures of the segments: %s',
    async (format) => {
      const names = await loaded(shop, { format, orders: true, contacts: false });
      expect(names).toEqual(
        ['customers', 'segments', 'profiles', 'dates', 'orders', 'dictionary'].map(
          (name) => `${name}.${format}`,
        ),
      );
      const { segments } = shop.segmentation;
      const found = await figures(
        `select s.segment_id, count(distinct c.customer_key), round(sum(o.revenue), 4), any_value(s.customers), round(any_value(s.revenue), 4)
       from ${format}.orders o join ${format}.customers c using (customer_key) join ${format}.segments s using (segment_id)
       group by 1 order by 1`,
      );
      const money = (value: number | null) => Math.round(value! * 1e4) / 1e4;
      expect(found).toEqual(
        segments.map(({ id, size, revenue }) => [id, size, money(revenue), size, money(revenue)]),
      );
      const means = await figures(
        `select p.segment_id, round(p.mean, 6), round(avg(c.frequency), 6)
       from ${format}.profiles p join ${format}.customers c using (segment_id)
       where p.feature = 'frequency' group by 1, 2 order by 1`,
      );
      expect(means.map(([id, told]) => [id, told])).toEqual(means.map(([id, , joined]) => [id, joined]));
      expect(means).toHaveLength(segments.length);
    },
  );

  it.each(['parquet', 'csv'] as const)('has no key that points nowhere: %s', async (format) => {
    const keys = await rows(
      `select "table", "column", points_to from ${format}.dictionary where points_to is not null`,
    );
    expect(keys.map((key) => `${String(key['table'])}.${String(key['column'])}`)).toEqual([
      'customers.segment_id',
      'customers.last_purchase_key',
      'profiles.segment_id',
      'orders.customer_key',
      'orders.order_date_key',
    ]);
    const lost = await Promise.all(
      keys.map(async (key) => {
        const [to, column] = String(key['points_to']).split('.');
        const from = `${format}.${String(key['table'])}`;
        const name = `"${String(key['column'])}"`;
        const sql = `select count(*) from ${from} f where f.${name} is not null and not exists (select 1 from ${format}.${to} t where t.${column} = f.${name})`;
        return (await figures(sql))[0]![0];
      }),
    );
    expect(lost).toEqual(keys.map(() => 0));
    const twice = await figures(
      `select count(*) - count(distinct customer_key) from ${format}.customers
       union all select count(*) - count(distinct segment_id) from ${format}.segments
       union all select count(*) - count(distinct date_key) from ${format}.dates`,
    );
    expect(twice).toEqual([[0], [0], [0]]);
  });

  it('says what customers are counted in and what they were made from', async () => {
    const told = await rows(
      `select "column", unit, holds from parquet.dictionary where "table" = 'customers' and holds is not null`,
    );
    expect(told.map(({ column, unit, holds }) => [column, unit, holds])).toEqual([
      ['customer_key', null, 'number of the customer in this star'],
      ['recency_days', 'days', 'days from the last purchase to 2025-10-01, at least 1; made from order_date'],
      ['frequency', 'orders', 'how often they bought; returns do not count; made from order_id'],
      ['monetary', null, 'money of purchases less that of returns; made from quantity × unit_price'],
      ['last_purchase', null, 'day of the last purchase; made from order_date'],
    ]);
    const units = await rows(`select distinct feature, unit from parquet.profiles order by 1`);
    expect(units.map(({ feature, unit }) => [feature, unit])).toEqual([
      ['frequency', 'orders'],
      ['monetary', null],
      ['recency_days', 'days'],
    ]);
  });

  it.each(['parquet', 'csv'] as const)(
    'says what to do with a segment: what was written, else what is usual, else nothing: %s',
    async (format) => {
      const [first, second, ...rest] = shop.segmentation.segments;
      const segments = [{ ...first!, action: 'Call them, all' }, second!, ...rest];
      const of = { ...shop, segmentation: { ...shop.segmentation, segments } };
      const actions = new Map([
        [first!.id, 'unused'],
        [second!.id, 'Write "soon"'],
      ]);
      await loaded(of, { format, orders: true, contacts: false, actions });
      const told = await rows(`select action from ${format}.segments order by segment_id`);
      expect(told.map(({ action }) => action)).toEqual([
        'Call them, all',
        'Write "soon"',
        ...rest.map(() => null),
      ]);
      const said = await rows(
        `select kind, filled, blank from ${format}.dictionary where "table" = 'segments' and "column" = 'action'`,
      );
      expect(said.map(({ kind, filled, blank }) => [kind, Number(filled), Number(blank)])).toEqual([
        ['text', 2, rest.length],
      ]);
      await loaded(shop, { format, orders: true, contacts: false });
      const [none] = await rows(
        `select count(*) as n, count(action) as said, any_value(typeof(action)) as kind from ${format}.segments`,
      );
      expect([Number(none!['n']), Number(none!['said']), none!['kind']]).toEqual([
        segments.length,
        0,
        'VARCHAR',
      ]);
    },
  );

  it('has the calendar that DuckDB has', async () => {
    const wrong = await figures(
      `select count(*) from parquet.dates where date_key <> cast(strftime("date", '%Y%m%d') as int) or quarter <> quarter("date")
         or iso_week <> week("date") or iso_year <> isoyear("date") or weekday <> isodow("date") or month_name <> monthname("date")
         or weekday_name <> dayname("date") or is_weekend <> cast(isodow("date") > 5 as int) or year_month <> strftime("date", '%Y-%m')`,
    );
    const [span] = await figures(
      `select date_diff('day', min("date"), max("date")) + 1, count(*) from parquet.dates`,
    );
    expect([wrong, span![0]]).toEqual([[[0]], span![1]]);
  });

  it('leaves the orders out where they are not wanted or there are none', async () => {
    const without = await starTables(shop, { orders: false, contacts: false }, unwatched);
    expect(without.map(({ name }) => name)).not.toContain('orders');
    const list = `id,visits,spent\n${Array.from({ length: 60 }, (_, at) => `c${at},${(at % 7) + 1},${at * at + 5}`).join('\n')}`;
    const tables = await starTables(await workOf(list), { orders: true, contacts: false }, unwatched);
    expect(tables.map(({ name }) => name)).toEqual(['customers', 'segments', 'profiles', 'dictionary']);
  });
});
