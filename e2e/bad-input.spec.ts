import { expect, test, type Page } from '@playwright/test';
import { alike, csv, jpeg, nameless, orders, prose, wide } from './support/files';
import { chooseText, downloaded, segment } from './support/job';

test.use({ locale: 'en-GB' });

const alert = (page: Page) => page.getByRole('alert');
const button = (page: Page, name: string) => alert(page).getByRole('button', { name, exact: true });
const headline = (page: Page) => page.getByRole('heading', { level: 1 });
const cell = (page: Page, text: string) => page.getByRole('gridcell', { name: text, exact: true });

/** In the same tab, whatever happened before. */
async function sampleShopWorks(page: Page): Promise<void> {
  const menu = page.getByRole('button', { name: /^File: / });
  if (await menu.count()) {
    await menu.click();
    await page.getByRole('menuitem', { name: 'Close this file' }).click();
  }
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await segment(page);
  await expect(alert(page)).toHaveCount(0);
}

const pressSegment = (page: Page) => page.getByRole('button', { name: 'Segment my customers' }).click();

test.beforeEach(async ({ page }) => {
  await page.goto('./');
});

const unopened: [
  what: string,
  name: string,
  content: string | Buffer,
  sentence: string | RegExp,
  buttons: string[],
][] = [
  [
    'an empty file',
    'orders.csv',
    '',
    'orders.csv is empty (0 bytes). Export it again or choose another file.',
    ['Choose a file'],
  ],
  [
    'blank lines alone',
    'orders.csv',
    '\n\n  \n',
    'orders.csv holds nothing but blanks (5 bytes). Export it again or choose another file.',
    ['Choose a file'],
  ],
  [
    'a header alone',
    'orders.csv',
    'customer,order,date,amount\n',
    'orders.csv has column names in row 1 and nothing below. Widen the date range of the export.',
    ['Choose a file'],
  ],
  [
    'a picture with the name of a table',
    'photo.csv',
    jpeg,
    /^photo\.csv is not a table: it looks like a JPEG picture from its first bytes\. Tessera reads CSV, .+\.$/,
    ['Choose a file'],
  ],
  [
    'lines of prose',
    'notes.txt',
    prose,
    'Everything in notes.txt landed in one column; no separator repeats in the first 200 rows. Choose one, or treat each line as one value.',
    ['Comma', 'Semicolon', 'Tab', 'Other', 'One value a line'],
  ],
];

test('a file that cannot be opened is said above the landing page, one after the other', async ({ page }) => {
  for (const [what, name, content, sentence, buttons] of unopened) {
    await test.step(what, async () => {
      await chooseText(page, name, content);
      await expect(alert(page).locator('p')).toHaveText(sentence);
      await expect(alert(page).getByRole('button')).toHaveText([...buttons, 'Dismiss']);
      await expect(headline(page)).toContainText('Find the groups');
    });
  }
  await sampleShopWorks(page);
});

test('the button below the sentence opens another file', async ({ page }) => {
  await chooseText(page, 'orders.csv', '');
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Choose a file').click();
  await (await chooser).setFiles({ name: 'good.csv', mimeType: 'text/csv', buffer: Buffer.from(orders()) });
  await expect(page.getByRole('button', { name: 'Segment my customers' })).toBeVisible();
  await expect(alert(page)).toHaveCount(0);
});

test('the file that is open stays open where another cannot be', async ({ page }) => {
  await chooseText(page, 'good.csv', orders());
  await segment(page);
  const verdict = await headline(page).innerText();
  await page.getByRole('button', { name: /^File: / }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'Open another file' }).click();
  await (await chooser).setFiles({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });

  await expect(alert(page).locator('p')).toHaveText(/^empty\.csv is empty/);
  await expect(page.getByRole('button', { name: 'File: good.csv' })).toBeVisible();
  await expect(headline(page)).toHaveText(verdict);
  await button(page, 'Dismiss').click();
  expect(await downloaded(page, 'Download customer list')).toHaveLength(40);
  await sampleShopWorks(page);
});

test('one column: a mark of one’s own separates it', async ({ page }) => {
  await chooseText(page, 'orders.txt', orders().replaceAll(',', '%'));
  await button(page, 'Other').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Separator').fill('%%');
  await dialog.getByRole('button', { name: 'Read it this way' }).click();
  await expect(dialog.getByText('One character, and not a quotation mark.')).toBeVisible();
  await dialog.getByLabel('Separator').fill('%');
  await dialog.getByRole('button', { name: 'Read it this way' }).click();
  await expect(headline(page)).toContainText('200 order lines from 40 customers');
  await sampleShopWorks(page);
});

test('one column: each line can be one value', async ({ page }) => {
  await chooseText(page, 'notes.txt', prose);
  await button(page, 'One value a line').click();
  await expect(headline(page)).toHaveText('80 customers, one row each, 1 column.');
  await expect(page.getByText('no separator')).toBeVisible();
  await pressSegment(page);
  await expect(alert(page).locator('p')).toHaveText(
    'No column has numbers that tell customers apart. Add one, such as spend, visits or days since the last order.',
  );
  await sampleShopWorks(page);
});

