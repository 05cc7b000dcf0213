// Reading alone, in tabs of their own: bytes to typed columns, and to the screen on which they are checked.
import { chooseFile, inTab, LONG_MS, measures, peakMb, residentMb } from './tab.mjs';

const GIVEN_BACK_MS = 3000;

/** Milliseconds of reading and of understanding, peak MB above the empty page. `plain` on a host without headers. */
export const reading = (url, file, { plain = false } = {}) =>
  inTab({ url, plain }, async (page, { pid, empty, isolated }) => {
    const started = await chooseFile(page, file);
    await page.getByRole('button', { name: 'Segment my customers' }).waitFor({ timeout: LONG_MS });
    const open = performance.now() - started;
    const told = new Map(await measures(page));
    return {
      open,
      read: told.get('phase:read'),
      understand: told.get('phase:understand'),
      peak: peakMb(pid) - empty,
      isolated,
    };
  });

/**
 * Presses Cancel once part of the file has been read: milliseconds from the press to the news in the page's clock, and
 * the MB that the renderer still holds above the empty page a few seconds later, and once it had to give back what it can.
 */
export const cancelling = (url, file) =>
  inTab({ url }, async (page, { pid, empty }) => {
    const news = page.evaluate(
      () =>
        new Promise((resolve) => {
          let pressed = 0;
          const look = () => {
            const words = document.body.innerText;
            const cancel = [...document.querySelectorAll('button')].find(
              ({ textContent }) => textContent.trim() === 'Cancel',
            );
            if (pressed === 0 && cancel && /Reading/.test(words) && /[1-9]\d* ?%|rows/.test(words)) {
              pressed = performance.now();
              cancel.click();
            } else if (pressed > 0 && words.includes('Stopped.')) {
              return resolve(performance.now() - pressed);
            }
            requestAnimationFrame(look);
          };
          look();
        }),
    );
    await chooseFile(page, file);
    const ms = await news;
    await page.waitForTimeout(GIVEN_BACK_MS);
    const held = residentMb(pid) - empty;
    // What nothing refers to is given back when the browser needs it; here it is told that it does.
    const session = await page.context().newCDPSession(page);
    await session.send('Memory.forciblyPurgeJavaScriptMemory');
    await page.waitForTimeout(GIVEN_BACK_MS / 2);
    return { ms, held, kept: residentMb(pid) - empty };
  });

/** Milliseconds from the file to its first rows on the screen; null where the page shows none while it reads. */
export const firstPreview = (url, file) =>
  inTab({ url }, async (page) => {
    const shown = page.evaluate(
      () =>
        new Promise((resolve) => {
          const start = performance.now();
          let chosen = 0;
          addEventListener('change', () => (chosen = performance.now()), { capture: true });
          const look = () => {
            const rows = document.querySelectorAll('[aria-label="The first rows"] tbody tr').length;
            if (chosen > 0 && rows > 0) return resolve(performance.now() - chosen);
            if (performance.now() - start > 60_000) return resolve(null);
            requestAnimationFrame(look);
          };
          look();
        }),
    );
    await chooseFile(page, file);
    return shown;
  });
