import { readFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { read, utils } from 'xlsx';
import { chooseFile, downloaded, fixture, segment } from './support/job';

const saved = async (page: Page, button: string) => {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), path: await download.path() };
};

test.use({ locale: 'en-GB' });

test('takes the list away as a workbook, as Parquet, per segment, and straight into a file', async ({
  page,
}) => {
  // A file of the person's own, as the browser would hand it over.
  await page.addInitScript(() => {
    Object.assign(window, {
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
    });
  });
  await page.goto('./');
  await chooseFile(page, fixture('cli-customers.csv'));
  await segment(page);
  await page.getByRole('link', { name: 'Export' }).click();
  const rows = await downloaded(page, 'Download customer list');

  await page.getByLabel('Format').selectOption('parquet');
  const parquet = await saved(page, 'Download customer list');
  expect(parquet.name).toBe('cli-customers-customers.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const found = await connection.runAndReadAll(
    `select tessera_segment as segment, count(*)::int as customers from read_parquet('${parquet.path}') group by 1 order by 1`,
  );
  const names = [...new Set(rows.map((row) => row['tessera_segment']!))].sort();
  const sizes = names.map((name) => ({
    segment: name,
    customers: rows.filter((row) => row['tessera_segment'] === name).length,
  }));
  expect(found.getRowObjectsJS()).toEqual(sizes);
  connection.closeSync();

  await page.getByLabel('Format').selectOption('xlsx');
  const workbook = read(await readFile((await saved(page, 'Download customer list')).path));
  expect(workbook.SheetNames).toEqual(['Customers', 'Profiles', 'Recipe', 'Data dictionary']);
  expect(utils.sheet_to_json(workbook.Sheets['Customers']!, { raw: false })).toHaveLength(rows.length);

  const zip = unzipSync(await readFile((await saved(page, 'Download all in a zip')).path));
  expect(Object.keys(zip)).toHaveLength(sizes.length);

  await page.getByRole('button', { name: 'Save customer list to a place of your own' }).click();
  await expect(page.getByText('Saved as cli-customers-customers.xlsx.')).toBeVisible();
});
