import { expect, test } from '@playwright/test';
import { csv, orders } from './support/files';
import { chooseText, segment } from './support/job';

test.use({ locale: 'en-GB' });

/** 3.5 MB: 80,000 lines of 2,000 customers. */
const large = csv(
  'customer_id,order_no,date,amount,note',
  80_000,
  (at) =>
    `C${at % 2000},O${at >> 1},2025-0${1 + (at % 9)}-1${at % 8},${((at * 37) % 90) + 5},bought in shop ${at % 90}`,
);

test('the first rows stand there while the rest is read', async ({ page }) => {
  // What the screen showed on its way: the reading itself is over in a moment.
  await page.addInitScript(() => {
    const seen = ((window as unknown as { seen: string[] }).seen = [] as string[]);
    new MutationObserver(() => {
      const region = document.querySelector('[aria-label="The first rows"]');
      const kicker = document.querySelector('.kicker')?.textContent ?? '';
      if (region && seen.length === 0)
        seen.push(kicker, region.querySelectorAll('tbody tr').length + '', region.textContent);
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto('./');
  await chooseText(page, 'orders.csv', large);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('80,000 order lines', {
    timeout: 30_000,
  });
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen[0]).toMatch(
    /orders\.csv · 3\.\d\sMB · about (79|80|81)\.\d\sk rows · about \d\.\d\sMB of memory/u,
  );
  expect(seen[1]).toBe('50');
  expect(seen[2]).toContain('bought in shop 49');
  await expect(page.getByRole('region', { name: 'The first rows' })).toHaveCount(0);
});

test.describe('on a device with little memory', () => {
  test('a file that would not fit is offered as a sample of whole customers', async ({ page }) => {
    // 12 MB of memory: room for a table of 1.9 MB.
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'deviceMemory', { get: () => 0.012 });
    });
    await page.goto('./');
    await chooseText(page, 'small.csv', orders());
    await expect(page.getByRole('heading', { level: 1 })).toContainText('200 order lines');

    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^File: / }).click();
    await page.getByRole('menuitem', { name: 'Open another file' }).click();
    await (await chooser).setFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(large) });
    const note = page.getByRole('note').filter({ hasText: 'orders.csv would take about' });
    await expect(note).toContainText('with all rows of each, by customer_id');
    // What was open stays until it is answered.
    await expect(page.getByRole('heading', { level: 1 })).toContainText('200 order lines');
    const every = Number(/One customer in (\d+) fits/.exec((await note.textContent()) ?? '')?.[1]);
    expect(every).toBeGreaterThan(1);

    await note.getByRole('button', { name: `Read one customer in ${every}` }).click();
    await expect(page.getByText(/names in row 1, a sample: one customer in/)).toBeVisible();
    const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    const [lines, customers] = [...title.matchAll(/[\d,]+/g)].map(([digits]) =>
      Number(digits.replace(',', '')),
    );
    // Each customer has 40 lines in the file, and has them still.
    expect(lines).toBe(customers! * 40);
    expect(customers).toBeLessThan(2000 / every + 150);
    await segment(page);
    await expect(note).toHaveCount(0);
  });

  test('trying anyway reads all of it', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'deviceMemory', { get: () => 0.012 });
    });
    await page.goto('./');
    await chooseText(page, 'orders.csv', large);
    await page.getByRole('button', { name: 'Try anyway' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('80,000 order lines');
  });

  test('several files that would not fit together are offered as the same customers of each', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'deviceMemory', { get: () => 0.012 });
    });
    await page.goto('./');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).first().click();
    const files = ['jan.csv', 'feb.csv'].map((name) => ({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(large),
    }));
    await (await chooser).setFiles(files);
    const note = page.getByRole('note').filter({ hasText: 'jan.csv and feb.csv would take about' });
    const every = Number(/One customer in (\d+) fits/.exec((await note.textContent()) ?? '')?.[1]);
    expect(every).toBeGreaterThan(2);
    await note.getByRole('button', { name: `Read one customer in ${every}` }).click();
    await page.getByRole('button', { name: 'Read them as one' }).click();
    const headline = page.getByRole('heading', { level: 1 });
    await expect(headline).toContainText('order lines');
    const [lines, customers] = [...((await headline.textContent()) ?? '').matchAll(/[\d,]+/g)].map(
      ([digits]) => Number(digits.replace(',', '')),
    );
    // Each customer has 40 lines in both files.
    expect(lines).toBe(customers! * 80);
    expect(customers).toBeLessThan(2000 / every + 150);
  });
});
