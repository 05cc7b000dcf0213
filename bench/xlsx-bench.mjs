// How long the tab takes to open a workbook, beside pandas.read_excel, in the same run.
//   npm run bench -- --only xlsx            Online Retail (else generated orders), shared and inline strings
//   npm run bench -- --only xlsx-huge       one worksheet of more than 512 MB of XML
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium, launchArgs } from '../tools/chromium.mjs';
import { makeOrders } from './make-orders.mjs';
import { csvRecords, writeXlsx } from './xlsx-file.mjs';

const folder = fileURLToPath(new URL('data/', import.meta.url));
const peer = fileURLToPath(new URL('peer_excel.py', import.meta.url));
const RETAIL = fileURLToPath(
  new URL('../../shared/data/transactions/online_retail_2010-2011.csv', import.meta.url),
);
const GENERATED_ROWS = 541_909;
const HUGE_ROWS = 1_000_000;
const OPEN_MS = 600_000;
const PYTHONS = [process.env.PYTHON, 'python3', '/usr/bin/python3'].filter(Boolean);

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const mb = (bytes) => (bytes / 1e6).toFixed(0);

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

/** A fresh browser opens the file: milliseconds until it can be checked, of these reading, and peak MB above empty. */
async function opened(url, file) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: launchArgs });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(1500);
    const pid = await rendererPid(browser);
    const empty = peakMb(pid);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).first().click();
    const started = performance.now();
    await (await chooser).setFiles(file);
    await page.getByRole('button', { name: 'Segment my customers' }).waitFor({ timeout: OPEN_MS });
    const open = performance.now() - started;
    const [read] = await page.evaluate(() =>
      performance.getEntriesByName('tessera:phase:read').map(({ duration }) => duration),
    );
    const heading = await page.getByRole('heading', { level: 1 }).innerText();
    return { open, read, peak: peakMb(pid) - empty, heading };
  } finally {
    await browser.close();
  }
}

/** Milliseconds of pandas.read_excel, or null where no Python has pandas and openpyxl. */
function pandasExcel(file) {
  const python = PYTHONS.find((one) => spawnSync(one, ['-c', 'import pandas, openpyxl']).status === 0);
  if (!python) return null;
  const { status, stdout, stderr } = spawnSync(python, [peer, file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`pandas: ${stderr}`);
  return JSON.parse(stdout);
}

async function orderFile(shared) {
  const file = `${folder}retail-${shared ? 'shared' : 'inline'}.xlsx`;
  if (existsSync(file)) return file;
  let csv = RETAIL;
  if (!existsSync(csv)) {
    csv = `${folder}orders-${GENERATED_ROWS}.csv`;
    if (!existsSync(csv)) await makeOrders(csv, GENERATED_ROWS);
  }
  await writeXlsx(file, csvRecords(csv), { shared });
  return file;
}

function* hugeRecords() {
  yield [
    'InvoiceNo',
    'StockCode',
    'Description',
    'Quantity',
    'InvoiceDate',
    'UnitPrice',
    'CustomerID',
    'Country',
  ];
  const text = 'WHITE HANGING HEART T-LIGHT HOLDER, '.repeat(6);
  for (let row = 0; row < HUGE_ROWS; row++)
    yield [
      `I${Math.floor(row / 5)}`,
      '85123A',
      text,
      '6',
      '2010-12-01 08:26:00',
      '2.55',
      `C${row % 5000}`,
      'United Kingdom',
    ];
}

/** Opens the order file as .xlsx with inline and with shared strings, beside pandas. */
export async function xlsx({ url, runs = 1 }) {
  mkdirSync(folder, { recursive: true });
  const results = [];
  const lines = [
    '| .xlsx | MB | open, s | reading, s | peak MB | pandas.read_excel, s | its peak MB | ratio |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ];
  for (const shared of [false, true]) {
    const file = await orderFile(shared);
    const ours = [];
    for (let run = 0; run < runs; run++) ours.push(await opened(url, file));
    const theirs = pandasExcel(file);
    const of = (key) => median(ours.map((one) => one[key]));
    const name = shared ? 'shared strings' : 'inline strings';
    results.push({ name, ours, theirs });
    const seconds = (ms) => (ms / 1000).toFixed(2);
    const beside = theirs
      ? [seconds(theirs.ms), theirs.peak.toFixed(0), `1 : ${(theirs.ms / of('open')).toFixed(1)}`]
      : ['–', '–', '–'];
    const cells = [mb(statSync(file).size), seconds(of('open')), seconds(of('read')), of('peak').toFixed(0)];
    lines.push(`| ${[name, ...cells, ...beside].join(' | ')} |`);
  }
  return { text: lines.join('\n'), results };
}

/** Opens a workbook whose only worksheet is more than 512 MB of XML. */
export async function xlsxHuge({ url }) {
  mkdirSync(folder, { recursive: true });
  const file = `${folder}huge.xlsx`;
  const size = await writeXlsx(file, hugeRecords(), { shared: false });
  const ours = await opened(url, file);
  const text = `A worksheet of ${mb(size)} MB of XML (${mb(statSync(file).size)} MB packed): open ${(ours.open / 1000).toFixed(1)} s, reading ${(ours.read / 1000).toFixed(1)} s, peak ${ours.peak.toFixed(0)} MB. ${ours.heading}`;
  return { text, size, ...ours };
}
