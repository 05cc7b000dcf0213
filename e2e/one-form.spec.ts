import { expect, test, type Page } from '@playwright/test';
import { csv } from './support/files';
import { faults } from './support/faults';
import { chooseText } from './support/job';

test.use({ locale: 'en-GB' });

const TOWNS = ['London', 'LONDON', 'Londn', 'Leeds', 'St. Albans', 'St Albans', 'Saint Albans', 'Bath'];
/** 240 customers whose town and address are written in several ways. */
const customers = csv(
  'customer,email,town,visits,spent',
  240,
  (at) =>
    `C${at},${['ann', 'mailto:bo', 'Cem', 'di'][at % 4]}${at}@mail.example,${TOWNS[at % 8]},${at % 17},${(at * 7) % 90}`,
);

async function step(page: Page, words: string, title: string) {
  await page.getByLabel('Find a step').fill(words);
  await page.getByRole('button', { name: title }).click();
  return page.getByRole('region', { name: title });
}

test('spellings are accepted by their evidence, addresses written in one form', async ({ page }) => {
  await page.goto('./');
  await chooseText(page, 'customers.csv', customers);
  await page.getByRole('link', { name: 'Clean' }).click();
  const recipe = page.getByRole('complementary', { name: 'Recipe' });
  const add = page.getByRole('button', { name: 'Add this step' });

  const spellings = await step(page, 'mistyped', 'Write spellings in one way');
  await spellings.getByLabel('Column').selectOption('town');
  await expect(spellings).toContainText('groups of spellings that may be one');
  await expect(add).toBeDisabled();
  await spellings.getByRole('checkbox').first().check();
  await expect(spellings.getByText(/cells would change/)).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await add.click();
  await expect(recipe).toContainText(/Write .*town/);

  const mails = await step(page, 'mail', 'Write e-mail addresses in one form');
  const chosen = mails.getByRole('checkbox', { name: 'email' });
  await chosen.check();
  await expect(mails.getByText('120 of 240 cells would change.')).toBeVisible();
  await add.click();
  await expect(recipe).toContainText('Write email as e-mail addresses');
  const table = page.getByRole('grid', { name: 'The table as it stands' });
  await expect(table.getByRole('gridcell', { name: 'bo1@mail.example', exact: true })).toBeVisible();
  await expect(table.getByRole('gridcell', { name: 'cem2@mail.example', exact: true })).toBeVisible();
});
