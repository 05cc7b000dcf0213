// The whole job in the tab: file dropped to labelled CSV written.
import { chooseFile, inTab, LONG_MS, measures, peakMb, press, shows } from './tab.mjs';

const SEGMENT = 'Segment my customers';
const LIST = 'Download customer list';

/** Milliseconds per phase, and peak MB above the empty page. */
export const wholeJob = (url, file) =>
  inTab({ url }, async (page, { pid, empty, isolated }) => {
    const chosenAt = await page.evaluate(() => performance.now());
    const started = await chooseFile(page, file);
    await shows(page, SEGMENT);
    const opened = performance.now();
    await press(page, SEGMENT);
    await shows(page, LIST);
    const segmented = performance.now();
    const download = page.waitForEvent('download', { timeout: LONG_MS });
    await press(page, LIST);
    await (await download).path();
    const written = performance.now();
    const told = await measures(page);
    const draws = told.filter(([name]) => name === 'draw');
    const tasks = (await page.evaluate(() => window.longTasks)).filter(
      ([start, duration]) =>
        start >= chosenAt && !draws.some(([, ms, at]) => start < at + ms && at < start + duration),
    );
    const of = (name) =>
      told.filter(([one]) => one === name).reduce((sum, [, ms]) => sum + ms, 0) || undefined;
    return {
      open: opened - started,
      read: of('phase:read') ?? of('reading'),
      understand: of('phase:understand'),
      copies: of('step:drop-duplicates'),
      missing: of('step:drop-missing'),
      rfm: of('step:rfm'),
      group: of('step:segment'),
      segment: segmented - opened,
      write: written - segmented,
      whole: written - started,
      peak: peakMb(pid) - empty,
      empty,
      isolated,
      longest: Math.max(0, ...tasks.map(([, duration]) => duration)),
    };
  });
