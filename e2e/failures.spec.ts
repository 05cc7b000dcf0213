import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { expect, test, type Page } from '@playwright/test';
import { orders } from './support/files';
import { chooseFile, chooseText, downloaded, segment } from './support/job';

test.use({ locale: 'en-GB' });

const headline = (page: Page) => page.getByRole('heading', { level: 1 });
const FULL = /^The browser will not store this session/;
/** The worker's script. */
const ENGINE = /engine\.worker.*\.js$/;
const REFUSED = /^The browser refuses to store this session/;

/** 60 MB: 1.4 million order lines of 300,000 customers. */
async function writeBigFile(path: string): Promise<void> {
  const file = createWriteStream(path);
  file.write('customer,order,date,amount,product,country\n');
  for (let block = 0; block < 140; block++) {
    let text = '';
    for (let at = block * 10_000; at < (block + 1) * 10_000; at++) {
      const day = String(1 + ((at * 7) % 28)).padStart(2, '0');
      const month = String(1 + ((at * 5) % 12)).padStart(2, '0');
      text += `C${(at * 7919) % 300_000},O${at},2025-${month}-${day},${(at % 997) / 10},P${at % 5000},Norway\n`;
    }
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

test.describe('storage', () => {
  test('a full disk is said, the job goes on, and nothing half-stored stays', async ({ page, baseURL }) => {
    const browser = await page.context().newCDPSession(page);
    await page.goto('./');
    await browser.send('Storage.overrideQuotaForOrigin', {
      origin: new URL(baseURL!).origin,
      quotaSize: 20_000,
    });
    await page.getByRole('button', { name: 'Try the sample shop' }).click();
    await segment(page);
    const note = page.getByRole('note').filter({ hasText: FULL });
    await expect(note).toContainText('Nothing is lost while this tab is open; save it as a file');
    expect(await downloaded(page, 'Download customer list')).not.toHaveLength(0);

    await note.getByRole('button', { name: 'Save as a file' }).click();
    const file = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    expect((await file).suggestedFilename()).toBe('sample-shop.tessera');

    await note.getByRole('button', { name: 'Free space' }).click();
    await expect(page.getByText('No stored work on this device.')).toBeVisible();
    await expect(storedKeys(page)).resolves.toEqual([]);
  });

  test.describe('that is not there', () => {
    test.use({ serviceWorkers: 'block' });

    test('is said once there is something to store, and the job runs', async ({ page }) => {
      await changeEngine(
        page,
        (script) =>
          `self.IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError') };\n${script}`,
      );
      await page.goto('./');
      await expect(headline(page)).toContainText('Find the groups');
      await expect(page.getByText(REFUSED)).toHaveCount(0);
      await chooseText(page, 'orders.csv', orders());
      await segment(page);
      await expect(page.getByRole('note').filter({ hasText: REFUSED })).toContainText(
        'Nothing is lost while this tab is open',
      );
      expect(await downloaded(page, 'Download customer list')).toHaveLength(40);
    });
  });

  test.describe('interrupted', () => {
    test.use({ serviceWorkers: 'block' });

    test('by a tab that is closed leaves no broken session', async ({ page }) => {
      // Storing gets stuck when all cells are stored and what belongs to them is not.
      await changeEngine(
        page,
        (script) => `const put = IDBObjectStore.prototype.put;
          IDBObjectStore.prototype.put = function (value, key) {
            if (!String(key).startsWith('read/')) return put.call(this, value, key);
            new BroadcastChannel('test').postMessage('stuck');
            const wait = () => { this.count().onsuccess = wait; };
            wait();
            return this.count();
          };
          ${script}`,
      );
      await page.addInitScript(() => {
        new BroadcastChannel('test').onmessage = ({ data }) => (document.documentElement.dataset.test = data);
      });
      await page.goto('./');
      await chooseText(page, 'orders.csv', orders());
      await expect(page.locator('html')).toHaveAttribute('data-test', 'stuck');
      await page.unroute(ENGINE);

      await page.reload();
      await expect(headline(page)).toContainText('Find the groups');
      await expect(page.getByText('Continue')).toHaveCount(0);
      await page.goto('./#/sessions');
      await expect(page.getByText('No stored work on this device.')).toBeVisible();
      // The room it took is given back.
      await expect.poll(() => storedKeys(page)).toEqual([]);
    });
  });
});

/** Every key of the stored sessions. */
const storedKeys = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes('tessera')) return [];
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('tessera');
      opening.onsuccess = () => resolve(opening.result);
    });
    const keys = await new Promise<string[]>((resolve) => {
      const asking = database.transaction('sessions').objectStore('sessions').getAllKeys();
      asking.onsuccess = () => resolve(asking.result as string[]);
    });
    database.close();
    return keys;
  });

/** Serves the worker's script as something else; without a service worker, which would answer first. */
async function changeEngine(page: Page, change: (script: string) => string): Promise<void> {
  await page.route(ENGINE, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text()) });
  });
}

