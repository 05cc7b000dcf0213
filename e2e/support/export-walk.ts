import { expect, type Page } from '@playwright/test';

const button = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('button', { name })).toBeVisible();

/** Each shelf of Export, and when it is drawn whole for segments of the sample shop. */
const SHELVES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  lists: async (page) => {
    await button(page, 'Download customer list');
    await expect(page.getByText('Customers of all')).toBeVisible();
  },
  campaigns: async (page) => {
    await expect(page.getByText('Add a customer file with e-mails')).toBeVisible();
    await page.getByRole('button', { name: 'Choose columns myself' }).click();
    await button(page, /^Download for/);
  },
  report: async (page) => {
    await button(page, 'Download report');
    await page.getByText('Preview', { exact: true }).click();
    await expect(page.getByRole('region', { name: 'Preview of the report' })).toBeVisible();
    // The press scrolled; links half beneath the bar would count as too small.
    await page.evaluate(() => scrollTo(0, 0));
  },
  bi: (page) => button(page, 'Download tables'),
  code: (page) => expect(page.getByRole('region', { name: 'The code' })).toBeVisible(),
  again: (page) => button(page, 'Save as a file…'),
};

/** What opens over the page, from the last shelf. */
const DIALOGS: readonly ((page: Page) => Promise<void>)[] = [
  (page) => page.keyboard.press('Control+k'),
  async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('ask an ai');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Whom to ask')).toBeVisible();
  },
  (page) => page.getByRole('button', { name: 'Save as a file…' }).click(),
];

/** Goes to every shelf, then opens every dialog, and looks at each. */
export async function throughExport(page: Page, look: (what: string) => Promise<void>): Promise<void> {
  for (const [id, isThere] of Object.entries(SHELVES)) {
    await page.goto(`./#/export/${id}`);
    await isThere(page);
    await look(id);
  }
  for (const [at, open] of DIALOGS.entries()) {
    await open(page);
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(`dialog ${at + 1}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
}