test('a file of 300 columns is segmented, and its table scrolls to the last', async ({ page }) => {
  await chooseText(page, 'wide.csv', wide);
  await expect(headline(page)).toHaveText('400 customers, one row each, 300 columns.');
  const grid = page.getByRole('grid', { name: 'The table as it was read' });
  await grid.scrollIntoViewIfNeeded();
  await expect(cell(page, 'C1000')).toBeVisible();
  await grid.evaluate((element) => {
    const scrolls = [element, ...element.querySelectorAll('*')].find(
      (one) => one.scrollWidth > one.clientWidth + 1000,
    );
    scrolls!.scrollLeft = scrolls!.scrollWidth;
  });
  await expect(grid.getByRole('columnheader', { name: /^m299\b/ })).toBeVisible();
  await segment(page);
  await sampleShopWorks(page);
});

test('rows of other lengths are a finding, and no error', async ({ page }) => {
  await chooseText(
    page,
    'orders.csv',
    orders((at) => (at % 50 === 7 ? '12,more,and more' : (at % 90) + 5)),
  );
  await expect(page.getByText('rows do not have 4 cells; the first is row 9 with 6')).toBeVisible();
  await expect(alert(page)).toHaveCount(0);
  await segment(page);
  expect(await downloaded(page, 'Download customer list')).toHaveLength(40);
  await sampleShopWorks(page);
});

test('no customer: the button leads to the word where one is chosen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await chooseText(page, 'days.csv', nameless);
  await expect(headline(page)).toHaveText('300 order lines, 1 Jan 2025 to 25 Oct 2025.');
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await pressSegment(page);
  await expect(alert(page)).toBeInViewport({ ratio: 1 });
  await expect(alert(page).locator('p')).toHaveText(
    'No column says who the customer is. Choose the one that repeats for the same person, such as a number or an e-mail.',
  );
  await button(page, 'Choose a column').click();
  const word = page.getByLabel('The customer is');
  await expect(word).toBeFocused();
  await expect(word).toBeInViewport();
  await word.selectOption('shop');
  await segment(page);
  expect(await downloaded(page, 'Download customer list')).toHaveLength(3);
  await sampleShopWorks(page);
});

test('words where money should be: shown, and counted as blank if wanted', async ({ page }) => {
  await chooseText(
    page,
    'orders.csv',
    orders((at) => (at % 5 === 2 ? 'twelve' : (at % 90) + 5)),
  );
  await pressSegment(page);
  await expect(alert(page).locator('p')).toHaveText(
    "amount holds words: row 4 says 'twelve', and 39 more of 200. Count them as blank, or choose another column.",
  );
  await button(page, 'Show rows').click();
  await expect(page.getByRole('dialog').getByRole('gridcell', { name: 'twelve' }).first()).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await button(page, 'Count as blank').click();
  await expect(alert(page)).toHaveCount(0);
  await segment(page);
  // Every fifth order is lost, and with them all orders of the customers 2, 7, 12 …
  expect(await downloaded(page, 'Download customer list')).toHaveLength(32);
  await sampleShopWorks(page);
});

test('nothing but words where money should be: another column has to serve', async ({ page }) => {
  await chooseText(
    page,
    'orders.csv',
    orders(() => 'twelve'),
  );
  await pressSegment(page);
  await expect(alert(page).locator('p')).toHaveText(
    "amount holds words: row 2 says 'twelve', and 199 more of 200. Choose another column.",
  );
  await button(page, 'Change').click();
  await expect(page.getByLabel('Money is')).toBeFocused();
  await sampleShopWorks(page);
});

test('customers who are all alike are told apart by nothing', async ({ page }) => {
  await chooseText(page, 'orders.csv', alike);
  await pressSegment(page);
  await expect(alert(page).locator('p')).toHaveText(
    'All 240 customers have the same orders, spend and last date, so nothing tells them apart. Add a column that varies.',
  );
  await button(page, 'Back to Data').click();
  await expect(headline(page)).toContainText('480 order lines from 240 customers');
  await sampleShopWorks(page);
});

test('columns that never vary are named', async ({ page }) => {
  await chooseText(
    page,
    'list.csv',
    csv('customer_id,income,visits', 240, (at) => `C${1000 + at},30000,4`),
  );
  await pressSegment(page);
  await expect(alert(page).locator('p')).toHaveText(
    'All 240 customers have the same income and visits, so nothing tells them apart. Add a column that varies.',
  );
  await sampleShopWorks(page);
});

test('fewer customers than segments: the button takes the number there can be', async ({ page }) => {
  await chooseText(page, 'orders.csv', orders(undefined, 9, 3));
  await segment(page);
  const recipe = page.getByRole('complementary', { name: 'Recipe' });
  await recipe.getByRole('button', { name: /Group/ }).click();
  await recipe.getByLabel('How many segments?').selectOption('5');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(alert(page).locator('p')).toHaveText('3 customers cannot form 5 segments. Choose 2 or 3.');
  await button(page, 'Use 3').click();
  await expect(alert(page)).toHaveCount(0);
  await expect(headline(page)).toContainText('Three');
  const rows = await downloaded(page, 'Download customer list');
  expect(new Set(rows.map((row) => row['segment_id'])).size).toBe(3);
  await sampleShopWorks(page);
});

test('one customer forms no segments', async ({ page }) => {
  await chooseText(page, 'orders.csv', 'customer,order,date,amount\nC1,O1,2025-01-01,5\n');
  await pressSegment(page);
  await expect(alert(page).locator('p')).toHaveText(
    '1 customer cannot form segments. Open a file with more customers.',
  );
  await sampleShopWorks(page);
});