test.describe('the worker', () => {
  test.use({ serviceWorkers: 'block' });
  const broken = /^The part of Tessera that reads files did not start/;

  test('that cannot be loaded is said, on a page that is there', async ({ page }) => {
    await page.route(ENGINE, (route) => route.abort());
    await page.goto('./');
    await expect(headline(page)).toContainText('Find the groups');
    await expect(page.getByText(broken)).toBeVisible();
    await chooseText(page, 'orders.csv', orders());
    await expect(page.getByRole('alert').locator('p')).toHaveText(broken);

    await page.unroute(ENGINE);
    const loaded = page.waitForEvent('load');
    await page.getByRole('alert').getByRole('button', { name: 'Reload the page' }).click();
    await loaded;
    await chooseText(page, 'orders.csv', orders());
    await segment(page);
  });

  test('that the browser does not allow is said', async ({ page }) => {
    await page.addInitScript(() => {
      globalThis.Worker = class {
        constructor() {
          throw new DOMException('no workers here', 'SecurityError');
        }
      } as unknown as typeof Worker;
    });
    await page.goto('./');
    await expect(headline(page)).toContainText('Find the groups');
    await chooseText(page, 'orders.csv', orders());
    await expect(page.getByRole('alert').locator('p')).toHaveText(/did not start \(no workers here\)/);
  });

  test('that runs out of memory says so, and the table is as it was', async ({ page }) => {
    // What a browser throws where it cannot give the memory asked for.
    const refusal = `throw new RangeError('Array buffer allocation failed')`;
    await changeEngine(
      page,
      (script) => `const slice = Blob.prototype.slice;
        Blob.prototype.slice = function (...range) { if (this.name === 'huge.csv') ${refusal}; return slice.apply(this, range); };
        ${script}`,
    );
    await page.goto('./');
    await chooseText(page, 'orders.csv', orders());
    await segment(page);
    const verdict = await headline(page).innerText();
    await page.getByRole('button', { name: /^File: / }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: 'Open another file' }).click();
    await (await chooser).setFiles({ name: 'huge.csv', mimeType: 'text/csv', buffer: Buffer.from(orders()) });
    await expect(page.getByRole('alert').locator('p')).toHaveText(
      /^The tab ran out of memory\. Table and recipe/,
    );
    await expect(headline(page)).toHaveText(verdict);
    expect(await downloaded(page, 'Download customer list')).toHaveLength(40);
  });

  const MORTAL = `self.addEventListener('message', ({ data }) => { if (data === 'die') throw new Error('struck down'); });`;
  /** Workers that die at the event `strike`. */
  const strikeable = (page: Page): Promise<unknown> =>
    page.addInitScript(() => {
      const Native = Worker;
      globalThis.Worker = class extends Native {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          addEventListener('strike', () => this.postMessage('die'), { once: true });
        }
      };
    });

  test('that dies before anything is stored reads the file again, and does the steps', async ({ page }) => {
    await changeEngine(
      page,
      (script) =>
        `self.IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError') };\n${script}\n${MORTAL}`,
    );
    await strikeable(page);
    await page.goto('./');
    await chooseText(page, 'orders.csv', orders());
    await segment(page);
    const verdict = await headline(page).innerText();
    const undo = page.getByRole('button', { name: 'Undo' });
    await expect(undo).toBeEnabled();
    await page.evaluate(() => dispatchEvent(new Event('strike')));
    await expect(page.getByRole('alert').locator('p')).toHaveText(
      /broke off \(.*struck down.*\) and was started anew\. Table and recipe are as they were/,
    );
    await expect(headline(page)).toHaveText(verdict);
    await expect(undo).toBeEnabled();
    expect(await downloaded(page, 'Download customer list')).toHaveLength(40);
  });

  test('that dies before anything is stored says so where the file is gone too', async ({ page }, info) => {
    await changeEngine(
      page,
      (script) =>
        `self.IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError') };\n${script}\n${MORTAL}`,
    );
    await strikeable(page);
    const path = info.outputPath('gone.csv');
    await writeFile(path, orders());
    await page.goto('./');
    await chooseFile(page, path);
    await segment(page);
    await rm(path);
    await page.evaluate(() => dispatchEvent(new Event('strike')));
    await expect(page.getByRole('alert').locator('p')).toHaveText(
      /was started anew\. What was open could not be read again: choose the file once more\.$/,
    );
    await chooseText(page, 'orders.csv', orders());
    await segment(page);
  });

  test('that dies is started anew with what it held', async ({ page }) => {
    await changeEngine(page, (script) => `${script}\n${MORTAL}`);
    await strikeable(page);
    await page.goto('./');
    await chooseText(page, 'orders.csv', orders());
    await segment(page);
    const verdict = await headline(page).innerText();
    await page.waitForFunction(() => sessionStorage.getItem('tessera-session') !== null);
    await page.evaluate(() => dispatchEvent(new Event('strike')));
    await expect(page.getByRole('alert').locator('p')).toHaveText(
      /broke off \(.*struck down.*\) and was started anew\. Table and recipe are as they were/,
    );
    await expect(headline(page)).toHaveText(verdict);
    expect(await downloaded(page, 'Download customer list')).toHaveLength(40);
  });
});

