import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { chooseFile } from './support/job';

/** 300 columns, enough rows that no browser could lay them all out. */
async function wideFile(folder: string): Promise<string> {
  const names = Array.from({ length: 300 }, (_, column) => `answer ${column + 1}`);
  const lines = Array.from({ length: 20_000 }, (_, row) =>
    names.map((_, column) => (row * 7 + column) % 97).join(','),
  );
  const path = join(folder, 'wide.csv');
  await writeFile(path, [names.join(','), ...lines].join('\n'));
  return path;
}

test('a table of 300 columns and 20,000 rows is drawn in part and reaches both ends by keyboard', async ({
  page,
}, { outputDir }) => {
  test.slow();
  const { mkdir } = await import('node:fs/promises');
  await mkdir(outputDir, { recursive: true });
  const path = await wideFile(outputDir);
  await page.goto('./');
  await chooseFile(page, path);
  const grid = page.getByRole('grid', { name: 'The table as it was read' });
  await expect(grid).toHaveAttribute('aria-rowcount', '20001', { timeout: 60_000 });
  await expect(grid).toHaveAttribute('aria-colcount', '300');
  expect(await grid.getByRole('gridcell').count()).toBeLessThan(1500);

  await grid.getByRole('gridcell').first().click();
  await page.keyboard.press('Control+End');
  await expect(grid.getByRole('columnheader', { name: /answer 300/ })).toBeVisible();
  await expect(
    grid.getByRole('gridcell', { name: String((19_999 * 7 + 299) % 97), exact: true }).last(),
  ).toBeVisible();
  await page.keyboard.press('Control+Home');
  await expect(grid.getByRole('columnheader', { name: /answer 1(?!\d)/ })).toBeVisible();
  await rm(path);
});
