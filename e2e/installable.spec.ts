import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { findChromium, launchArgs } from '../tools/chromium.mjs';

test('the browser offers to install it and understands the whole manifest', async ({ baseURL }) => {
  const profile = await mkdtemp(join(tmpdir(), 'profile-'));
  // Chromium never offers it in the private windows that tests usually run in.
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: launchArgs,
  });
  const page = context.pages()[0]!;
  await page.goto(baseURL!);
  const browser = await context.newCDPSession(page);
  const manifest = await browser.send('Page.getAppManifest');
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  await context.close();
  await rm(profile, { recursive: true });

  expect(manifest.url).toBe(`${baseURL}manifest.webmanifest`);
  expect(manifest.errors).toEqual([]);
  expect(installabilityErrors).toEqual([]);
});

test('the manifest opens the files people have and points at icons that exist', async ({ page, request }) => {
  const manifest = await (await request.get('manifest.webmanifest')).json();
  const accepted = manifest.file_handlers.flatMap((handler: { accept: Record<string, string[]> }) =>
    Object.values(handler.accept).flat(),
  );
  // What the app opens by itself it opens from the operating system too.
  await page.goto('./');
  const opens = await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    return input.accept.split(',').filter((one) => one.startsWith('.'));
  });
  expect(accepted.sort()).toEqual(opens.sort());
  for (const { src } of manifest.icons as { src: string }[]) {
    expect((await request.get(src)).ok(), src).toBe(true);
  }
});
