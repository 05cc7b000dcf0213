import { expect, test } from '@playwright/test';
import { chooseFile, downloaded, hasShared, NO_SHARED, segment, shared } from './support/job';
import { runnersRows } from './support/runner';

test.use({ serviceWorkers: 'allow' });

test('the sample shop becomes named segments and a customer list', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('order lines from');
  await segment(page);

  await expect(page.getByRole('heading', { level: 1 })).toContainText('segments');
  const rows = await downloaded(page, 'Download customer list');
  expect(Object.keys(rows[0]!)).toEqual([
    'customer_id',
    'recency_days',
    'frequency',
    'monetary',
    'segment_id',
    'segment',
  ]);
  expect(rows.every((row) => row.segment !== '')).toBe(true);
});

test.describe('541,909 order lines', () => {
  test.skip(!hasShared, NO_SHARED);
  const file = shared('transactions/online_retail_2010-2011.csv');

  test('are understood, and three clicks later the labels equal the runner’s', async ({ page }) => {
    test.slow();
    await page.goto('./');
    await chooseFile(page, file);

    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText('541,909 order lines from 4,372 customers, 1 Dec 2010 to 9 Dec 2011.', {
      timeout: 60_000,
    });
    await expect(page.getByText('541,909 rows × 8 columns')).toBeVisible();
    const roles = [
      ['Each row is', 'orders'],
      ['The customer is', 'CustomerID'],
      ['The order is', 'InvoiceNo'],
      ['The date is', 'InvoiceDate'],
      ['Money is', 'product'],
      ['The product is', 'StockCode'],
      ['The country is', 'Country'],
    ] as const;
    for (const [label, value] of roles)
      await expect(page.getByLabel(label, { exact: true })).toHaveValue(value);
    await expect(page.getByLabel('Money is').locator('option:checked')).toHaveText('Quantity × UnitPrice');
    const finding = (count: string) => page.getByRole('listitem').filter({ hasText: count });
    await expect(finding('135,080')).toContainText('name no customer');
    await expect(finding('5,268')).toContainText('copy another row exactly');
    await expect(finding('10,624')).toContainText('negative quantity');

    await segment(page);
    const rows = await downloaded(page, 'Download customer list');
    expect(rows).toHaveLength(4339);
    expect(rows).toEqual(await runnersRows(file));
  });
});
