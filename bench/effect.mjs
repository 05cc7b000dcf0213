// What a step would do, said before it is done: from the choice to the sentence about a sample, and to that about all rows.
import { chooseFile, inTab, LONG_MS, press, shows } from './tab.mjs';
import { median, table, whole } from './tables.mjs';

const STEPS = [
  { title: 'Clean text', column: 'Description' },
  { title: 'Set aside rows with blanks', column: 'CustomerID' },
  { title: 'Fill blanks', column: 'Quantity' },
];

/** Presses a checkbox of the form and waits until its effect is told; milliseconds to the first sentence and to the last. */
const told = (page, column) =>
  page.evaluate(
    async ({ column, most }) => {
      const frame = () => new Promise((shown) => requestAnimationFrame(shown));
      const form = document.querySelector('section[aria-labelledby="new-step"]');
      const box = [...form.querySelectorAll('label')].find((label) => label.textContent.trim() === column);
      const started = performance.now();
      box.querySelector('input').click();
      let first = null;
      while (performance.now() - started < most) {
        await frame();
        const said = form.querySelector('.effect [role=status] .first');
        if (said && first === null) first = performance.now() - started;
        if (said && form.querySelector('.effect').getAttribute('aria-busy') === 'false')
          return { first, all: performance.now() - started, sentence: said.textContent };
      }
      throw new Error(`nothing said of ${column}`);
    },
    { column, most: LONG_MS / 10 },
  );

export async function effect(url, file, runs) {
  const found = STEPS.map(() => []);
  for (let run = 0; run < runs; run++)
    await inTab({ url }, async (page) => {
      await chooseFile(page, file);
      await shows(page, 'Segment my customers');
      await page.evaluate(() => (location.hash = 'clean'));
      for (const [at, { title, column }] of STEPS.entries()) {
        const entry = page.locator(`button[data-step="${title}"]`);
        await entry.waitFor();
        await entry.evaluate((button) => button.click());
        await shows(page, 'Add this step');
        found[at].push(await told(page, column));
        await press(page, 'Cancel');
      }
    });
  const rows = STEPS.map(({ title, column }, at) => [
    `${title}: ${column}`,
    whole(median(found[at].map(({ first }) => first))),
    whole(median(found[at].map(({ all }) => all))),
    found[at][0].sentence,
  ]);
  const text = table(['step', 'first sentence, ms', 'of all rows, ms', 'what is said'], rows);
  return { text, rows };
}
