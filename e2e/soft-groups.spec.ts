import { expect, test } from '@playwright/test';
import { faults } from './support/faults';
import { downloaded, segment } from './support/job';

test('customers are grouped by a Gaussian mixture, how surely is said, and all of it taken back', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await segment(page);
  const heading = page.getByRole('heading', { level: 1 });
  const alike = await heading.textContent();

  await page.getByLabel('How customers are grouped').selectOption('soft groups (Gaussian mixture)');
  await expect(page.getByRole('heading', { name: /^BIC is lowest/ })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('slider', { name: 'How many segments?' }).first().press('Home');
  await expect(heading).toContainText('Two segments');
  await expect(page.getByText(/of its customers clearly belong here/)).toHaveCount(2);
  expect(await faults(page, 'article.segments')).toEqual([]);

  const list = await downloaded(page, 'Download customer list');
  const likely = list.map((customer) => Number(customer['segment_probability']));
  expect(likely.every((one) => one >= 0.5 && one <= 1)).toBe(true);

  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(heading).toHaveText(alike!);
  await expect(page.getByText(/of its customers clearly belong here/)).toHaveCount(0);
});
