import { writeFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { sampleShop } from '../src/engine/sample/sample-shop';
import { chooseFile, downloaded, segment } from './support/job';
import { runnersRows } from './support/runner';

const headline = (page: Page) => page.getByRole('heading', { level: 1 });
const cards = (page: Page) =>
  page.getByRole('region', { name: 'The segments' }).getByRole('heading', { level: 3 });

/** Customers of each segment in the list a person takes away. */
async function sizes(page: Page): Promise<number[]> {
  const rows = await downloaded(page, 'Download customer list');
  const counts = new Map<string, number>();
  for (const { segment_id: id } of rows) counts.set(id!, (counts.get(id!) ?? 0) + 1);
  return [...counts.entries()].sort(([a], [b]) => Number(a) - Number(b)).map(([, count]) => count);
}

/** Makes those in the middle of the map a segment. */
async function drawMiddle(page: Page, name: string): Promise<void> {
  const figure = page.locator('figure').filter({ has: page.getByLabel('Directions shown') });
  await figure.getByRole('button', { name: 'Draw a segment' }).click();
  for (const [edge, at] of [
    ['Left', '-0.5'],
    ['Right', '0.5'],
    ['Lower', '-0.5'],
    ['Upper', '0.5'],
  ] as const)
    await figure.getByLabel(`${edge} edge`).fill(at);
  await expect(figure.getByText(/customers are inside: /)).toBeVisible();
  await figure.getByRole('textbox', { name: 'Name' }).fill(name);
  await figure.getByRole('button', { name: 'Make it a segment' }).click();
  await expect(cards(page).filter({ hasText: name })).toHaveCount(1);
}

/** Takes what the Export page offers. */
async function saved(page: Page, what: 'recipe' | 'model', path: string): Promise<void> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: `Download ${what}` }).click();
  await (await waiting).saveAs(path);
}

test('segments are merged, split, compared and brought back, and the runner labels as the tab does', async ({
  page,
}, info) => {
  const file = info.outputPath('shop.csv');
  await writeFile(file, sampleShop(1));
  await page.goto('./');
  await chooseFile(page, file);
  await segment(page);
  const before = await headline(page).textContent();
  const found = await sizes(page);

  await page
    .getByRole('button', { name: /^Change / })
    .last()
    .click();
  await page.getByRole('menuitem', { name: 'Merge with another…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').last().check();
  await expect(dialog.getByRole('status')).toContainText('Together');
  await dialog.getByLabel('Name').fill('The others');
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(cards(page).filter({ hasText: 'The others' })).toHaveCount(1);
  const merged = await sizes(page);
  expect(merged).toHaveLength(found.length - 1);
  expect(merged.at(-1)).toBe(found.slice(-2).reduce((sum, size) => sum + size, 0));

  await page.getByRole('button', { name: 'Change The others' }).click();
  await page.getByRole('menuitem', { name: 'Split in parts…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Split' }).click();
  await expect(cards(page)).toHaveCount(found.length);
  expect((await sizes(page)).reduce((sum, size) => sum + size, 0)).toBe(
    found.reduce((sum, size) => sum + size, 0),
  );

  const choice = page.getByLabel('Compare with');
  const earlier = choice.locator('option', { hasText: 'As it was: Group into segments' });
  await choice.selectOption((await earlier.textContent())!);
  const figure = page.getByRole('figure', { name: /adjusted Rand index/ });
  await expect(figure).toBeVisible();
  await expect(figure.getByRole('row')).toHaveCount(found.length + 1);
  await expect(choice).toBeFocused();

  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(cards(page)).toHaveCount(found.length - 1);
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(headline(page)).toHaveText(before!);
  expect(await sizes(page)).toEqual(found);

  // The same once more, with a new name and a segment drawn on the map: the runner has to come to the same labels.
  for (let again = 0; again < 2; again++) await page.getByRole('button', { name: 'Redo' }).first().click();
  await expect(cards(page)).toHaveCount(found.length);
  await page.getByTitle('Rename').first().click();
  await page.keyboard.type('Our best');
  await page.keyboard.press('Enter');
  await expect(cards(page).filter({ hasText: 'Our best' })).toHaveCount(1);
  await drawMiddle(page, 'The middle');
  const labels = await downloaded(page, 'Download customer list');
  expect(new Set(labels.map(({ segment: name }) => name))).toContain('The middle');

  await page.getByRole('link', { name: 'Export' }).click();
  await page.getByRole('link', { name: 'Next month' }).click();
  for (const what of ['recipe', 'model'] as const) {
    const path = info.outputPath(`${what}.json`);
    await saved(page, what, path);
    expect(await runnersRows(file, `--${what}`, path)).toEqual(labels);
  }
});
