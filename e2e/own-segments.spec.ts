import { expect, test } from '@playwright/test';
import { faults } from './support/faults';
import { segment } from './support/job';

test('draws a segment on the map by numbers, and groups by own rules', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await segment(page);
  const heading = page.getByRole('heading', { level: 1 });
  const before = (await heading.textContent())!;

  const figure = page.locator('figure').filter({ has: page.getByLabel('Directions shown') });
  await figure.getByRole('button', { name: 'Draw a segment' }).click();
  for (const [edge, at] of [
    ['Left', -0.5],
    ['Right', 0.5],
    ['Lower', -0.5],
    ['Upper', 0.5],
  ] as const)
    // prettier-ignore
    await figure.getByLabel(`${edge} edge`).fill(String(at));
  await expect(figure.getByText(/customers are inside: /)).toBeVisible();
  await figure.getByRole('textbox', { name: 'Name' }).fill('The middle');
  expect(await faults(page, 'figure:has(select)')).toEqual([]);
  await figure.getByRole('button', { name: 'Make it a segment' }).click();
  await expect(page.getByText(/^The middle is a segment of [\d,]+ customers now\.$/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(heading).toHaveText(before);

  await page.getByLabel('How customers are grouped').selectOption('rules');
  const dialog = page.getByRole('dialog', { name: 'Own rules' });
  await expect(dialog.getByText(/customers \(\d+.%\)/).first()).toBeVisible();
  expect(await faults(page, 'dialog')).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Name' }).first().fill('Best');
  await dialog.getByRole('button', { name: 'Group by these rules' }).click();
  await expect(page.getByText('Cut by your own rules').first()).toBeVisible();
  await expect(page.getByText('Best', { exact: true }).first()).toBeVisible();
});
