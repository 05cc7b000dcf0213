import { expect, test } from '@playwright/test';
import { faults } from './support/faults';
import { segment } from './support/job';

test('the report is one file that asks for nothing, reads well and names nobody', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await segment(page);
  await page.goto('./#/export/report');
  await page.getByLabel('Title').fill('Spring <b>segments</b>');
  await page.getByText('Preview', { exact: true }).click();
  const preview = page.getByRole('region', { name: 'Preview of the report' });
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Spring <b>segments</b>');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download report' }).click();
  const file = test.info().outputPath('report.html');
  await (await waiting).saveAs(file);

  const said: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`file://${file}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Spring <b>segments</b>');
  await expect(page.locator('.drawing svg')).toHaveCount(3);
  expect(asked).toEqual([`file://${file}`]);
  expect(await faults(page)).toEqual([]);
  expect(said).toEqual([]);
});
