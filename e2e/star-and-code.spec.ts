import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { downloaded, segment } from './support/job';

async function taken(page: Page, button: string): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await waiting).path());
}

test('takes tables for a BI tool and the recipe as code', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await segment(page);
  const rows = await downloaded(page, 'Download customer list');
  const segments = [...new Set(rows.map((row) => row['segment']!))];

  await page.goto('./#/export/bi');
  await page.getByLabel('Files').selectOption('CSV');
  const zip = unzipSync(await taken(page, 'Download tables'));
  expect(Object.keys(zip).sort()).toEqual(
    ['customers', 'dates', 'dictionary', 'orders', 'profiles', 'segments'].map((table) => `${table}.csv`),
  );
  const named = Buffer.from(zip['segments.csv']!).toString();
  for (const name of segments) expect(named).toContain(name);

  await page.goto('./#/export/code');
  const shown = page.getByRole('region', { name: 'The code' });
  await expect(shown).toContainText(segments[0]!);
  const code = String(await taken(page, 'Download code'));
  for (const name of segments) expect(code).toContain(`"${name}"`);
  await page.getByLabel('Language').selectOption({ index: 1 });
  await expect(shown).toContainText(/create|with|select/i);
});
