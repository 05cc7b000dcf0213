import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { chooseText, downloaded, segment } from './support/job';

async function saved(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('work goes into a locked file and opens on another device', async ({ page, browser }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await segment(page);
  const before = await downloaded(page, 'Download customer list');
  await page.goto('./#/export/again');
  await page.getByRole('button', { name: 'Save as a file…' }).click();
  await page.getByRole('switch', { name: 'Lock it with a passphrase' }).check({ force: true });
  await expect(page.getByText('A forgotten passphrase cannot be recovered')).toBeVisible();
  await page.getByLabel('Passphrase', { exact: true }).fill('three blind mice');
  await page.getByLabel('The same once more').fill('three blind rats');
  await expect(page.getByText('The two are not the same.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await page.getByLabel('The same once more').fill('three blind mice');
  const { name, bytes } = await saved(page);
  expect(name).toBe('sample-shop.tessera');
  expect(bytes.includes('segment')).toBe(false);

  const device = await browser.newContext({ serviceWorkers: 'block' });
  const other = await device.newPage();
  await other.goto(page.url().replace(/#.*/, ''));
  await chooseText(other, name, bytes.subarray(0, bytes.length - 100));
  await other.getByLabel('Passphrase').fill('three blind mice');
  await other.keyboard.press('Enter');
  await expect(other.getByRole('alert')).toContainText('sample-shop.tessera is cut off: its end is missing.');
  await chooseText(other, name, bytes);
  await other.getByLabel('Passphrase').fill('Three blind mice');
  await other.keyboard.press('Enter');
  await expect(other.getByText('This passphrase does not open it.')).toBeVisible();
  await other.getByLabel('Passphrase').fill('three blind mice');
  await other.keyboard.press('Enter');
  await expect(other.getByRole('heading', { level: 1 })).toContainText('segments');
  expect(await downloaded(other, 'Download customer list')).toEqual(before);
  await other.goto('./#/sessions');
  await expect(other.getByRole('main').getByRole('listitem')).toContainText(/on this device/);
  await device.close();
});

test('stored work goes into a file without rows, which waits for a table', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await segment(page);
  await page.goto('./#/sessions');
  await page.getByRole('button', { name: 'Save as file: sample-shop.csv' }).click();
  await page.getByRole('radio', { name: /Recipe and model only/ }).check();
  const { name, bytes } = await saved(page);
  expect(name).toBe('sample-shop-without-rows.tessera');
  expect(bytes.length).toBeLessThan(40_000);
  const device = await page.context().newPage();
  await device.goto('./');
  await chooseText(device, name, bytes);
  await expect(
    device.getByText(/steps made for sample-shop.csv, with what they learnt, wait for a file/),
  ).toBeVisible();
});
