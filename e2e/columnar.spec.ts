import { expect, test, type Page } from '@playwright/test';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { serve } from '../tools/serve.mjs';
import { databaseOf } from '../tests/support/database-of';
import { dist, savedForOffline } from './support/app';
import { chooseText, downloaded, segment } from './support/job';

test.use({ serviceWorkers: 'allow' });

test.use({ locale: 'en-GB' });

const CUSTOMERS = 60;
const ORDERS = 600;
const HEADLINE = '600 order lines from 60 customers, 1 Jan 2025 to 27 Oct 2025.';

const rows = Array.from({ length: ORDERS }, (_, at) => ({
  customer: `0${1000 + (at % CUSTOMERS)}`,
  order: `O${at}`,
  day: new Date(Date.UTC(2025, 0, 1 + ((at * 7) % 300))),
  amount: ((at * 37) % 90) * (1 + (at % CUSTOMERS)) + 5.25,
}));

/** A table of orders, a smaller one of shops and a view of what was spent. */
function database(): Buffer {
  const values = rows
    .map((of) => `('${of.customer}', '${of.order}', '${of.day.toISOString().slice(0, 10)}', ${of.amount})`)
    .join(', ');
  return Buffer.from(
    databaseOf(`
      create table orders (customer text, "order" text, day text, amount real);
      insert into orders values ${values};
      create table shops (shop text, city text, opened text);
      insert into shops values ('North', 'Leeds', '2019-05-01'), ('South', 'Bath', '2021-09-15');
      create view spent as select customer, sum(amount) as total, count(*) as orders from orders group by 1;`),
  );
}

const parquet = (): Buffer =>
  Buffer.from(
    parquetWriteBuffer({
      columnData: [
        { name: 'customer', data: rows.map(({ customer }) => customer), type: 'STRING' },
        { name: 'order', data: rows.map(({ order }) => order), type: 'STRING' },
        { name: 'day', data: rows.map(({ day }) => day), type: 'TIMESTAMP' },
        { name: 'amount', data: rows.map(({ amount }) => amount), type: 'DOUBLE' },
      ],
    }),
  );

const FILES = [
  {
    name: 'shop.sqlite',
    made: database,
    line: "SQLite, table 'orders', one of 3",
    reader: 'sql-wasm-browser',
  },
  { name: 'shop.parquet', made: parquet, line: 'Parquet, snappy', reader: 'read-parquet' },
];

/** What the policy refused, and every request, of the page and of what it starts. */
function watched(page: Page) {
  const refused: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => refused.push(...[message.text()].filter((text) => /policy/i.test(text))));
  page.context().on('request', (request) => asked.push(request.url()));
  return { refused, asked };
}

for (const headers of [true, false]) {
  for (const { name, made, line, reader } of FILES) {
    const host = headers ? 'a host that sends the policy' : 'a host that sends no headers';
    test(`${name} is checked, segmented and downloaded under the policy of ${host}`, async ({ page }) => {
      const server = await serve({ dir: dist, headers });
      const { refused, asked } = watched(page);
      await page.goto(server.url, { waitUntil: 'networkidle' });
      await chooseText(page, name, made());
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(HEADLINE);
      await expect(page.getByText(line)).toBeVisible();
      await segment(page);
      const customers = await downloaded(page, 'Download customer list');
      expect(customers).toHaveLength(CUSTOMERS);
      expect(customers.map((row) => row['customer_id'] ?? row['customer']).sort()[0]).toBe('01000');
      expect(refused).toEqual([]);
      const beyond = asked.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(server.url));
      expect([beyond, asked.some((url) => url.includes(reader))]).toEqual([[], true]);
      await server.close();
    });
  }
}

test.describe('without a service worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('what reads a database is loaded with the first one, not before', async ({ page }) => {
    const { asked } = watched(page);
    const ofSqlite = () => asked.filter((url) => /sql-wasm-browser/.test(url)).length;
    await page.goto('./', { waitUntil: 'networkidle' });
    await chooseText(page, 'shop.parquet', parquet());
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(HEADLINE);
    expect(ofSqlite()).toBe(0);
    const other = await page.context().newPage();
    await other.goto('./');
    await chooseText(other, 'shop.sqlite', database());
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(HEADLINE);
    expect(ofSqlite()).toBe(2);
  });
});

test('a database opens without a network, and another of its tables is chosen', async ({ page }) => {
  const server = await serve({ dir: dist, headers: false });
  await page.goto(server.url);
  await savedForOffline(page);
  await server.close();
  await page.reload();
  await chooseText(page, 'shop.sqlite', database());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(HEADLINE);

  await page.getByRole('button', { name: 'Change', exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Separator')).toHaveCount(0);
  await expect(dialog.getByRole('region', { name: 'First rows of orders' })).toContainText('2025-01-08');
  await dialog.getByLabel('Table').selectOption('spent, 60 rows');
  await expect(dialog.getByRole('region', { name: 'First rows of spent' })).toContainText('total');
  await dialog.getByRole('button', { name: 'Read it this way' }).click();
  await expect(page.getByText("SQLite, table 'spent', one of 3")).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('60 customers');
});

test('a database that is cut off says so', async ({ page }) => {
  await page.goto('./');
  const whole = database();
  await chooseText(page, 'shop.sqlite', whole.subarray(0, whole.length - 300));
  await expect(page.getByRole('alert').locator('p')).toHaveText(
    'shop.sqlite begins as an SQLite file does, but the rest is damaged or missing. Export or download it again.',
  );
});
