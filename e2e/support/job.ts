import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, type Download, type Page } from '@playwright/test';
import Papa from 'papaparse';

/** A file of the folder beside the project with real data, for testing only. */
export const shared = (path: string): string =>
  fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url));

export const hasShared = existsSync(shared('README.md'));
export const NO_SHARED = 'the folder ../shared/data is not there';

/** A file the project ships for its own tests. */
export const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../tests/fixtures/data/${name}`, import.meta.url));

/** Opens a file through the button a person would press. */
export async function chooseFile(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).first().click();
  await (await chooser).setFiles(path);
}

/** Opens a file whose content is written here. */
export async function chooseText(page: Page, name: string, content: string | Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).first().click();
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

/** Presses the one button and waits for the verdict. */
export async function segment(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Segment my customers' }).click();
  await expect(page.getByRole('button', { name: 'Download customer list' })).toBeVisible({ timeout: 60_000 });
}

/** Presses the button and gives the rows of the file that came. */
export async function downloaded(page: Page, button: string): Promise<Record<string, string>[]> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  return rowsOf(await waiting);
}

async function rowsOf(download: Download): Promise<Record<string, string>[]> {
  const text = await readFile(await download.path(), 'utf8');
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

/** How many moments of the history the stored session of this tab has; what is not stored yet does not survive a reload. */
export const storedMoments = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const id = sessionStorage.getItem('tessera-session');
    if (id === null) return 0;
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('tessera');
      opening.onsuccess = () => resolve(opening.result);
    });
    const state = await new Promise<{ history: unknown[] } | undefined>((resolve) => {
      const asking = database.transaction('sessions').objectStore('sessions').get(`state/${id}`);
      asking.onsuccess = () => resolve(asking.result as { history: unknown[] } | undefined);
    });
    database.close();
    return state?.history.length ?? 0;
  });
