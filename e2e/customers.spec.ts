import { expect, test } from '@playwright/test';
import { serve } from '../tools/serve.mjs';
import { dist, savedForOffline } from './support/app';
import { chooseFile, downloaded, hasShared, NO_SHARED, segment, shared } from './support/job';
import { runnersRows } from './support/runner';

test.use({ serviceWorkers: 'allow' });

test.skip(!hasShared, NO_SHARED);
const file = shared('customers/marketing_campaign_semicolon.csv');

test('a customer file is sorted into lists, and three clicks lead to its list', async ({ page }) => {
  await page.goto('./');
  await chooseFile(page, file);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '2,240 customers, one row each, 29 columns.',
  );
  await expect(page.getByLabel('The customer is')).toHaveValue('ID');

  await page.getByText('Grouped by 12 columns, described by 14').click();
  const lists = page.getByRole('region', { name: 'How the columns are used' });
  await expect(lists.getByRole('heading', { name: 'Grouped by 12' })).toBeVisible();
  await expect(lists.getByRole('heading', { name: 'Described by 14' })).toBeVisible();
  await expect(lists.getByRole('heading', { name: 'Left out 2' })).toBeVisible();
  await expect(lists.getByText('always 3')).toBeVisible();

  await segment(page);
  const rows = await downloaded(page, 'Download customer list');
  expect(rows).toHaveLength(2240);
  expect(Object.keys(rows[0]!)).toHaveLength(1 + 12 + 2);
});

test('the whole job runs after the server is gone', async ({ page }) => {
  const host = await serve({ dir: dist, headers: false, base: '/some/path/' });
  await page.goto(host.url);
  await savedForOffline(page);
  await host.close();

  await page.reload();
  await chooseFile(page, file);
  await segment(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(await downloaded(page, 'Download customer list')).toHaveLength(2240);
});

test.describe('without service worker and headers', () => {
  test.use({ serviceWorkers: 'block' });

  test('the job runs without shared memory, with the labels that the runner gives', async ({ page }) => {
    const host = await serve({ dir: dist, headers: false });
    await page.goto(host.url);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await chooseFile(page, file);
    await segment(page);
    const rows = await downloaded(page, 'Download customer list');
    expect(rows).toHaveLength(2240);
    expect(rows).toEqual(await runnersRows(file));
    await host.close();
  });
});
