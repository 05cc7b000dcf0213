import { expect, test, type Page } from '@playwright/test';
import { serve } from '../tools/serve.mjs';
import { dist, savedForOffline } from './support/app';
import { orders } from './support/files';

test.use({ serviceWorkers: 'allow' });

/** What an app that shares has the browser do, and what any page can: a form is sent to our address for it. */
async function share(page: Page, action: string, name: string, rows: number): Promise<void> {
  await page.goto('about:blank');
  await page.setContent(
    `<form method="post" enctype="multipart/form-data" action="${action}">
      <input type="file" name="files"><button>Share</button></form>`,
  );
  const buffer = Buffer.from(orders(undefined, rows));
  await page.locator('input').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Share' }).click();
}

test('a file that another app shares is taken on the device, where that was switched on', async ({
  context,
  page,
}) => {
  const arrived: string[] = [];
  const host = await serve({
    dir: dist,
    headers: false,
    base: '/some/path/',
    onrequest: (one) => arrived.push(one),
  });
  const address = `${host.url}share`;
  const other = await context.newPage();
  const headline = other.getByRole('heading', { level: 1 });
  await page.goto(`${host.url}#/privacy`);
  await savedForOffline(page);

  await share(other, address, 'before.csv', 150);
  await expect(other.getByText('It was neither kept nor sent')).toBeVisible();
  await expect(other).toHaveURL(host.url);
  expect(await page.evaluate(() => caches.has('tessera-share-target'))).toBe(false);

  const browser = await context.newCDPSession(page);
  const manifest = async () => {
    const { url, errors, data } = await browser.send('Page.getAppManifest');
    return { url, errors, target: JSON.parse(data ?? '{}').share_target };
  };
  const without = { url: `${host.url}manifest.webmanifest`, errors: [], target: undefined };
  expect(await manifest()).toEqual(without);
  await page.getByRole('switch', { name: 'Take files that other apps share' }).click();
  await expect.poll(manifest).toMatchObject({
    url: `${host.url}manifest-share.webmanifest`,
    errors: [],
    target: { action: './share' },
  });

  await share(other, address, 'orders.csv', 200);
  await expect(headline).toContainText('200 order lines');
  await expect(other).toHaveURL(`${host.url}#/data`);

  // It takes the place of what is open as a chosen file does, and so without a network.
  await host.close();
  await share(other, address, 'later.csv', 300);
  await expect(headline).toContainText('300 order lines');
  await other.goto(`${host.url}#/sessions`);
  await expect(other.getByText('orders.csv').first()).toBeVisible();

  expect(arrived).toContain('GET /some/path/manifest-share.webmanifest');
  expect(arrived.filter((one) => !one.startsWith('GET '))).toEqual([]);
});
