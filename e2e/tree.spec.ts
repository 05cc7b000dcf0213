import { expect, test } from '@playwright/test';
import { faults } from './support/faults';
import { downloaded, segment } from './support/job';

test('customers are grouped by a tree, its top drawn with the cut, and back', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await segment(page);
  const alike = await page.getByRole('heading', { level: 1 }).textContent();
  const how = page.getByLabel('How customers are grouped');
  await how.selectOption('hierarchical');

  const title = page.getByRole('heading', { name: /^Cut into (two|three|four|five|six)/ });
  await title.scrollIntoViewIfNeeded();
  const words = (await title.textContent())!;
  const picture = page.getByRole('img', { name: words });
  await expect(picture.locator('svg')).toBeVisible();
  const figure = page.locator('figure').filter({ has: title });
  await figure.getByRole('button', { name: 'Table' }).click();
  await expect(page.getByRole('table', { name: words }).getByRole('row').nth(1)).toContainText('2');
  expect(await faults(page, 'article.segments')).toEqual([]);

  // Another number cuts the same tree.
  await page.getByRole('slider', { name: 'How many segments?' }).first().press('End');
  await expect(page.getByRole('heading', { name: /^Cut into ten/ })).toBeAttached();
  const list = await downloaded(page, 'Download customer list');
  expect(new Set(list.map(({ segment_id: id }) => id)).size).toBe(10);

  await how.selectOption('kmeans');
  await expect(page.getByRole('heading', { name: /^Cut into/ })).toHaveCount(0);
  for (let back = 0; back < 3; back++) {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('button', { name: 'Redo' })).toBeEnabled();
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(alike!);
});
