import { expect, test } from '@playwright/test';
/** By pandas: tests/expectations/aggregate/aggregate.py. */
import expected from '../tests/expectations/aggregate/aggregate.json' with { type: 'json' };
import { chooseFile, downloaded, hasShared, NO_SHARED, segment, shared } from './support/job';
import { runnersRows } from './support/runner';

test.skip(!hasShared, NO_SHARED);

test('order lines become a customer table of twenty features by clicks, and the runner makes the same', async ({
  page,
}, info) => {
  const file = shared('transactions/online_retail_2010-2011.csv');
  const wanted = expected.files['online_retail_2010-2011.csv'];
  await page.goto('./');
  await chooseFile(page, file);
  await page.getByRole('link', { name: 'Features' }).click();
  await page.getByRole('button', { name: 'Make customers of orders' }).click();
  await expect(page.getByText('541,909 rows would become 4,339.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Order lines' }).uncheck();
  await page.getByRole('checkbox', { name: 'Favourite Country' }).uncheck();
  await expect(page.getByText('20 of 22 chosen')).toBeVisible();
  await page.getByRole('button', { name: 'Add this step' }).click();
  await expect(page.getByText('4,339 rows, 21 columns, after 1 step')).toBeVisible();

  await page.getByRole('link', { name: 'Data' }).click();
  await expect(page.getByText('made of orders by a step of yours')).toBeVisible();
  await segment(page);
  const list = await downloaded(page, 'Download customer list');
  expect([list.length, Object.keys(list[0]!).length]).toEqual([wanted.customers, 1 + 20 + 2]);
  const some = list.filter((_, i) => i % 97 === 0).map((row) => Number(row.monetary));
  expect(some.map((money, i) => Math.abs(money - wanted.monetary.some[i]!) < 1e-6)).not.toContain(false);

  await page.getByRole('link', { name: 'Export' }).click();
  await page.getByRole('link', { name: 'Next month' }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download recipe' }).click();
  const recipe = info.outputPath('recipe.json');
  await (await waiting).saveAs(recipe);
  expect(await runnersRows(file, '--recipe', recipe)).toEqual(list);
});
