// All rows of the file with their segments as CSV: from the press of the button to the file in its place, in the tab, beside
// pandas' `to_csv` of the same labelled table by turns. Memory is what page and browser hold more while it is written.
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pandasWrites } from './peer-pandas.mjs';
import { chooseFile, inProfile, LONG_MS, measures, press, residentMb, shows } from './tab.mjs';
import { median, ratio, seconds, table, whole } from './tables.mjs';

const LOOK_MS = 50;
const SETTLED_MS = 3000;

export async function exporting(url, file, runs) {
  const path = join(tmpdir(), `tessera-labelled-${process.pid}.csv`);
  const found = [];
  try {
    for (let run = 0; run < runs; run++)
      found.push({ ...(await written(url, file, path)), peer: pandasWrites(path) });
  } finally {
    rmSync(path, { force: true });
  }
  const of = (pick) => median(found.map(pick));
  const theirs = found.every(({ peer }) => peer !== null) ? of(({ peer }) => peer.write) : undefined;
  const line = (name, ms) => [name, seconds(ms), seconds(theirs), ratio(ms, theirs)];
  const rows = [
    line(
      'written by the worker',
      of((one) => one.worker),
    ),
    line(
      'and saved by the browser',
      of((one) => one.saved),
    ),
  ];
  const grown = `memory grows by ${whole(of((one) => one.grownPage))} MB in the page, ${whole(of((one) => one.grownBrowser))} MB in the browser`;
  const spread = `runs, s: ${found.map((one) => seconds(one.saved)).join(' ')} against ${found.map(({ peer }) => seconds(peer?.write)).join(' ')}`;
  const same = found.every(({ peer, rows: count }) => peer === null || peer.rows === count)
    ? 'rows equal'
    : 'rows NOT equal';
  const longest = `longest task of the page ${whole(of((one) => one.longest))} ms`;
  return {
    text: `${table(['seconds', 'Tessera', 'pandas', 'ratio'], rows)}\n\n${grown}; ${longest}; ${spread}; ${same}`,
    found,
  };
}

const written = (url, file, path) =>
  inProfile({ url }, async (page, { pid, browserPid }) => {
    await chooseFile(page, file);
    await shows(page, 'Segment my customers');
    await press(page, 'Segment my customers');
    await shows(page, 'Download customer list');
    await page.evaluate(() => (location.hash = '#/export/lists'));
    await shows(page, 'Download labelled file');
    await page.waitForTimeout(SETTLED_MS);
    const pids = [pid, browserPid];
    const before = pids.map(residentMb);
    const most = [...before];
    const looking = setInterval(
      () => pids.forEach((one, at) => (most[at] = Math.max(most[at], residentMb(one)))),
      LOOK_MS,
    );
    const pressedAt = await page.evaluate(() => performance.now());
    const started = performance.now();
    const download = page.waitForEvent('download', { timeout: LONG_MS });
    await press(page, 'Download labelled file');
    const taken = await download;
    await taken.path();
    const saved = performance.now() - started;
    clearInterval(looking);
    await taken.saveAs(path);
    const [, worker] = (await measures(page)).findLast(([name]) => name === 'exporting');
    const tasks = (await page.evaluate(() => window.longTasks)).filter(([start]) => start >= pressedAt);
    return {
      saved,
      worker,
      grownPage: most[0] - before[0],
      grownBrowser: most[1] - before[1],
      longest: Math.max(0, ...tasks.map(([, duration]) => duration)),
      rows: lines(path) - 1,
    };
  });

/** The made orders hold no line ends in cells. */
function lines(path) {
  let count = 0;
  for (const byte of readFileSync(path)) if (byte === 0x0a) count++;
  return count;
}
