import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { policies } from '../tools/page-policy.mjs';
import { serve, type Served } from '../tools/serve.mjs';
import { dist, savedForOffline } from './support/app';
import { otherOrigin, type OtherOrigin } from './support/other-origin';
import { buildProbe } from './support/probe';

test.use({ serviceWorkers: 'allow' });

test('asks for nothing beyond its own origin', async ({ context, page, baseURL }) => {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await page.goto('./');
  await savedForOffline(page);
  await page.reload({ waitUntil: 'networkidle' });

  const beyond = asked.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(baseURL!));
  expect(asked).toContain(baseURL);
  expect(beyond).toEqual([]);
});

test('says so itself, and counts what was stopped as not sent', async ({ page }) => {
  const other = await otherOrigin();
  await page.goto('./');
  await savedForOffline(page);
  const badge = page.getByText('Nothing sent', { exact: true });
  await expect(badge).toBeVisible();
  // Started from a timer: the browser exempts the direct part of an evaluation from the policy.
  const stopped = await page.evaluate(
    (address) =>
      new Promise((done) =>
        setTimeout(() =>
          fetch(address).then(
            () => done(false),
            () => done(true),
          ),
        ),
      ),
    other.url,
  );
  expect(stopped).toBe(true);
  expect(other.arrived).toEqual([]);
  await expect(badge).toBeVisible();
  await other.close();
});

test('carries the policy in the page itself, and no inline script or style', async () => {
  const html = await readFile(join(dist, 'index.html'), 'utf8');
  expect(html).toContain(`content="${policies.page.replaceAll("'", '&#39;')}"`);
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/);
  expect(html.match(/<script\b[^>]*>/g)).toEqual([expect.stringContaining('src="./assets/')]);
});

test('breaks no rule of its own policy while it loads', async ({ page, baseURL }) => {
  const violations: string[] = [];
  page.on('console', (message) =>
    violations.push(...[message.text()].filter((text) => /policy/i.test(text))),
  );
  await page.goto(baseURL!, { waitUntil: 'networkidle' });
  expect(violations).toEqual([]);
});

test.describe('on a host that sends no headers', () => {
  let other: OtherOrigin;
  let host: Served;
  let clean = () => Promise.resolve();

  async function open(page: Page, policy: 'with policy' | 'without policy') {
    const probe = await buildProbe(policy);
    host = await serve({ dir: probe.dir, headers: false, base: '/under/a/path/' });
    other = await otherOrigin();
    clean = async () => {
      await Promise.all([host.close(), other.close(), probe.remove()]);
    };
    await page.goto(`${host.url}?other=${encodeURIComponent(other.url)}`);
    const output = page.locator('output');
    await expect(output).not.toBeEmpty();
    return JSON.parse(await output.innerText());
  }

  test.afterEach(() => clean());

  const all = (verdict: 'blocked' | 'reached') => ({
    ownRead: 'reached',
    fetch: verdict,
    noCors: verdict,
    post: verdict,
    webSocket: verdict,
    module: verdict,
    compiled: verdict,
  });

  test('neither page, worker nor nested worker reaches another origin or compiles text', async ({ page }) => {
    const found = await open(page, 'with policy');
    expect(found).toEqual({
      page: { ...all('blocked'), image: 'blocked' },
      worker: all('blocked'),
      lazy: 'loaded',
      nested: all('blocked'),
    });
    expect(other.arrived).toEqual([]);
    expect(other.connections()).toBe(0);
  });

  test('all of them would without the policy, so the proof above can fail', async ({ page }) => {
    const found = await open(page, 'without policy');
    expect(found.page).toEqual({ ...all('reached'), image: 'reached' });
    expect(found.worker).toEqual(all('reached'));
    expect(found.nested).toEqual(all('reached'));
    expect(other.arrived).toContain('POST /post');
  });
});