test.describe('a file that changes under the app', () => {
  test.describe('or may not be read', () => {
    test.use({ serviceWorkers: 'block' });

    test('is said to be so, and the app goes on', async ({ page }) => {
      // What a browser says of a file that the system does not let it read.
      const refusal = `throw new DOMException('permission problems', 'NotReadableError')`;
      await changeEngine(
        page,
        (script) => `const slice = Blob.prototype.slice;
          Blob.prototype.slice = function (...range) {
            const part = slice.apply(this, range);
            if (this.name === 'locked.csv') part.arrayBuffer = async () => { ${refusal}; };
            return part;
          };
          ${script}`,
      );
      await page.goto('./');
      await chooseText(page, 'locked.csv', orders());
      await expect(page.getByRole('alert').locator('p')).toHaveText(
        /^locked\.csv cannot be read: this computer does not let the browser read it, or it was changed/,
      );
      await chooseText(page, 'orders.csv', orders());
      await segment(page);
    });
  });

  test('is said where it is read once more', async ({ page }, info) => {
    const path = info.outputPath('changing.csv');
    await writeFile(path, orders());
    await page.goto('./');
    await chooseFile(page, path);
    await expect(headline(page)).toContainText('200 order lines from 40 customers');
    await writeFile(path, 'something else\n');
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Separator').selectOption(';');
    await page.getByRole('dialog').getByRole('button', { name: 'Read it this way' }).click();
    await expect(page.getByRole('alert').locator('p')).toHaveText(
      'changing.csv was changed after it was chosen, so that what was read no longer holds. Choose it again to read it as it is now.',
    );
    await expect(headline(page)).toContainText('200 order lines from 40 customers');
    await segment(page);
  });
});

test.describe('cancel', () => {
  // One after the other: they share the big file.
  test.describe.configure({ mode: 'default' });
  let folder = '';
  let big = '';
  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cancel-'));
    big = join(folder, 'big.csv');
    await writeBigFile(big);
  });
  test.afterAll(() => rm(folder, { recursive: true }));

  const STOPPED = 'Stopped. The table is as it was.';

  /** Presses Cancel as soon as the progress says so; milliseconds from the press to the news, in the page's clock. */
  const cancelAt = (page: Page, progress: string): Promise<number> =>
    page.evaluate(
      ([says, stopped]) =>
        new Promise<number>((resolve) => {
          let pressed = 0;
          const look = (): void => {
            const words = document.body.textContent ?? '';
            if (pressed > 0) {
              if (!words.includes(stopped!)) return;
              observer.disconnect();
              resolve(performance.now() - pressed);
              return;
            }
            const at = [...document.querySelectorAll('[role=status]')].some(({ textContent }) =>
              new RegExp(says!).test(textContent ?? ''),
            );
            const button = [...document.querySelectorAll('button')].find(
              ({ textContent }) => textContent?.trim() === 'Cancel',
            );
            if (!at || !button) return;
            pressed = performance.now();
            button.click();
          };
          const observer = new MutationObserver(look);
          observer.observe(document.body, { childList: true, subtree: true, characterData: true });
        }),
      [progress, STOPPED],
    );

  test('while a big file is read leaves the former table', async ({ page }) => {
    await page.goto('./');
    await chooseText(page, 'orders.csv', orders());
    await segment(page);
    const verdict = await headline(page).innerText();
    const cancelled = cancelAt(page, '^(Reading|Looking|Finding|Working)');
    await page.getByRole('button', { name: /^File: / }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: 'Open another file' }).click();
    await (await chooser).setFiles(big);
    const ms = await cancelled;
    test.info().annotations.push({ type: 'cancel', description: `${ms.toFixed(0)} ms` });
    // The aim is 200 ms; a busy machine that runs other tests beside this one gets more.
    expect(ms).toBeLessThan(1000);
    await expect(page.getByText(STOPPED)).toBeVisible();
    await expect(headline(page)).toHaveText(verdict);
    expect(await downloaded(page, 'Download customer list')).toHaveLength(40);
  });

  test('while the job runs leaves the table as it was', async ({ page }) => {
    test.slow();
    await page.goto('./');
    await chooseFile(page, big);
    await expect(headline(page)).toContainText('1,400,000 order lines', { timeout: 60_000 });
    // Progress is shown after half a second, in whichever step the machine has reached by then.
    const cancelled = cancelAt(page, '^(Looking for copies|Adding up|Grouping|Redrawing|Comparing)');
    await page.getByRole('button', { name: 'Segment my customers' }).click();
    const ms = await cancelled;
    test.info().annotations.push({ type: 'cancel', description: `${ms.toFixed(0)} ms` });
    expect(ms).toBeLessThan(1000);
    await expect(page.getByText(STOPPED)).toBeVisible();
    await expect(headline(page)).toContainText('1,400,000 order lines');
    await expect(page.getByRole('button', { name: 'Segment my customers' })).toBeEnabled();
  });
});
