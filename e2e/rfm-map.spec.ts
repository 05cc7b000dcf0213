import { expect, test } from '@playwright/test';
import { faults } from './support/faults';
import { downloaded, segment } from './support/job';

test('customers are grouped by the RFM map, its cells named by hand, and all of it taken back', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await segment(page);
  const heading = page.getByRole('heading', { level: 1 });
  const alike = await heading.textContent();

  await page.getByLabel('How customers are grouped').selectOption('RFM map');
  const cut = page.getByRole('paragraph').filter({ hasText: 'Cut by set limits of recency and frequency' });
  await expect(cut).toBeVisible();
  await expect(page.getByRole('slider', { name: 'How many segments?' })).toHaveCount(0);
  const map = page.getByRole('table', { name: 'RFM map' });
  await expect(map.getByRole('button')).toHaveCount(9);
  const list = await downloaded(page, 'Download customer list');
  expect(Object.keys(list[0]!)).toEqual(
    'customer_id recency_days frequency monetary r_score f_score m_score rfm_score segment_id segment'.split(
      ' ',
    ),
  );

  // By keys alone: from the first cell right and down, then its name.
  await map.getByRole('button', { name: /^Recency 3, frequency 1/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(map.getByRole('button', { name: /^Recency 2, frequency 2: Need attention/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByLabel('Name of this cell').selectOption('a name of your own');
  await page.getByLabel('Your name').fill('Middle');
  await page.getByLabel('Your name').press('Enter');
  await expect(map.getByRole('button', { name: /^Recency 2, frequency 2: Middle/ })).toBeVisible();
  await page.getByLabel('What to do with Middle', { exact: true }).fill('Ask what they miss.');
  await page.getByRole('button', { name: 'Use these words' }).click();
  const card = page.getByRole('region', { name: 'Middle', exact: true });
  await expect(card).toContainText('Ask what they miss.');
  expect(await faults(page, 'article.segments')).toEqual([]);

  await page.getByLabel('Levels').selectOption('1 to 5');
  await expect(map.getByRole('button')).toHaveCount(25);
  for (let back = 0; back < 4; back++) {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('button', { name: 'Redo' })).toBeEnabled();
  }
  await expect(heading).toHaveText(alike!);
  await expect(page.getByLabel('How customers are grouped')).toHaveValue('kmeans');
});
