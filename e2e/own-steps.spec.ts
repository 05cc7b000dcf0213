import { expect, test } from '@playwright/test';
import { faults } from './support/faults';
import { orders } from './support/files';
import { chooseText } from './support/job';

test.use({ locale: 'en-GB' });

test('two steps are kept, used on another file as one, and taken back by one Undo', async ({ page }) => {
  await page.goto('./');
  await chooseText(page, 'october.csv', orders());
  await page.getByRole('link', { name: 'Features' }).click();
  const recipe = page.getByRole('complementary', { name: 'Recipe' });
  const add = page.getByRole('button', { name: 'Add this step' });
  await page.getByRole('button', { name: /^Put numbers into bins/ }).click();
  await add.click();
  await expect(recipe.getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: /^Even out/ }).click();
  await page.getByRole('checkbox', { name: 'amount' }).check();
  await add.click();
  await expect(recipe.getByRole('listitem')).toHaveCount(3);

  await page.getByRole('button', { name: 'What can be done with the recipe' }).click();
  await page.getByRole('menuitem', { name: 'Keep steps to use again' }).click();
  const dialog = page.getByRole('dialog', { name: 'Keep steps to use again' });
  await dialog.getByLabel('Name').fill('Spending');
  expect(await faults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Keep them' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Spending is kept.' })).toBeVisible();

  const next = orders((at) => at + 1).replace('customer,order,date,amount', 'customer,order,date,spent');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^File: october\.csv/ }).click();
  await page.getByRole('menuitem', { name: 'Open another file' }).click();
  await (await chooser).setFiles({ name: 'november.csv', mimeType: 'text/csv', buffer: Buffer.from(next) });
  await expect(page).toHaveTitle(/november\.csv/);
  await page.getByRole('link', { name: 'Features' }).click();
  await page.getByRole('button', { name: 'Use Spending' }).click();
  await page.getByLabel('amount is called').selectOption('spent');
  await page.getByRole('button', { name: 'Use these columns' }).click();
  const steps = recipe.getByRole('listitem');
  await expect(steps).toHaveText([/Read november/, /Put spent into 5 bins/, /Even out long tails: spent/]);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(steps).toHaveCount(1);
});
