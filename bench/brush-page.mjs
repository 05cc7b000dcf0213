// The brush as a person meets it: from a move in Explore to the bars that are drawn from, in a tab that has just read a file.
import { chooseFile, inTab, LONG_MS, shows } from './tab.mjs';
import { median, table, whole } from './tables.mjs';

const STEPS = 12;
const BETWEEN_MS = 60;
const RESTS_MS = 1500;
/** By then all that Explore finds out is there. */
const QUIET_MS = 8000;
const NAMES = /^Choose rows by/;

/** Drags over a third of a picture, as fast as a hand does; the milliseconds of each move that was counted. */
async function drag(page, slider) {
  await slider.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await slider.boundingBox();
  const at = (part) => page.mouse.move(x + width * part, y + height / 2);
  await page.evaluate(() => performance.clearMeasures('tessera:brush'));
  await at(0.3);
  await page.mouse.down();
  for (let step = 1; step <= STEPS; step++) {
    await at(0.3 + (0.35 * step) / STEPS);
    await page.waitForTimeout(BETWEEN_MS);
  }
  await page.mouse.up();
  await page.waitForTimeout(RESTS_MS);
  return page.evaluate(() => performance.getEntriesByName('tessera:brush').map(({ duration }) => duration));
}

async function once(url, file) {
  return inTab({ url }, async (page) => {
    await chooseFile(page, file);
    await shows(page, 'Segment my customers');
    // The app goes there by itself once it is told where work is stored; who leaves before is taken back.
    await page.waitForURL(/#\/data$/);
    await page.evaluate(() => (location.hash = 'explore'));
    const sliders = page.getByRole('slider', { name: NAMES });
    await page.locator('[data-column]').first().waitFor({ timeout: LONG_MS });
    const first = await drag(page, sliders.first());
    await page.waitForTimeout(QUIET_MS);
    const cards = await drag(page, sliders.nth(2));
    const found = { first, cards };
    for (const name of ['Quantity', 'InvoiceDate']) {
      await page.keyboard.press('Escape');
      await page.evaluate((column) => (location.hash = `explore/${column}`), name);
      await page.locator('[role=slider] svg').first().waitFor({ timeout: LONG_MS });
      const moves = [];
      for (let at = 0; at < (await sliders.count()); at++) moves.push(...(await drag(page, sliders.nth(at))));
      found[name] = moves;
    }
    return found;
  });
}

const SAID = {
  first: 'as soon as the cards are there, while the rest is found out',
  cards: 'over the cards, all else at rest',
  Quantity: 'over each picture of a page of numbers, opened anew',
  InvoiceDate: 'over each picture of a page of dates, opened anew',
};

export async function brushPage(url, file, runs) {
  const found = [];
  for (let run = 0; run < runs; run++) found.push(await once(url, file));
  const lines = Object.entries(SAID).map(([key, said]) => {
    const all = found.map((one) => one[key]);
    const moves = median(all.map(({ length }) => length));
    const of = (sum) => whole(median(all.map(sum)));
    return [said, String(moves), of(([one]) => one), of((one) => median(one)), of((one) => Math.max(...one))];
  });
  return { text: table(['a drag', 'moves', 'first, ms', 'median, ms', 'worst, ms'], lines), found };
}
