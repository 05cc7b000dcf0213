import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { faults } from './support/faults';
import { csv } from './support/files';
import { chooseText, segment, storedMoments } from './support/job';

test.use({ locale: 'en-GB' });

/** Forty customers: those below 12 buy often and much, the others little. */
const orders = (month: string, customers: readonly number[], many: (customer: number) => boolean): string => {
  const lines = customers.flatMap((customer) =>
    Array.from({ length: many(customer) ? 6 : 1 + (customer % 2) }, (_, i) => [
      `C${customer}`,
      `${month}-${customer}-${i}`,
      `2025-${month}-${10 + ((customer + i) % 19)}`,
      many(customer) ? 200 + customer : 10 + (customer % 7),
    ]),
  );
  return csv('customer,order,date,amount', lines.length, (at) => lines[at]!.join(','));
};
const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const may = orders('05', upTo(0, 40), (customer) => customer < 12);
/** C0 and C1 buy little, C20 much, C38 and C39 are gone, C50 is new. */
const june = orders(
  '06',
  [...upTo(0, 38), 50],
  (customer) => (customer > 1 && customer < 12) || customer === 20,
);
const since = (page: Page) => page.getByRole('region', { name: 'Since last time' });

async function reuseOn(page: Page, name: string, content: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^File: / }).click();
  await page.getByRole('menuitem', { name: 'Do the same to another file' }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: 'Reuse what was learnt' }).click();
}

async function listOf(page: Page, button: string): Promise<string[]> {
  const waiting = page.waitForEvent('download');
  await since(page).getByRole('button', { name: button, exact: true }).click();
  const text = await readFile(await (await waiting).path(), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').slice(0, 2).join(' '))
    .sort();
}

test('says who moved since last time, keeps it over a rename and a reload', async ({ page }) => {
  await page.goto('./');
  await chooseText(page, 'may.csv', may);
  await segment(page);
  await expect(since(page)).toHaveCount(0);
  await reuseOn(page, 'june.csv', june);

  await expect(since(page)).toContainText('3 of 38 customers known from last time changed segment');
  await expect(since(page)).toContainText('35 stayed, 1 is new, 2 are gone');
  expect(await listOf(page, 'Download Moved to another segment')).toEqual([
    'C0 moved',
    'C1 moved',
    'C20 moved',
  ]);
  expect(await listOf(page, 'All changes in one list')).toEqual([
    'C0 moved', 'C1 moved', 'C20 moved', 'C38 gone', 'C39 gone', 'C50 new',
  ]); // prettier-ignore
  await expect(since(page)).toContainText('when the segments were learnt');
  expect(await faults(page, 'section[aria-label="Since last time"]')).toEqual([]);

  // A bar of the picture chooses its segment, by the keyboard too.
  const bar = since(page).getByRole('button', { name: / then, 12 customers/ });
  await bar.focus();
  await page.keyboard.press('Enter');
  await expect(bar).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');

  // Another name is no reason to learn the segments anew.
  await page.getByTitle('Rename').first().click();
  await page.keyboard.type('Our best');
  await page.keyboard.press('Enter');
  await expect(since(page)).toContainText('Our best');
  await expect(since(page)).toContainText('3 of 38 customers known from last time changed segment');
  await expect(since(page)).toContainText('when the segments were learnt');

  await expect.poll(() => storedMoments(page)).toBe(2);
  await page.reload();
  await expect(since(page)).toContainText('3 of 38 customers known from last time changed segment');
});

test('takes a labelled list of last time where the model came as a file', async ({ page }) => {
  await page.goto('./');
  await chooseText(page, 'may.csv', may);
  await segment(page);
  const list = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download customer list' }).click();
  const labelled = await readFile(await (await list).path());
  await page.getByRole('link', { name: 'Export' }).click();
  await page.getByRole('link', { name: 'Next month' }).click();
  const model = page.waitForEvent('download');
  await page.getByRole('button', { name: /model|learnt/i }).click();
  const saved = await readFile(await (await model).path());
  await page.getByRole('button', { name: /^File: / }).click();
  await page.getByRole('menuitem', { name: 'Close this file' }).click();

  await chooseText(page, 'may.model.json', saved);
  await chooseText(page, 'june.csv', june);
  await page.getByRole('button', { name: 'Reuse what was learnt' }).click();
  await expect(since(page)).toContainText('39 customers here beside 40 of may.csv');
  const input = since(page).locator('input[type=file]');
  await input.setInputFiles({
    name: 'x.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('customer,city\nC1,Leeds\nC2,York\n'),
  });
  await expect(page.getByRole('alert')).toContainText('x.csv has no column named segment');
  await input.setInputFiles({ name: 'may-customers.csv', mimeType: 'text/csv', buffer: labelled });
  await expect(since(page)).toContainText('3 of 38 customers known from last time changed segment');
});
