import { expect, test } from '@playwright/test';
import { chooseText } from './support/job';

/** Ages 20 to 69, each twice. */
const customers = [
  'id,age,spend',
  ...Array.from({ length: 100 }, (_, at) => `${at + 1},${20 + (at % 50)},${(at * 37) % 91}`),
].join('\n');

test('limits of bins are seen before they are taken, dragged on the histogram and moved by keys', async ({
  page,
}) => {
  await page.goto('./');
  await chooseText(page, 'customers.csv', customers);
  await page.getByRole('link', { name: 'Features' }).click();
  await page.getByRole('button', { name: 'Put numbers into bins' }).click();
  await page.getByLabel('Column', { exact: true }).selectOption('age');

  const bins = page.getByRole('region', { name: '5 bins of 100 values' });
  await expect(bins.getByRole('row')).toHaveText([
    /Bin\s*Values\s*Share/,
    /under 30\s*20\s*20/,
    /30 to 39\s*20/,
    /40 to 49\s*20/,
    /50 to 59\s*20/,
    /60 and more\s*20/,
  ]);
  await page.getByLabel('How many').fill('2');
  const two = page.getByRole('region', { name: '2 bins of 100 values' });
  await two.getByRole('button', { name: 'Move these limits by hand' }).click();
  await expect(page.getByLabel('Limits')).toHaveValue('45');

  const limit = two.getByRole('slider', { name: 'Limit 1 of 1' });
  const from = (await limit.boundingBox())!;
  const picture = (await two.locator('svg').first().boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(picture.x + picture.width * 0.2, from.y + 40, { steps: 4 });
  await expect(limit).toHaveAttribute(
    'aria-valuetext',
    '30: 20 values in the bin below, 80 values in the bin above',
  );
  await page.mouse.up();
  await limit.press('ArrowRight');
  await expect(two.getByRole('row').nth(1)).toHaveText(/under 31\s*22/);
  await page.getByRole('button', { name: 'Add a limit' }).click();
  const three = page.getByRole('region', { name: '3 bins of 100 values' });
  await expect(page.getByLabel('Limits')).toHaveValue('31 50');
  await three.getByRole('button', { name: 'Remove the limit 31' }).click();
  await expect(page.getByLabel('Limits')).toHaveValue('50');

  await page.getByRole('button', { name: 'Add this step' }).click();
  await expect(page.getByText('Put age into bins by own limits').first()).toBeVisible();
  await page.getByRole('link', { name: 'Data' }).click();
  await expect(page.getByText('50 and more').first()).toBeVisible();
});
