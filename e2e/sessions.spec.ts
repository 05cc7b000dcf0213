import { expect, test, type Page } from '@playwright/test';
import { downloaded, segment } from './support/job';

async function segmentSample(page: Page) {
  await page.goto('./');
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await segment(page);
}

const stored = (page: Page) =>
  page.waitForFunction(async () => {
    const databases = await indexedDB.databases();
    return databases.length > 0 && sessionStorage.getItem('tessera-session') !== null;
  });

test('a reload brings back table, recipe, history and results', async ({ page }) => {
  await segmentSample(page);
  const verdict = await page.getByRole('heading', { level: 1 }).innerText();
  const before = await downloaded(page, 'Download customer list');
  const steps = await page.getByRole('complementary', { name: 'Recipe' }).innerText();
  await stored(page);

  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(verdict);
  await expect(page.getByText('Back where you were')).toBeVisible();
  expect(await page.getByRole('complementary', { name: 'Recipe' }).innerText()).toBe(steps);
  expect(await downloaded(page, 'Download customer list')).toEqual(before);

  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: 'Data' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('order lines from');
  await page.getByRole('button', { name: 'Redo' }).click();
  await page.getByRole('link', { name: 'Segments' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(verdict);
});

test('what was undone is kept as a branch, across a reload', async ({ page }) => {
  await segmentSample(page);
  const verdict = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('button', { name: 'Undo' }).click();
  const recipe = page.getByRole('complementary', { name: 'Recipe' });
  await expect(recipe.getByRole('listitem')).toHaveCount(1);
  await page.goto('./#/data');
  await page.getByRole('button', { name: 'Segment my customers' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(verdict);
  await stored(page);

  await page.reload();
  await expect(page.getByText('Back where you were')).toBeVisible();
  await page.keyboard.press('Control+Alt+z');
  const history = page.getByRole('dialog', { name: 'History' });
  await expect(history.getByRole('button', { name: 'Segmented the customers' })).toHaveCount(2);
  await expect(history.getByText('Left aside: 1 moment')).toBeVisible();
  await history.getByRole('button', { name: 'Opened the file' }).click();
  await expect(history.locator('[aria-current=step]')).toContainText('Opened the file');
  await history.getByRole('button', { name: 'Segmented the customers' }).first().click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(verdict);
});

test('another tab finds the session on the landing page and can delete it', async ({ page, context }) => {
  await segmentSample(page);
  await stored(page);
  const other = await context.newPage();
  await other.goto('./');
  await other.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(other.getByRole('heading', { level: 1 })).toContainText('segments');

  await other.goto('./#/privacy');
  await other.getByRole('button', { name: 'Remove everything from this device' }).click();
  await other
    .getByRole('dialog')
    .getByRole('button', { name: /^Remove/ })
    .click();
  await other.goto('./');
  await expect(other.getByRole('heading', { level: 1 })).toContainText('Find the groups');
  await expect(other.getByText('Continue')).toHaveCount(0);
});
