import { expect, test } from '@playwright/test';

test('Explore tells the table in words, opens a column by keyboard, and goes back to its card', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await page.getByRole('link', { name: 'Explore' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/ times as (much|many rows) as /);
  await expect(page.getByRole('heading', { name: 'Worth knowing' })).toBeVisible();

  const card = page
    .locator('[data-column]')
    .filter({ hasText: /amount|price|quantity/i })
    .first();
  const name = (await card.textContent())!;
  await card.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeFocused();
  await expect(page.locator('figure svg').first()).toBeVisible();

  await page.getByLabel('Bars').focus();
  await page.keyboard.press('Home');
  await expect(page.locator('output')).toHaveText('4');
  await page.goBack();
  await expect(card).toBeFocused();
});
