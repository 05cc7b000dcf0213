import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { faults } from './support/faults';
import { csv } from './support/files';
import { chooseText, segment } from './support/job';

const BAD = [3, 4, 5];
const without = (at: number) => at % 10 === 0;

/** Of 60 people, 6 did not agree, 3 have no address that is one, and two are the same person. */
function eMail(at: number): string {
  if (BAD.includes(at)) return `person${at}(at)example.com`;
  return at === 7 ? 'Person8@Example.com' : `person${at}@example.com`;
}
const customers = csv('customer_id,email,newsletter,visits,spend', 60, (at) => {
  const often = at % 2;
  return `C${100 + at},${eMail(at)},${without(at) ? 'no' : 'yes'},${2 + often * 40 + (at % 5)},${50 + often * 900 + at}`;
});

test('a file for Klaviyo holds each person who agreed once, and nothing of the others', async ({ page }) => {
  await page.goto('./');
  await chooseText(page, 'people.csv', customers);
  await segment(page);
  await page.goto('./#/export/campaigns');
  await page.getByLabel('Goes to').selectOption('Klaviyo');
  await page.getByLabel('Column that says who agreed').selectOption('newsletter');
  await expect(page.getByRole('checkbox', { name: /^yes\b/ })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: /^no\b/ })).not.toBeChecked();

  await expect(page.getByRole('heading', { name: '50 of 60 customers go to Klaviyo' })).toBeVisible();
  const lost = (why: string) => page.getByRole('row', { name: why }).getByRole('cell').first();
  await expect(lost('no consent')).toHaveText('6');
  await expect(lost('e-mail is not an address')).toHaveText('3');
  await expect(lost('same person as another row')).toHaveText('1');
  expect(await faults(page, 'main')).toEqual([]);

  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download for Klaviyo' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('people-klaviyo.csv');
  const text = await readFile(await download.path(), 'utf8');
  const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(meta.fields).toEqual(['Email', 'Segment']);
  const people = Array.from({ length: 60 }, (_, at) => at);
  const expected = people.filter((at) => !without(at) && !BAD.includes(at) && at !== 7);
  expect(data.map((row) => row['Email']!.toLowerCase()).sort()).toEqual(expected.map(eMail).sort());
  expect(data.every((row) => row['Segment'] !== '')).toBe(true);

  await page.getByLabel('Goes to').selectOption('Mailchimp');
  await expect(page.getByRole('heading', { name: '50 of 60 customers go to Mailchimp' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: '50 of 60 customers go to Mailchimp' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^yes\b/ })).toBeChecked();
});
