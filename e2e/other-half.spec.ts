import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
/** By pandas: tests/expectations/other-half/make.py. */
import expected from '../tests/expectations/other-half/online-retail.json' with { type: 'json' };
import { addUp, halvesOf, own } from '../tests/support/halves';
import { chooseText, hasShared, NO_SHARED, shared } from './support/job';

test.skip(!hasShared, NO_SHARED);

const column = (name: string, kind: string, role: string | null) => ({ name, kind, role });
const recipe = {
  format: 'tessera-recipe',
  version: 1,
  sources: [
    {
      name: 'first.csv',
      read: {
        encoding: 'utf-8',
        delimiter: ',',
        quote: '"',
        skip: 0,
        header: true,
        decimal: '.',
        missing: [''],
      },
      grain: 'orders',
      columns: [
        column('InvoiceNo', 'text', 'order'),
        column('StockCode', 'text', 'product'),
        column('Description', 'text', null),
        column('Quantity', 'number', 'quantity'),
        column('InvoiceDate', 'date', 'date'),
        column('UnitPrice', 'number', 'price'),
        column('CustomerID', 'text', 'customer'),
        column('Country', 'text', 'country'),
      ],
    },
  ],
  steps: [...own.map((one) => ({ ...one, enabled: one.id !== 'own-5' })), addUp],
};

/** Opens a file by an entry of the menu of the one that is open. */
async function openBy(page: Page, entry: string, name: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^File: / }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

test('a recipe of one half of Online Retail is done to the other, a column renamed and one missing', async ({
  page,
}) => {
  const [first, second] = halvesOf(
    await readFile(shared('transactions/online_retail_2010-2011.csv'), 'utf8'),
  );
  const dialog = page.getByRole('dialog');
  const steps = page.getByRole('complementary', { name: 'Recipe' });
  const count = (n: number) => n.toLocaleString('en-US');
  await page.goto('./');
  await chooseText(page, 'first.csv', first);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('order lines');
  await openBy(page, 'Open another file', 'cleaned.json', JSON.stringify(recipe));
  await dialog.getByRole('button', { name: 'Learn again' }).click();
  await expect(steps).toContainText(`−${count(expected.first.rows[0]! - expected.first.rows[1]!)} rows`);

  await openBy(page, 'Do the same to another file', 'second.csv', second);
  await expect(dialog.getByLabel('UnitPrice is called')).toHaveValue('Price each');
  await expect(dialog).toContainText('Country is not in the file');
  await dialog.getByRole('button', { name: 'Reuse what was learnt' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(steps).toContainText('Read second.csv');
  const { rows, customers, blanked } = expected.reused;
  await expect(steps).toContainText(`−${count(rows[0]! - rows[1]!)} rows`);
  await expect(steps).toContainText(`−${count(rows[1]! - rows[2]!)} rows`);
  await expect(steps).toContainText(`${blanked} cells`);
  await expect(steps).toContainText(`${count(customers)} customers`);
});
