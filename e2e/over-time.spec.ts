import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { faults } from './support/faults';
import { csv, orders } from './support/files';
import { chooseText, segment } from './support/job';

test.use({ locale: 'en-GB' });

const overTime = (page: Page) => page.getByRole('region', { name: 'How the segments have grown' });

async function columnsOf(page: Page, button: string): Promise<string[][]> {
  const waiting = page.waitForEvent('download');
  await overTime(page).getByRole('button', { name: button, exact: true }).click();
  const text = await readFile(await (await waiting).path(), 'utf8');
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(','));
}

test('looks back at the segments month by month, and at who moved between two of them', async ({ page }) => {
  await page.goto('./');
  await chooseText(page, 'shop.csv', orders());
  await segment(page);
  await page.getByRole('button', { name: 'Show over time' }).click();
  await expect(overTime(page)).toContainText('Customers in each segment by the end of each month');
  await expect(overTime(page)).toContainText('changed segment between 30 Sep 2025 and 25 Oct 2025');

  // The table holds each month end and the last day; all 40 customers are there in the end.
  await overTime(page).getByRole('button', { name: 'Table' }).first().click();
  const rows = overTime(page).getByRole('table').first().getByRole('row');
  await expect(rows).toHaveCount(11);
  await expect(rows.last()).toContainText('25 Oct 2025');
  await expect(rows.last().getByRole('cell').last()).toHaveText('40');
  await overTime(page).getByLabel('Show', { exact: true }).selectOption({ label: 'Revenue' });
  await expect(overTime(page)).toContainText('brought by the end of each month');
  await expect(rows.last().getByRole('cell').last()).toContainText('.00');

  // Months that do not follow one another are worked out when they are asked for.
  await overTime(page).getByLabel('From', { exact: true }).selectOption({ label: '31 Mar 2025' });
  await expect(overTime(page)).toContainText('changed segment between 31 Mar 2025 and 25 Oct 2025');
  await overTime(page).getByLabel('To', { exact: true }).selectOption({ label: '28 Feb 2025' });
  await expect(overTime(page)).toContainText('changed segment between 31 Jan 2025 and 28 Feb 2025');

  const [head, ...sizes] = await columnsOf(page, 'Download all sizes');
  expect(head).toEqual(['as_of', 'segment', 'customers', 'customers_share', 'value', 'value_share']);
  const last = sizes.filter(([day]) => day === '2025-10-25');
  expect(last.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(40);
  const [titles] = await columnsOf(page, 'Download all moves');
  expect(titles!.slice(0, 3)).toEqual(['from_day', 'to_day', 'change']);
  const [columns] = await columnsOf(page, 'All changes in one list');
  expect(columns).toEqual(['customer', 'change', 'segment_then', 'segment_now', 'value_then', 'value_now']);

  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await faults(page, 'section[aria-label="How the segments have grown"]')).toEqual([]);
  }
});

test('says in a sentence why there is nothing to look back at', async ({ page }) => {
  await page.goto('./');
  const day = (at: number) => `2025-03-0${4 + (at % 5)}`;
  const week = csv(
    'customer,order,date,amount',
    400,
    (at) => `C${(at * at) % 61},O${at},${day(at * at)},${((at * 37) % 90) + 5}`,
  );
  await chooseText(page, 'week.csv', week);
  await segment(page);
  await page.getByRole('button', { name: 'Show over time' }).click();
  await expect(page.getByText('All orders lie within one week')).toBeVisible();
});
