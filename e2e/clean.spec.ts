import { expect, test } from '@playwright/test';
import { csv } from './support/files';
import { faults } from './support/faults';
import { chooseText } from './support/job';

test.use({ locale: 'en-GB' });

/** 240 order lines of 40 customers whose numbers end in .0; every tenth line names no product. */
const orders = csv(
  'customer_id,order_no,date,product,unit_price',
  240,
  (at) =>
    `${100 + (at % 40)}.0,O${at >> 1},2025-0${1 + (at % 9)}-1${at % 8},${at % 10 === 3 ? '' : `P${at % 7}`},${((at * 37) % 90) + 5}`,
);

test('cleaning by keyboard alone: a step is chosen, its effect seen, added, moved and taken back', async ({
  page,
}) => {
  await page.goto('./');
  await chooseText(page, 'orders.csv', orders);
  await page.getByRole('link', { name: 'Clean' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Clean · orders.csv · Tessera');
  expect(await faults(page)).toEqual([]);

  await page.getByLabel('Find a step').focus();
  await page.keyboard.type('without .0');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Write numbers without \.0/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Write numbers without .0' })).toBeFocused();
  const add = page.getByRole('button', { name: 'Add this step' });
  await expect(add).toBeDisabled();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  const form = page.getByRole('region', { name: 'Write numbers without .0' });
  await expect(form.getByRole('status')).toHaveText('240 of 240 cells would change.');
  await expect(form.getByRole('listitem')).toHaveCount(10);
  await expect(form.getByRole('listitem').first()).toHaveText('100.0 row 2');
  await expect(form.locator('del').first()).toHaveText('.0');
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Clean by hand' })).toBeFocused();
  const recipe = page.getByRole('complementary', { name: 'Recipe' });
  await expect(recipe).toContainText('Write customer_id without .0');

  // From the head of a column to a step that fits it.
  await page.getByRole('grid', { name: 'The table as it stands' }).focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'Enter'])
    await page.keyboard.press(key);
  await expect(page.getByRole('menu', { name: 'Steps for product' })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Set aside rows with blanks' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '24 of 240 rows would go.' })).toBeVisible();
  await add.focus();
  await page.keyboard.press('Enter');
  const steps = recipe.getByRole('listitem');
  await expect(steps.nth(2)).toContainText('Set aside rows without product');

  await steps.nth(2).getByRole('button').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(steps.nth(1)).toContainText('Set aside rows without product');
  await expect(steps.nth(1).getByRole('button')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(steps.nth(1)).toContainText('Write customer_id without .0');
  for (const left of [2, 1]) {
    await page.keyboard.press('Control+z');
    await expect(steps).toHaveCount(left);
  }
});
