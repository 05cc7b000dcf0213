import { expect, test } from '@playwright/test';
import { chooseText, segment } from './support/job';

/** Numbers without a pattern, the same every time: steps of a linear congruence. */
const scattered = (at: number, salt: number) => ((at + 1) * 7919 * (salt + 3)) % 997;

const customers = [
  'id,spend,visits,clicks,joined',
  ...Array.from({ length: 300 }, (_, at) => {
    const visits = scattered(at, 2) % 40;
    const spend = Math.round(10_000 / (scattered(at, 1) + 5));
    return [
      at + 1,
      spend,
      visits,
      visits * 3 + (scattered(at, 7) % 33),
      `2023-0${1 + (at % 9)}-1${at % 9}`,
    ].join();
  }),
].join('\n');

test('features are got ready as far as a person agrees, seen beside each other, grouped by and taken back', async ({
  page,
}) => {
  await page.goto('./');
  await chooseText(page, 'customers.csv', customers);
  await page.getByRole('link', { name: 'Features' }).click();
  await expect(page.getByText('3 of 5 columns')).toBeVisible();
  const then = page.getByRole('heading', { name: 'With these:' });
  await expect(then).toContainText('no two are alike');
  await page.getByRole('checkbox', { name: 'clicks' }).uncheck();
  await expect(then).toContainText('clicks and visits are most alike');
  await page.getByRole('checkbox', { name: 'joined' }).check();
  await page.getByRole('button', { name: 'Make these 2 changes' }).click();
  await expect(page.getByText('after 2 steps of your own')).toBeVisible();
  await expect(page.getByText('1 of 7 columns')).toBeVisible();

  await page.getByRole('link', { name: 'Data' }).click();
  await page.getByText('Grouped by 4 columns, described by 2').click();
  const grouped = page.getByRole('region', { name: 'How the columns are used' }).locator('div').first();
  await expect(grouped.getByRole('listitem')).toHaveText([
    /^visits/,
    /^clicks/,
    /^spend_log/,
    /^joined_days/,
  ]);
  await segment(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('segments');
});
