import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { csv, orders } from './support/files';
import { chooseText, segment } from './support/job';

test.use({ locale: 'en-GB' });

/** The model that is saved once the orders of spring were segmented. */
async function savedModel(page: Page): Promise<Buffer> {
  await page.goto('./');
  await chooseText(page, 'spring.csv', orders());
  await segment(page);
  await page.getByRole('link', { name: 'Export' }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: /model|learnt/i }).click();
  return readFile(await (await waiting).path());
}

const june = csv(
  'client,order,date,amount,channel',
  160,
  (at) => `C${at % 40},N${at},2025-06-${10 + (at % 19)},${((at * 31) % 90) + 5},web`,
);
const dialog = (page: Page) => page.getByRole('dialog');

test('a recipe says what differs in another file, and runs at a word', async ({ page }) => {
  const buffer = await savedModel(page);
  await page.getByRole('button', { name: /^File: / }).click();
  await page.getByRole('menuitem', { name: 'Close this file' }).click();

  await chooseText(page, 'spring.model.json', buffer);
  await expect(page.getByRole('note')).toContainText('spring.model.json is a recipe');
  await chooseText(page, 'june.csv', june);

  await expect(dialog(page)).toContainText('One column has another name than in spring.csv');
  await expect(dialog(page).getByLabel('customer is here')).toHaveValue('client');
  await dialog(page).getByLabel('customer is here').selectOption({ label: 'not in the file' });
  await expect(dialog(page)).toContainText('customer is not in the file');
  await expect(dialog(page).getByRole('button', { name: 'Learn again' })).toBeDisabled();
  await expect(dialog(page).getByRole('button', { name: 'Reuse what was learnt' })).toBeDisabled();

  await dialog(page).getByLabel('customer is here').selectOption('client');
  await dialog(page).getByRole('button', { name: 'Reuse what was learnt' }).click();
  await expect(page.getByRole('button', { name: 'Download customer list' })).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  const recipe = page.getByRole('complementary', { name: 'Recipe' });
  await expect(recipe).toContainText('Read june.csv');
  await expect(recipe).toContainText('40 customers');
});

test('what is no recipe is said in a sentence', async ({ page }) => {
  await page.goto('./');
  await chooseText(page, 'orders.csv', orders());
  await expect(page.getByRole('heading', { level: 1 })).toContainText('200 order lines');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^File: / }).click();
  await page.getByRole('menuitem', { name: 'Open another file' }).click();
  await (
    await chooser
  ).setFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('200 order lines');
});
