// A tab of its own for each measurement: headless Chromium, the app open, nothing done yet.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium, launchArgs } from '../tools/chromium.mjs';

const SETTLED_MS = 1500;
export const LONG_MS = 600_000;

const inStatus = (pid, key) => {
  const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '';
  const found = new RegExp(`${key}:\\s+(\\d+) kB`).exec(status);
  return found ? Number(found[1]) / 1024 : NaN;
};

/** Peak resident memory of a process in MB, where the system tells. */
export const peakMb = (pid) => inStatus(pid, 'VmHWM');

/** Resident memory of a process in MB now, where the system tells. */
export const residentMb = (pid) => inStatus(pid, 'VmRSS');

async function rendererPid(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  return renderers.toSorted((a, b) => peakMb(b) - peakMb(a))[0];
}

/** Keeps when the page was busy for over 50 ms. */
const watchTasks = (page) =>
  page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.longTasks.push([startTime, duration]);
    }).observe({ type: 'longtask', buffered: true });
  });

/**
 * Does something with a page that has just been opened, and ends its browser. `plain` is a browser without service
 * workers: on a host without headers the page is not isolated then.
 */
export async function inTab({ url, plain = false }, use) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: launchArgs });
  try {
    const context = await browser.newContext({ serviceWorkers: plain ? 'block' : 'allow' });
    const page = await context.newPage();
    await watchTasks(page);
    await page.goto(url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(SETTLED_MS);
    const pid = await rendererPid(browser);
    const isolated = await page.evaluate(() => crossOriginIsolated);
    return await use(page, { pid, empty: peakMb(pid), isolated });
  } finally {
    await browser.close();
  }
}

/**
 * The same in a browser with a profile on the disk, as people have it: one without keeps in memory what pages put on the disk.
 * Gives the processes of page and browser, where the system tells.
 */
export async function inProfile({ url }, use) {
  const profile = mkdtempSync(join(tmpdir(), 'tessera-profile-'));
  const options = { executablePath: findChromium(), args: launchArgs, acceptDownloads: true };
  const context = await chromium.launchPersistentContext(profile, options);
  try {
    const page = await context.newPage();
    await watchTasks(page);
    await page.goto(url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(SETTLED_MS);
    const renderers = pidsOf(profile, (line) => line.includes('--type=renderer'));
    return await use(page, {
      pid: renderers.toSorted((a, b) => peakMb(b) - peakMb(a))[0],
      browserPid: pidsOf(profile, (line) => !line.includes('--type='))[0],
    });
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Processes that were started with this profile. */
function pidsOf(profile, isMeant) {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc').filter((pid) => {
    const path = `/proc/${pid}/cmdline`;
    const line = /^\d+$/.test(pid) && existsSync(path) ? readFileSync(path, 'utf8') : '';
    return line.includes(profile) && isMeant(line);
  });
}

/** Hands the file to the page as a person would; gives the moment before. */
export async function chooseFile(page, file) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).first().click();
  const chosen = await chooser;
  const started = performance.now();
  await chosen.setFiles(file);
  return started;
}

/** Resolves in the frame that shows the button; Playwright's own waiting looks twice a second only. */
export const shows = (page, name) =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('button')].some(
        (button) => button.textContent.trim() === wanted && button.checkVisibility(),
      ),
    name,
    { polling: 'raf', timeout: LONG_MS },
  );

/** Presses it at once: Playwright first looks for a tenth of a second whether it stands still. */
export const press = (page, name) =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll('button')].find((button) => button.textContent.trim() === wanted).click(),
    name,
  );

/** What the app measured itself, by name: [ms, start in the page's clock]. */
export const measures = (page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('measure')
      .filter(({ name }) => name.startsWith('tessera:'))
      .map(({ name, startTime, duration }) => [name.slice('tessera:'.length), duration, startTime]),
  );