test.describe('its self-test', () => {
  test.use({ serviceWorkers: 'block' });

  async function tried(page: Page, dir: string) {
    const [host, other] = await Promise.all([serve({ dir, headers: false }), otherOrigin()]);
    await page.goto(`${host.url}#/privacy`);
    await page.getByText('Try an address of your own').click();
    await page.getByRole('textbox', { name: 'Address' }).fill(other.url);
    await page.getByRole('button', { name: 'Try to send' }).click();
    await expect(page.getByText(/\d+ attempts were/)).toBeVisible();
    const cells = await page.getByRole('cell').allInnerTexts();
    await Promise.all([host.close(), other.close()]);
    return { cells, arrived: other.arrived };
  }

  test('passes on a host that sends no headers, and nothing arrives', async ({ page }) => {
    const { cells, arrived } = await tried(page, dist);
    await expect(page.getByText('All 21 attempts were refused by this browser.')).toBeVisible();
    expect(cells.filter((cell) => cell === 'refused')).toHaveLength(21);
    expect(arrived).toEqual([]);
    await expect(page.getByText('Nothing sent', { exact: true })).toBeVisible();
  });

  test('fails where the page has lost its policy', async ({ page }, info) => {
    const dir = info.outputPath('without-policy');
    await cp(dist, dir, { recursive: true });
    const html = await readFile(join(dir, 'index.html'), 'utf8');
    await writeFile(
      join(dir, 'index.html'),
      html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''),
    );
    const { cells, arrived } = await tried(page, dir);
    expect(cells).not.toContain('refused');
    expect(arrived).toContain('POST /tessera-self-test/nested/blindPost');
  });

  test('holds what this address serves against the list of hashes', async ({ page }, info) => {
    const dir = info.outputPath('changed');
    await cp(dist, dir, { recursive: true });
    await writeFile(join(dir, 'manifest.webmanifest'), '{}');
    const [whole, changed] = await Promise.all([serve({ dir: dist }), serve({ dir })]);
    await page.goto(`${whole.url}#/privacy`);
    await page.getByRole('button', { name: 'Hash the files' }).click();
    await expect(page.getByText(/^All \d+ files are as listed/)).toBeVisible();
    await page.goto(`${changed.url}#/privacy`);
    await page.getByRole('button', { name: 'Hash the files' }).click();
    await expect(page.getByText(/^1 file of \d+ is not as listed: manifest.webmanifest/)).toBeVisible();
    await Promise.all([whole.close(), changed.close()]);
  });
});

test.describe('the service worker', () => {
  test('names no other origin in its code', async () => {
    const code = await readFile(join(dist, 'sw.js'), 'utf8');
    const precached = [...code.matchAll(/"?url"?:\s*["'`]([^"'`]+)["'`]/g)].map(([, url]) => url);
    expect(precached).toContain('index.html');
    expect(precached.filter((url) => /^([a-z]+:)?\/\//.test(url!))).toEqual([]);
    expect(code).not.toMatch(/\b(WebSocket|EventSource|RTCPeerConnection|sendBeacon|importScripts)\b/);
    // Workbox names one address, in a warning for developers; nothing fetches it.
    const addresses = (code.match(/\b(https?|wss?):\/\/[^\s"'`)]+/g) ?? []).filter(
      (url) => !url.includes('bit.ly/wb-precache'),
    );
    expect(addresses).toEqual([]);
  });

  test('refuses and reports what is not a read from its own origin', async ({ page }) => {
    const host = await serve({ dir: dist, headers: false });
    await page.goto(host.url);
    await savedForOffline(page);
    const answer = await page.evaluate(async () => {
      const failed = await fetch(location.href, { method: 'POST', body: 'secret' }).catch(() => 'refused');
      const channel = new MessageChannel();
      const told = new Promise<{ refused: { url: string; method: string }[] }>((resolve) => {
        channel.port1.onmessage = ({ data }) => resolve(data);
      });
      navigator.serviceWorker.controller!.postMessage({ type: 'REFUSED_REQUESTS' }, [channel.port2]);
      return { failed, ...(await told) };
    });
    await host.close();
    expect(answer.failed).toBe('refused');
    expect(answer.refused).toEqual([{ url: host.url, method: 'POST' }]);
  });
});
