import { expect, test } from '@playwright/test';
import { utils, write } from 'xlsx';
import { chooseText, downloaded, segment } from './support/job';

test.use({ locale: 'en-GB' });

const CUSTOMERS = 60;
const ORDERS = 600;

/** Orders on one sheet below a title, a cover on another: 600 orders of 60 customers, one amount an error. */
function workbook(): Buffer {
  const orders: unknown[][] = [['Orders of the shop'], [], ['customer', 'order', 'date', 'amount', 'shop']];
  for (let at = 0; at < ORDERS; at++) {
    const customer = `0${1000 + (at % CUSTOMERS)}`;
    const date = { t: 'n', v: 45_658 + ((at * 7) % 300) + 0.5, z: 'dd/mm/yyyy hh:mm' };
    const amount = at === 17 ? { t: 'e', v: 7 } : ((at * 37) % 90) * (1 + (at % CUSTOMERS)) + 5.25;
    orders.push([customer, `O${at}`, date, amount, at % 2 === 0 ? 'North' : 'South']);
  }
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Report'], ['made by hand']]), 'Cover');
  utils.book_append_sheet(book, utils.aoa_to_sheet(orders), 'Orders');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

test('a workbook is checked, segmented and downloaded, and its rows labelled', async ({ page }) => {
  await page.goto('./');
  await chooseText(page, 'shop.xlsx', workbook());

  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('600 order lines from 60 customers, 1 Jan 2025 to 27 Oct 2025.');
  const line = page.getByText("Excel, sheet 'Orders', one of 2, 1 error as blank, names in row 3");
  await expect(line).toBeVisible();

  await segment(page);
  const rows = await downloaded(page, 'Download customer list');
  expect(rows).toHaveLength(CUSTOMERS);
  expect(rows.map((row) => row['customer_id'] ?? row['customer']).sort()[0]).toBe('01000');
  await page.getByRole('link', { name: 'Export' }).click();
  const labelled = await downloaded(page, 'Download labelled file');
  expect(labelled).toHaveLength(ORDERS);
  expect(labelled[0]).toMatchObject({
    customer: '01000',
    order: 'O0',
    date: '2025-01-01 12:00:00',
    shop: 'North',
  });
});

test('another sheet is chosen where there are several', async ({ page }) => {
  await page.goto('./');
  await chooseText(page, 'shop.xlsx', workbook());
  await page.getByRole('button', { name: 'Change', exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Separator')).toHaveCount(0);
  await expect(dialog.getByLabel('Sheet')).toHaveValue('Orders');
  await expect(dialog.getByRole('region', { name: 'First rows of Orders' })).toContainText(
    'Orders of the shop',
  );
  await dialog.getByLabel('Sheet').selectOption('Cover, 2 rows');
  await expect(dialog.getByRole('region', { name: 'First rows of Cover' })).toContainText('made by hand');
  await dialog.getByRole('button', { name: 'Read it this way' }).click();
  await expect(page.getByText("sheet 'Cover', one of 2, names in row 1")).toBeVisible();
});

test('a workbook that is cut off says so', async ({ page }) => {
  await page.goto('./');
  const whole = workbook();
  await chooseText(page, 'shop.xlsx', whole.subarray(0, whole.length - 300));
  await expect(page.getByRole('alert').locator('p')).toHaveText(
    'shop.xlsx begins as a spreadsheet does, but the rest is damaged or missing. Export or download it again.',
  );
});
