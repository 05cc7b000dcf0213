import { expect, test } from '@playwright/test';
import { csv } from './support/files';
import { chooseText, storedMoments } from './support/job';

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

/** 300 customers of three regions, of whom every tenth has no income; those of the north have the highest. */
const CUSTOMERS = csv('customer,region,income,orders', 300, (i) => {
  const region = ['north', 'south', 'east'][i % 3]!;
  const income = i % 10 === 0 ? '' : 20_000 + ((i * 137) % 9000) + (region === 'north' ? 20_000 : 0);
  return `C${1000 + i},${region},${income},${1 + (i % 7)}`;
});

test('rows chosen in a large picture stay chosen on the cards, and become a step and a segment', async ({
  page,
}) => {
  await page.goto('./');
  await chooseText(page, 'customers.csv', CUSTOMERS);
  await page.getByRole('link', { name: 'Explore' }).click();
  const status = page.locator('[role=status]').filter({ hasText: 'selected' });

  // A value by the mouse, in the large picture of a column; back on the cards, with the keyboard and its blanks.
  await page.locator('[data-column=region]').click();
  const values = page.getByRole('slider', { name: 'Choose rows by region' });
  await expect(values.locator('svg').first()).toBeVisible();
  await values.click({ position: { x: 120, y: 12 } });
  await expect(status).toContainText('100 of 300 rows selected');
  await expect(status).toContainText('income');
  await page.goBack();
  await expect(status).toContainText('100 of 300 rows selected');
  const blanks = page.getByRole('button', { name: '10 % blank in income' });
  await blanks.click();
  await expect(status).toContainText('10 of 300 rows selected');
  await page.getByRole('button', { name: 'Make this a segment' }).click();
  await expect(page.getByRole('dialog')).toContainText('A segment cannot ask for blanks.');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Keep only these rows' }).click();
  await expect(page.getByText('10 rows × 4 columns')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(page.getByText('300 rows × 4 columns')).toBeVisible();

  const boxes = page.getByRole('slider', { name: 'Choose rows by income, beside region' });
  await boxes.press('Home');
  await expect(status).toContainText('of 300 rows selected');
  await boxes.press('Shift+PageDown');
  await expect(boxes).toHaveAttribute('aria-valuetext', /11 bars chosen$/);
  await page.keyboard.press('Escape');

  const income = page.getByRole('slider', { name: 'Choose rows by income' }).first();
  await income.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(status).toContainText('of 300 rows selected');
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Keep only these rows' })).toBeFocused();
  await page.keyboard.press('s');
  await expect(income).toBeFocused();
  await page.getByRole('button', { name: 'Make this a segment' }).click();
  await page.getByLabel('Name').fill('Well off');
  await page.getByRole('button', { name: 'Make the segment' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Two segments');
  await expect(page.getByRole('heading', { level: 3, name: 'Well off' })).toBeVisible();
});

/** The same, more of the south without an income; what they spent goes with it. */
const SHOPPERS = csv('customer,region,income,spent,visits', 300, (i) => {
  const region = ['north', 'south', 'east'][i % 3]!;
  const income = 20_000 + ((i * 137) % 9000) + (region === 'north' ? 20_000 : 0);
  const blank = region === 'south' && i % 2 === 0;
  return `C${1000 + i},${region},${blank ? '' : income},${Math.round(income / 40) + (i % 11)},${1 + ((i * 7) % 13)}`;
});

test('a split stays from page to page and in the address, squares open two columns, blanks are told by group', async ({
  page,
}) => {
  await page.goto('./');
  await chooseText(page, 'shoppers.csv', SHOPPERS);
  await page.getByRole('link', { name: 'Explore' }).click();
  await page.getByLabel('Split by').selectOption('region');
  const card = page.getByRole('listitem').filter({ has: page.locator('[data-column=income]') });
  await expect(card).toContainText(
    /% of the filled cells in the rows where region is north are .* of all filled cells\./,
  );

  await page.locator('[data-column=income]').click();
  await expect(page).toHaveURL(/#\/explore\/income\?by=region$/);
  await expect(page.getByRole('heading', { name: /^income is highest for north/ })).toBeVisible();
  await expect.poll(() => storedMoments(page)).toBe(1);
  await page.reload();
  await expect(page.getByRole('heading', { name: /^income is highest for north/ })).toBeVisible();
  await page.getByRole('link', { name: 'All columns' }).click();
  await expect(card).toContainText(
    /% of the filled cells in the rows where region is north are .* of all filled cells\./,
  );

  await page.getByLabel('Blanks by').selectOption('region');
  await expect(
    page.getByRole('heading', { name: /^income is blank more often where region is south/ }),
  ).toBeVisible();
  await page.getByRole('slider', { name: /^Walk over the cells/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[role=status]').filter({ hasText: 'rows selected' })).toBeVisible();
  await page.keyboard.press('Escape');
  const squares = page.getByRole('slider', { name: /^Walk over the squares/ }).last();
  await squares.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect(squares).toHaveAttribute('aria-valuetext', /Pearson/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Two columns', exact: true })).toBeFocused();
});
