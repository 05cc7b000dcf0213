import { expect, test } from '@playwright/test';
import { faults } from './support/faults';
import { chooseText, downloaded, segment } from './support/job';

/** Two groups that spend alike within, and in each customers of two plans. */
const CUSTOMERS = [
  'customer_id,visits,spend,plan',
  ...Array.from({ length: 240 }, (_, at) => {
    const often = at % 2 === 0;
    const visits = (often ? 60 : 20) + ((at * 7) % 11);
    const spend = (often ? 400 : 100) + ((at * 13) % 29);
    return `K${1000 + at},${visits},${spend},${at % 4 < 2 ? 'monthly' : 'yearly'}`;
  }),
].join('\n');

test('customers are grouped by numbers and words, chosen by the person, and back', async ({ page }) => {
  await page.goto('./');
  await chooseText(page, 'plans.csv', CUSTOMERS);
  await segment(page);
  const alike = await page.getByRole('heading', { level: 1 }).textContent();
  const how = page.getByLabel('How customers are grouped');

  await how.selectOption('k-prototypes');
  const group = page.getByRole('button', { name: 'Group by these' });
  const plan = page.getByRole('checkbox', { name: 'plan' });
  await plan.uncheck();
  await expect(group).toBeDisabled();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(how).toHaveValue('kmeans');

  await how.selectOption('k-prototypes');
  await expect(plan).toBeChecked();
  expect(await faults(page, 'article.segments')).toEqual([]);
  await group.click();
  await expect(page.getByText('plan counts too; the pictures show the numbers alone.')).toBeVisible();

  await page.getByRole('slider', { name: 'How many segments?' }).first().press('Home');
  await page.getByRole('slider', { name: 'How many segments?' }).first().press('PageUp');
  await expect(page.getByText(/^Most common: (monthly|yearly) \(plan, 100.%\)\.$/)).toHaveCount(4);
  const list = await downloaded(page, 'Download customer list');
  expect(new Set(list.map(({ segment_id: id, plan: of }) => `${id} ${of}`)).size).toBe(4);

  await how.selectOption('kmeans');
  await expect(page.getByText('plan counts too')).toHaveCount(0);
  await page.getByRole('slider', { name: 'How many segments?' }).first().press('Home');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(alike!);
});
