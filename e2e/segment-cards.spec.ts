import { expect, test } from '@playwright/test';
import { downloaded, segment } from './support/job';

test('a card says how good a target is, takes what is to be done and shows typical customers', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await segment(page);
  const card = page.getByRole('region', { name: 'The segments' }).getByRole('region').first();
  await expect(card).toContainText(/Good target|Fair target|Do not target on this/);
  await expect(card).toContainText(/Index \d+ · /);

  await card.getByRole('button', { name: /^Edit what to do with/ }).click();
  await card.getByRole('textbox', { name: /^What to do with/ }).fill('Invite them to the spring evening');
  await page.keyboard.press('Enter');
  await expect(card).toContainText('Invite them to the spring evening');
  const rows = await downloaded(page, 'Download customer list');
  const written = rows.map(({ segment_id, segment_action }) => [segment_id, segment_action]);
  expect(new Set(written.filter(([id]) => id === '1').map(([, action]) => action))).toEqual(
    new Set(['Invite them to the spring evening']),
  );
  expect(new Set(written.filter(([id]) => id !== '1').map(([, action]) => action))).toEqual(new Set(['']));

  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(card).not.toContainText('Invite them to the spring evening');

  await card.getByRole('button', { name: /^Show typical customers/ }).click();
  await expect(page.getByRole('heading', { name: /: ten typical customers$/ })).toBeVisible();
});
