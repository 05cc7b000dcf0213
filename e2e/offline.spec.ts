import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { serve } from '../tools/serve.mjs';
import { dist, savedForOffline } from './support/app';

test.use({ serviceWorkers: 'allow' });

const hosts = [
  { host: 'a host that sends headers', headers: true },
  { host: 'a host that sends none', headers: false },
];

for (const { host, headers } of hosts) {
  test(`opens again from ${host} after that host is gone, under a path too`, async ({ page }) => {
    const server = await serve({ dir: dist, headers, base: '/some/path/' });
    await page.goto(server.url);
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toBeVisible();
    await expect(page.getByText('Ready offline')).toBeVisible();
    const words = await heading.innerText();
    await savedForOffline(page);
    await server.close();

    await page.reload();
    await expect(heading).toHaveText(words, { useInnerText: true });
    await page.goto(`${server.url}?from=a-link#/`);
    await expect(heading).toHaveText(words, { useInnerText: true });
  });
}

test('a host without headers gives shared memory from the second load on', async ({ page }) => {
  const server = await serve({ dir: dist, headers: false });
  await page.goto(server.url);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await savedForOffline(page);
  await page.reload();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await server.close();
});

test('a host with headers gives shared memory at once', async ({ page }) => {
  await page.goto('./');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('a new version waits until it is asked for', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'versions-'));
  await cp(dist, folder, { recursive: true });
  const server = await serve({ dir: folder });
  await page.goto(server.url);
  await savedForOffline(page);
  const waiting = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state ?? null);
  expect(await waiting()).toBe(null);

  await appendFile(join(folder, 'sw.js'), '\n// The next version.');
  await page.reload();
  await expect.poll(waiting).toBe('installed');
  await page.reload();
  expect(await waiting()).toBe('installed');

  await expect(page.getByText('A new version is ready')).toBeVisible();
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Use it now' }).click();
  await reloaded;
  expect(await waiting()).toBe(null);
  await server.close();
  await rm(folder, { recursive: true });
});
