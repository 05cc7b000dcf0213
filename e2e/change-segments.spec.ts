import { expect, test, type Page } from '@playwright/test';
import { downloaded, segment } from './support/job';

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

test('segments are merged and split by hand, compared with what they were, and brought back', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
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
});
