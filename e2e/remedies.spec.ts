import { expect, test } from '@playwright/test';
import { csv } from './support/files';
import { chooseText, segment } from './support/job';

test.use({ locale: 'en-GB' });

/** 240 order lines of 40 customers whose numbers end in .0; three lines cost nothing. */
const orders = csv(
  'customer_id,order_no,date,quantity,unit_price',
  240,
  (at) =>
    `${100 + (at % 40)}.0,O${at >> 1},2025-0${1 + (at % 9)}-1${at % 8},${1 + (at % 3)},${at % 80 === 7 ? 0 : ((at * 37) % 90) + 5}`,
);

test('a finding is mended by one click, as a step that can be taken back', async ({ page }) => {
  await page.goto('./');
  await chooseText(page, 'orders.csv', orders);
  const ids = page.getByRole('listitem').filter({ hasText: 'end in .0' });
  await expect(ids).toContainText('40');
  await expect(page.getByRole('gridcell', { name: '100.0', exact: true }).first()).toBeVisible();

  await ids.getByRole('button', { name: 'Write 100 instead' }).click();
  await expect(ids).toHaveCount(0);
  const recipe = page.getByRole('complementary', { name: 'Recipe' });
  await expect(recipe).toContainText('Write customer_id without .0');
  await expect(recipe).toContainText('240 cells');
  await expect(page.getByRole('gridcell', { name: '100', exact: true }).first()).toBeVisible();

  const free = page.getByRole('listitem').filter({ hasText: 'cost nothing or less' });
  await free.getByRole('button', { name: 'Set aside' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('237 order lines');

  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('240 order lines');
  await expect(free).toHaveCount(1);
  await expect(recipe).toContainText('Write customer_id without .0');

  // What the button does comes behind what the person did.
  await segment(page);
  const steps = await recipe.getByRole('listitem').allInnerTexts();
  expect(steps[1]).toContain('Write customer_id without .0');
  expect(steps[2]).toContain('Drop exact copies');
  await page.reload();
  await expect(recipe).toContainText('Write customer_id without .0');
});

test('lines that repeat the names are told, and left out by one click', async ({ page }) => {
  const [header, ...rows] = orders.trimEnd().split('\n');
  const text = [header, ...rows, header, ...rows.map((row) => row.replace('.0,O', '.0,P')), ''].join('\n');
  await page.goto('./');
  await chooseText(page, 'two.csv', text);
  await expect(page.getByText('row repeats the names of the columns: row 242')).toBeVisible();
  await page.getByRole('button', { name: 'Leave them out' }).click();
  await expect(page.getByText('Left out. The 240 rows below count like the others.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('480 order lines from 40 customers');
  await segment(page);
});
