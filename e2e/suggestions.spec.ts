import { expect, test } from '@playwright/test';
import { csv } from './support/files';
import { chooseText } from './support/job';

test.use({ locale: 'en-GB' });

/** 240 customers: 12 incomes blank and one 666666, 24 plans with a blank behind, one odd plan, a shop for all. */
const people = csv('customer_id,visits,spend,income,plan,shop', 240, (at) =>
  [
    `C${at}`,
    (at * 7) % 30,
    `${at * 3 + 10}.5`,
    at === 9 ? 666666 : at % 20 === 7 ? '' : 20_000 + at * 31,
    at === 50 ? 'YOLO' : `${['basic', 'plus', 'family'][at % 3]!}${at % 10 === 4 ? ' ' : ''}`,
    'North',
  ].join(','),
);

test('all that is safe is applied by one click and taken back by one', async ({ page }) => {
  await page.goto('./');
  await chooseText(page, 'people.csv', people);
  await page.getByRole('link', { name: 'Clean' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '5 suggestions; none changes your segments.',
  );
  const suggestions = page.getByRole('region', { name: 'Suggestions' });
  const blank = suggestions.getByRole('listitem').filter({ hasText: 'cells of income are blank' });
  await expect(blank).toContainText('12');
  await blank.getByRole('button', { name: 'Show examples' }).click();
  await expect(blank).toContainText('Ten of them:');
  await expect(blank.getByRole('listitem')).toHaveCount(10);

  const odd = suggestions.getByRole('listitem').filter({ hasText: 'YOLO' });
  await odd.getByRole('button', { name: 'Not here' }).click();
  await expect(odd).toHaveCount(0);
  await suggestions.getByRole('button', { name: 'Apply the 4 safe ones' }).click();

  const recipe = page.getByRole('complementary', { name: 'Recipe' });
  const steps = recipe.getByRole('listitem');
  await expect(steps).toHaveCount(5);
  await expect(steps.filter({ hasText: 'Keep income below 666666' })).toContainText('1 cell');
  // The placeholder is blank by then, and filled with the others.
  await expect(steps.filter({ hasText: 'Fill blank income' })).toContainText('13 cells');
  await expect(steps.filter({ hasText: 'Clean plan' })).toContainText('24 cells');
  await expect(steps.filter({ hasText: 'Remove shop' })).toContainText('1 column');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing to suggest for this table.');

  await page.keyboard.press('Control+z');
  await expect(steps).toHaveCount(1);
  await expect(suggestions.getByRole('listitem')).toHaveCount(4);
  await page.keyboard.press('Control+z');
  await expect(odd).toHaveCount(1);
});
