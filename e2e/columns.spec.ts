import { expect, test } from '@playwright/test';
import { orders, wide } from './support/files';
import { storedMoments, chooseText } from './support/job';

test.use({ locale: 'en-GB' });

test('each column says what it holds, and opens to more', async ({ page }) => {
  await page.goto('./');
  await chooseText(
    page,
    'orders.csv',
    orders((at) => (at === 150 ? 'twelve' : (at % 50) + 1)),
  );
  const columns = page.getByRole('region', { name: 'The columns' });
  const amount = columns.getByRole('listitem').filter({ hasText: 'amount' });
  await expect(amount).toContainText('1 cell is no number');
  await amount.getByRole('button', { name: /^amount/ }).click();
  await expect(amount).toContainText("row 152 says 'twelve'");
  await expect(amount.getByRole('rowheader', { name: '2', exact: true })).toBeVisible();

  await amount.getByRole('button', { name: 'Show rows' }).click();
  await expect(page.getByRole('dialog').getByRole('gridcell', { name: 'twelve' })).toBeVisible();
  await page.keyboard.press('Escape');

  await amount.getByRole('button', { name: 'Change' }).click();
  const dialog = page.getByRole('dialog', { name: 'amount' });
  await expect(dialog).toContainText('Text: 1 cell is no number.');
  await dialog.getByRole('radio', { name: 'A number 199 of 200 cells fit' }).check();
  await expect(dialog).toContainText("1 cell does not fit and would be blank: row 152 says 'twelve'.");
  await dialog.getByRole('button', { name: 'Read it this way' }).click();
  await expect(amount).toContainText('1 to 50');
  await expect(amount).toContainText('1 blank');
  await amount.getByRole('button', { name: /^amount/ }).focus();
  await expect(amount).toContainText('typical');
});

test('a date that could be read two ways is asked for, and the answer can be undone', async ({ page }) => {
  const row = (at: number) =>
    `C${at % 9},A${at},0${1 + (at % 9)}/0${1 + (at % 4)}/2025,$${at + 1}.50,${at % 20 === 3 ? 'NA' : 'Bonn'}`;
  const lines = Array.from({ length: 200 }, (_, at) => row(at));
  await page.goto('./');
  await chooseText(page, 'us.csv', ['customer,order_no,date,amount,city', ...lines].join('\n'));
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText('1 Jan 2025 to 9 Apr 2025');
  const findings = page.getByRole('region', { name: 'Worth knowing' });
  await expect(findings).toContainText('Is 05/01/2025 5 January or May 1? Read as 5 January.');
  await findings.getByRole('button', { name: 'May 1' }).click();
  await expect(heading).toContainText('1 Jan 2025 to 4 Sep 2025');
  await expect(findings).not.toContainText('other way round');

  const city = findings.getByRole('listitem').filter({ hasText: "cells of city say 'NA'" });
  await city.getByRole('button', { name: 'Count as blank' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'city' }).first()).toContainText('5 % blank');

  await expect.poll(() => storedMoments(page)).toBe(3);
  await page.reload();
  await expect(heading).toContainText('1 Jan 2025 to 4 Sep 2025');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(heading).toContainText('1 Jan 2025 to 9 Apr 2025');
});

test('300 columns are shown a few at a time and can be looked for', async ({ page }) => {
  await page.goto('./');
  await chooseText(page, 'wide.csv', wide);
  const columns = page.getByRole('region', { name: 'The columns' });
  await expect(columns.getByRole('listitem')).toHaveCount(12);
  await columns.getByRole('button', { name: 'Show 12 more' }).click();
  await expect(columns.getByRole('listitem')).toHaveCount(24);
  await columns.getByLabel('Look for a column').fill('m29');
  await expect(columns.getByRole('listitem')).toHaveCount(11);
  await expect(columns.getByRole('button', { name: /^m299/ })).toBeVisible();
});
