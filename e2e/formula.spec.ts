import { expect, test } from '@playwright/test';
import { csv } from './support/files';
import { faults } from './support/faults';
import { chooseText } from './support/job';

test.use({ locale: 'en-GB' });

const orders = csv(
  'customer_id,order_no,date,quantity,unit_price',
  120,
  (at) => `C${at % 30},O${at >> 1},2025-0${1 + (at % 9)}-1${at % 8},${1 + (at % 3)},${((at * 37) % 90) + 5}`,
);

test('a formula is written by completion, put right by its proposal, seen on twenty rows and added', async ({
  page,
}) => {
  await page.goto('./');
  await chooseText(page, 'orders.csv', orders);
  await page.getByRole('link', { name: 'Features' }).click();
  await page.getByRole('button', { name: /^Calculate a column/ }).click();
  const form = page.getByRole('region', { name: 'Calculate a column' });
  await form.getByLabel('Name of the new column').fill('total');
  const formula = form.getByRole('textbox', { name: 'Formula' });

  // By keys alone: a function, a column, an operator.
  await formula.pressSequentially('roun');
  await expect(form.getByRole('option', { name: /^round/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.type('[');
  await expect(form.getByRole('option')).toHaveCount(5);
  expect(await faults(page)).toEqual([]);
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(formula).toHaveValue('round([quantity])');
  await page.keyboard.type(' * [unit_prise]');
  await page.keyboard.press('End');
  await expect(form.getByText("There is no column 'unit_prise'.")).toBeVisible();
  await expect(formula).toHaveAttribute('aria-invalid', 'true');
  await expect(form.getByRole('button', { name: 'Add this step' })).toBeDisabled();
  expect(await faults(page)).toEqual([]);

  await form.getByRole('button', { name: 'Change to [unit_price]' }).click();
  await expect(formula).toHaveValue('round([quantity] * [unit_price])');
  const live = form.getByRole('region', { name: 'The first rows' });
  await expect(live.getByRole('row')).toHaveCount(21);
  await expect(live.getByRole('row').nth(2).getByRole('cell')).toHaveText(['2', '42', '84']);
  await expect(form.getByText('total is a number.')).toBeVisible();

  await form.getByRole('button', { name: 'Add this step' }).click();
  await expect(page.getByRole('complementary', { name: 'Recipe' })).toContainText(
    'Calculate total = round([quantity] * [unit_price])',
  );
});
