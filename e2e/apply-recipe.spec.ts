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
  await page.getByRole('link', { name: 'Next month' }).click();
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
  await expect(page.getByRole('note')).toContainText(
    'made for spring.csv, with what they learnt, wait for a file',
  );
  await chooseText(page, 'june.csv', june);

  await expect(dialog(page)).toContainText('One column has another name than in spring.csv');
  await expect(dialog(page).getByLabel('customer is called')).toHaveValue('client');
  await dialog(page).getByLabel('customer is called').selectOption({ label: 'not in the file' });
  await expect(dialog(page)).toContainText('customer is not in the file');
  await expect(dialog(page).getByRole('button', { name: 'Learn again' })).toBeDisabled();
  await expect(dialog(page).getByRole('button', { name: 'Reuse what was learnt' })).toBeDisabled();

  await expect(dialog(page).getByRole('region', { name: 'What each step would do' })).toHaveCount(0);

  await dialog(page).getByLabel('customer is called').selectOption('client');
  await dialog(page).getByRole('button', { name: 'Reuse what was learnt' }).click();
  await expect(page.getByRole('button', { name: 'Download customer list' })).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  const recipe = page.getByRole('complementary', { name: 'Recipe' });
  await expect(recipe).toContainText('Read june.csv');
  await expect(recipe).toContainText('40 customers');
});

/** Opens a file through the menu of the one that is open. */
async function openAnother(page: Page, name: string, content: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^File: / }).click();
  await page.getByRole('menuitem', { name: 'Open another file' }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
}

test('what was done is done to the next file in one choice, read as the first was', async ({ page }) => {
  await page.goto('./');
  // Only the last row tells that the month comes first.
  const american = (at: number) => `${at === 199 ? '12/31' : `0${1 + (at % 9)}/0${1 + (at % 5)}`}/2024`;
  const rows = csv(
    'customer;order;day;amount',
    200,
    (at) => `C${at % 40};O${at};${american(at)};${((at * 37) % 90) + 5},50`,
  );
  await chooseText(page, 'spring.csv', rows);
  await segment(page);

  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^File: / }).click();
  await page.getByRole('menuitem', { name: 'Do the same to another file' }).click();
  const next = csv(
    'customer;order;day;amount',
    160,
    (at) => `C${at % 40};N${at};0${2 + (at % 3)}/0${1 + (at % 9)}/2025;${((at * 31) % 90) + 5},25`,
  );
  await (await chooser).setFiles({ name: 'june.csv', mimeType: 'text/csv', buffer: Buffer.from(next) });

  await expect(dialog(page)).toContainText('This file is like spring.csv');
  // Nothing is missing, so that each step is tried without being asked for.
  await expect(dialog(page).getByRole('region', { name: 'What each step would do' })).toContainText(
    'steps can be done. Nothing has changed yet.',
  );
  await dialog(page).getByRole('button', { name: 'Reuse what was learnt' }).click();
  await expect(page.getByRole('button', { name: 'Download customer list' })).toBeVisible();
  await page.getByRole('link', { name: 'Data' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 Feb 2025 to 9 Apr 2025');
  await expect(page.getByRole('main')).not.toContainText('days and months could change places');
});

test('hostile and broken recipes are a sentence each, and the file stays', async ({ page }) => {
  await page.goto('./');
  await chooseText(page, 'orders.csv', orders());
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText('200 order lines');
  const name = '<img src=x onerror=alert(1)>';
  const source = {
    name: `${name}.csv`,
    read: { encoding: 'utf-8', delimiter: ',', quote: '"', skip: 0, header: true, decimal: '.', missing: [] },
    grain: 'orders',
    columns: [{ name, kind: 'text', role: null }],
  };
  const recipe = { format: 'tessera-recipe', version: 1, sources: [source], steps: [] as unknown[] };
  const deep = `{"format":"tessera-recipe","version":1,"steps":${'['.repeat(9000)}${']'.repeat(9000)}}`;
  const cases: readonly (readonly [content: string, sentence: string])[] = [
    ['{"a":1}', 'x.json is not a recipe or model that Tessera saved'],
    [JSON.stringify(recipe).slice(0, 50), 'x.json is no recipe: it is cut off'],
    [deep, 'x.json is far larger than any recipe'],
    [JSON.stringify({ ...recipe, version: 7 }), 'x.json was saved by a newer version of Tessera'],
    ['{"__proto__":{"format":"tessera-recipe"}}', 'x.json is not a recipe or model that Tessera saved'],
  ];
  for (const [content, sentence] of cases) {
    await openAnother(page, 'x.json', content);
    await expect(page.getByRole('alert')).toContainText(sentence);
    await expect(heading).toContainText('200 order lines');
  }

  const unknown = { id: 'a', op: 'phone-home', version: 1, enabled: true, params: {} };
  await openAnother(page, 'x.json', JSON.stringify({ ...recipe, steps: [unknown] }));
  await expect(dialog(page)).toContainText("The step 'phone-home' comes from a newer version.");
  await expect(dialog(page)).toContainText(name);
  await expect(dialog(page).getByRole('button', { name: 'Learn again' })).toBeDisabled();
  await dialog(page).getByRole('button', { name: 'Leave it' }).click();
  await expect(heading).toContainText('200 order lines');
});
