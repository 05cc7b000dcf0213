import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { csv, orders } from './support/files';
import { segment } from './support/job';

test.use({ locale: 'en-GB' });

const all = orders(undefined, 240, 40).trimEnd().split('\n');
const october = [...all.slice(0, 121), ''].join('\n');
/** The other half with its columns the other way round, kept apart by semicolons. */
const november = [
  'AMOUNT;DATE;ORDER;CUSTOMER',
  ...all.slice(121).map((line) => line.split(',').reverse().join(';')),
  '',
].join('\n');
/** Customers 1 to 42: one of the 2 files is not among them, three have no order. */
const people = csv(
  'customer,email,country',
  42,
  (at) => `C${at + 1},c${at + 1}@shop.example,${at % 2 ? 'Spain' : 'Italy'}`,
);

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function choose(page: Page, button: string, ...files: ReturnType<typeof file>[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(files);
}

async function downloaded(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  return readFileSync(await (await download).path(), 'utf8');
}

test('months are read as one, customers are joined, and the recipe does it again', async ({ page }) => {
  await page.goto('./');
  await choose(page, 'Choose a file', file('oct.csv', october), file('nov.csv', november));
  const dialog = page.getByRole('dialog', { name: '2 files of the same shape' });
  await expect(dialog).toContainText('They are read as one: 240 rows.');
  await expect(dialog).toContainText('customer is called CUSTOMER in nov.csv.');
  await dialog.getByRole('button', { name: 'Read them as one' }).click();
  const headline = page.getByRole('heading', { level: 1 });
  await expect(headline).toContainText('240 order lines from 40 customers');
  const recipe = page.getByRole('complementary', { name: 'Recipe' });
  await expect(recipe).toContainText('Append another file');
  await expect(recipe).toContainText('+120 rows');

  await choose(page, 'Add another file', file('people.csv', people));
  const joining = page.getByRole('dialog', { name: 'oct.csv and people.csv share customer' });
  await expect(joining).toContainText('39 of 40 customers match (97.5 %).');
  await expect(joining).toContainText('1 customer of the 2 files is not in people.csv (C0): 6 rows.');
  await expect(joining).toContainText('3 of people.csv have no row in the 2 files (C40, C41, C42).');
  await joining.getByRole('checkbox', { name: 'country' }).uncheck();
  await joining.getByRole('button', { name: 'Put them together' }).click();
  await expect(recipe).toContainText('Join another file by customer');
  await expect(page.getByRole('gridcell', { name: 'c1@shop.example' }).first()).toBeVisible();

  // Both steps can be taken back one by one, and come again.
  await page.keyboard.press('Control+z');
  await expect(recipe).not.toContainText('Join another file');
  await page.keyboard.press('Control+Shift+z');
  await expect(recipe).toContainText('Join another file by customer');

  await segment(page);
  await page.reload();
  await expect(recipe).toContainText('Join another file by customer');
  const list = await downloaded(page, 'Download customer list');

  await page.goto('./#/export');
  const rows = await downloaded(page, 'Download labelled file');
  const lines = rows.trimEnd().split(/\r?\n/);
  expect(lines).toHaveLength(241);
  expect(lines[0]).toBe('customer,order,date,amount,segment_id,segment');
  expect(lines[240]!.split(',').slice(0, 4)).toEqual(all[240]!.split(','));
  await page.getByRole('link', { name: 'Next month' }).click();
  const saved = await downloaded(page, 'Download recipe');

  // The command line tells the files apart by their columns and gives the same list.
  const folder = mkdtempSync(join(tmpdir(), 'tessera-several-'));
  for (const [name, text] of [
    ['oct.csv', october],
    ['nov.csv', november],
    ['people.csv', people],
    ['r.json', saved],
  ] as const)
    writeFileSync(join(folder, name), text);
  const runner = fileURLToPath(new URL('../tools/tessera.mjs', import.meta.url));
  const args = ['people.csv', 'nov.csv', 'oct.csv', '--recipe', 'r.json', '--out', 'list.csv'];
  const ran = spawnSync(process.execPath, [runner, ...args], {
    env: { ...process.env, INIT_CWD: folder },
    encoding: 'utf8',
  });
  const again = ran.status === 0 ? readFileSync(join(folder, 'list.csv'), 'utf8') : ran.stderr;
  rmSync(folder, { recursive: true });
  const sorted = (text: string) => text.replace('\uFEFF', '').trimEnd().split(/\r?\n/).sort();
  expect(sorted(again)).toEqual(sorted(list));
});

test('files that have nothing in common are said to have nothing in common', async ({ page }) => {
  await page.goto('./');
  const moons = 'planet,moons\nMars,2\nEarth,1\nJupiter,95\nSaturn,146\n';
  await choose(page, 'Choose a file', file('oct.csv', october), file('moons.csv', moons));
  const dialog = page.getByRole('dialog', { name: 'These files do not go together' });
  await expect(dialog).toContainText('moons.csv has neither the columns of oct.csv nor one in common');
  await dialog.getByRole('button', { name: 'Leave it' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Find the groups in your customer list.' })).toBeVisible();
});
