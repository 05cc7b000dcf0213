// The benchmark: a 200 MB order file made from a seed, the whole job in headless Chromium, and the peers that are
// installed, in the same run. What counts is the ratio; absolute seconds belong to the machine.
//   npm run bench                       2,400,000 rows
//   npm run bench -- --rows 600000      another size
//   npm run bench -- --runs 3           medians of several runs
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { findChromium, launchArgs } from '../tools/chromium.mjs';
import { serve } from '../tools/serve.mjs';
import { makeOrders } from './make-orders.mjs';
import { duckdb } from './peer-duckdb.mjs';
import { pandas } from './peer-pandas.mjs';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '2400000' }, runs: { type: 'string', default: '3' } },
});
const rows = Number(values.rows);
const runs = Number(values.runs);
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = fileURLToPath(new URL('data/', import.meta.url));
const results = fileURLToPath(new URL('out/', import.meta.url));
const file = `${folder}orders-${rows}.csv`;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const seconds = (ms) => (ms === undefined ? '–' : (ms / 1000).toFixed(2));

/** Peak resident memory of a process in MB, where the system tells. */
function peakMb(pid) {
  const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '';
  const found = /VmHWM:\s+(\d+) kB/.exec(status);
  return found ? Number(found[1]) / 1024 : NaN;
}

async function rendererPid(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  return renderers.toSorted((a, b) => peakMb(b) - peakMb(a))[0];
}

/** The whole job in the tab: file dropped to labelled CSV written. */
async function tessera(url) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: launchArgs });
  try {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      window.longTasks = [];
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) window.longTasks.push([startTime, duration]);
      }).observe({ type: 'longtask', buffered: true });
    });
    await page.goto(url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(1500);
    const pid = await rendererPid(browser);
    const empty = peakMb(pid);
    const isolated = await page.evaluate(() => crossOriginIsolated);

    const chosenAt = await page.evaluate(() => performance.now());
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).first().click();
    const started = performance.now();
    await (await chooser).setFiles(file);
    const button = page.getByRole('button', { name: 'Segment my customers' });
    await button.waitFor({ timeout: 600_000 });
    const opened = performance.now();
    await button.click();
    const list = page.getByRole('button', { name: 'Download customer list' });
    await list.waitFor({ timeout: 600_000 });
    const segmented = performance.now();
    const download = page.waitForEvent('download', { timeout: 600_000 });
    await list.click();
    await (await download).path();
    const written = performance.now();
    const measures = await page.evaluate(() =>
      performance
        .getEntriesByType('measure')
        .filter(({ name }) => name.startsWith('tessera:'))
        .map(({ name, startTime, duration }) => [name.slice('tessera:'.length), duration, startTime]),
    );
    const draws = measures.filter(([name]) => name === 'draw');
    const tasks = (await page.evaluate(() => window.longTasks)).filter(
      ([start, duration]) =>
        start >= chosenAt && !draws.some(([, ms, at]) => start < at + ms && at < start + duration),
    );
    const of = (name) =>
      measures.filter(([one]) => one === name).reduce((sum, [, ms]) => sum + ms, 0) || undefined;
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
  } finally {
    await browser.close();
  }
}

mkdirSync(folder, { recursive: true });
mkdirSync(results, { recursive: true });
if (!existsSync(file)) await makeOrders(file, rows);
const megabytes = statSync(file).size / 1e6;
await build({ root, logLevel: 'error' });
const host = await serve({ dir: `${root}/dist`, headers: true });
const all = [];
const peers = { pandas: [], duckdb: [] };
try {
  for (let run = 0; run < runs; run++) {
    all.push(await tessera(host.url));
    peers.pandas.push(pandas(file));
    peers.duckdb.push(await duckdb(file));
  }
} finally {
  await host.close();
}

const middle = (list) => {
  const whole = list.filter((one) => one !== null);
  if (whole.length === 0) return null;
  return Object.fromEntries(
    Object.keys(whole[0]).map((key) => [
      key,
      typeof whole[0][key] === 'number' ? median(whole.map((one) => one[key])) : whole[0][key],
    ]),
  );
};
const ours = middle(all);
const theirs = { pandas: middle(peers.pandas), duckdb: middle(peers.duckdb) };
const PHASES = [
  ['read', 'read + types'],
  ['copies', 'drop copies'],
  ['rfm', 'RFM'],
  ['group', 'k = 1…10, ten starts'],
  ['whole', 'whole job'],
];
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
console.log(
  `\n${rows.toLocaleString('en')} rows, ${megabytes.toFixed(0)} MB, median of ${runs}, ${cpus().length} cores, commit ${commit}`,
);
console.log(
  `isolated: ${ours.isolated}; understanding ${seconds(ours.understand)} s; writing ${seconds(ours.write)} s; longest main-thread task over 50 ms outside draws: ${ours.longest ? `${ours.longest.toFixed(0)} ms` : 'none'}\n`,
);
console.log(
  '| seconds | Tessera | pandas + scikit-learn | ratio | DuckDB, 2 threads | ratio |\n| --- | --- | --- | --- | --- | --- |',
);
for (const [key, label] of PHASES) {
  const cells = ['pandas', 'duckdb'].flatMap((name) => {
    const value = theirs[name]?.[key];
    return value === undefined ? ['–', '–'] : [seconds(value), (ours[key] / value).toFixed(2)];
  });
  console.log(`| ${label} | ${seconds(ours[key])} | ${cells.join(' | ')} |`);
}
console.log(
  `| peak MB above the empty page (${ours.empty.toFixed(0)}) | ${ours.peak.toFixed(0)} | ${theirs.pandas?.peak?.toFixed(0) ?? '–'} | – | ${theirs.duckdb?.peak?.toFixed(0) ?? '–'} | – |`,
);
writeFileSync(
  `${results}bench-${rows}.json`,
  JSON.stringify({ rows, megabytes, commit, ours: all, peers }, null, 2),
);
