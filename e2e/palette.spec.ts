import { expect, test } from '@playwright/test';
import { faults } from './support/faults';
import { orders } from './support/files';
import { chooseText } from './support/job';

test('everything the app can do is found by its keys and done by Enter', async ({ page }) => {
  await page.goto('./');
  await chooseText(page, 'october.csv', orders());
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find' });
  const field = palette.getByRole('combobox');
  await expect(field).toBeFocused();
  expect(await faults(page)).toEqual([]);

  await field.fill('formula');
  await expect(palette.getByRole('option')).toHaveText(['Calculate a column']);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Calculate a column' })).toBeVisible();

  await page.keyboard.press('Control+k');
  await field.fill('amount');
  await palette.getByRole('option', { name: 'amount', exact: true }).click();
  await expect(page).toHaveURL(/#\/explore\/amount$/);

  // Undo has nothing to take back yet, so it is not among what can be done; Esc changes nothing.
  await page.keyboard.press('Control+k');
  await field.fill('undo');
  await expect(palette.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(page).toHaveURL(/#\/explore\/amount$/);

  // Asked for again before the browser has told that it was closed.
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.evaluate(() => {
    document.querySelector<HTMLDialogElement>('dialog[open]')!.close();
    dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }));
  });
  await field.fill('undo');
  await expect(palette.getByRole('option')).toHaveCount(0);
});
