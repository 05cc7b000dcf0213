import { expect, test } from '@playwright/test';
import { orders, wide } from './support/files';
import { chooseText } from './support/job';

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
  await amount.getByRole('button', { name: 'amount' }).click();
  await expect(amount).toContainText("row 152 says 'twelve'");
  await expect(amount.getByRole('rowheader', { name: '2', exact: true })).toBeVisible();

  await amount.getByRole('button', { name: 'Show rows' }).click();
  await expect(page.getByRole('dialog').getByRole('gridcell', { name: 'twelve' })).toBeVisible();
  await page.keyboard.press('Escape');

  await amount.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('menuitem', { name: 'Read as numbers' }).click();
  await expect(amount).toContainText('1 to 50');
  await expect(amount).toContainText('1 blank');
  await amount.getByRole('button', { name: 'amount' }).focus();
  await expect(amount).toContainText('typical');
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
  await expect(columns.getByRole('button', { name: 'm299' })).toBeVisible();
});
