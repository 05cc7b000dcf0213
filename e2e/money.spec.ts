import { expect, test } from '@playwright/test';
import { csv, orders } from './support/files';
import { chooseText, downloaded, segment } from './support/job';

test.use({ locale: 'en-GB' });

/** Twelve of forty customers came lately and spend much. */
const isGood = (at: number) => at % 40 < 12;
const sum = (at: number) => (isGood(at) ? 900 : 5) + ((at * 37) % 9);
const day = (at: number) => `2025-0${isGood(at) ? 9 : 1 + (at % 2)}-1${at % 8}`;
/** 240 order lines in pounds, the day and the time apart; one amount is in dollars, two rows are copies. */
const pounds = [
  csv('customer,order,Date,Time,amount', 240, (at) =>
    [
      `C${at % 40}`,
      `O${at}`,
      day(at),
      `${8 + (at % 12)}:${10 + (at % 50)}`,
      `${at === 100 ? '$' : '£'}${sum(at)}.00`,
    ].join(','),
  ).trimEnd(),
  `C9,O9,2025-09-11,17:19,£${sum(9)}.00`,
  `C9,O9,2025-09-11,17:19,£${sum(9)}.00`,
].join('\n');

test('money carries the sign of the file to the cards, and the list keeps plain numbers', async ({
  page,
}) => {
  await page.goto('./');
  await chooseText(page, 'pounds.csv', pounds);
  await expect(page.getByLabel('The currency is').locator('option:checked')).toHaveText('£');
  const first = page.getByRole('listitem').filter({ hasText: 'cell of amount is in $, the others in £' });
  await expect(first).toContainText('Counted as blank: never added to £.');
  const copies = page.getByRole('listitem').filter({ hasText: 'rows copy another row exactly' });
  await expect(copies).toContainText('together £');

  const times = page
    .getByRole('listitem')
    .filter({ hasText: 'times of day in Time belong to the days in Date' });
  await times.getByRole('button', { name: 'Put them together' }).click();
  await expect(times).toHaveCount(0);
  await expect(page.getByRole('gridcell', { name: '10 Sep 2025 08:10' })).toBeVisible();

  await segment(page);
  await expect(page.getByText(/customers, £[\d.,]+/).first()).toBeVisible();
  await expect(page.getByText(/£[\d.,]+.?k? of revenue/).first()).toBeVisible();
  const rows = await downloaded(page, 'Download customer list');
  expect(rows.every(({ monetary }) => /^-?\d+(\.\d+)?$/.test(monetary!))).toBe(true);
});

test('a person says what money is counted in, and takes it back', async ({ page }) => {
  await page.goto('./');
  await chooseText(page, 'orders.csv', orders());
  const currency = page.getByLabel('The currency is');
  await expect(currency.locator('option:checked')).toHaveText('no currency stated');
  await currency.selectOption('CHF');
  await segment(page);
  await expect(page.getByText(/customers, CHF.[\d.,]+/).first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.getByRole('link', { name: 'Data' }).click();
  await expect(currency.locator('option:checked')).toHaveText('no currency stated');
});
