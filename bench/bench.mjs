// The benchmark: order files made from a seed, in headless Chromium, and the peers that are installed, in the same
// run. What counts is the ratio; absolute seconds belong to the machine.
//   npm run bench                              the whole job at 200 MB, reading beside its peers, reading by size
//   npm run bench -- --runs 5                  medians of several runs
//   npm run bench -- --rows 600000             the whole job at another size
//   npm run bench -- --sizes 25,200,1000       other sizes for reading, in MB
//   npm run bench -- --only job|aggregate|brush|customer-value|duplicates|effect|explore|export|formula|kmeans|reading|sizes|xlsx|xlsx-huge
// The tables are also written to bench/out as Markdown.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { serve } from '../tools/serve.mjs';
import { aggregate } from './aggregate.mjs';
import { brush } from './brush.mjs';
import { brushPage } from './brush-page.mjs';
import { customerValue } from './customer-value.mjs';
import { duplicates } from './duplicates.mjs';
import { effect } from './effect.mjs';
import { explore } from './explore.mjs';
import { exporting } from './export.mjs';
import { formula } from './formula.mjs';
import { job } from './job-table.mjs';
import { kmeans } from './kmeans.mjs';
import { makeOrders } from './make-orders.mjs';
import { compared, sizes } from './size-table.mjs';
import { xlsx, xlsxHuge } from './xlsx-bench.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '2400000' },
    runs: { type: 'string', default: '3' },
    sizes: { type: 'string', default: '25,50,100,200,400,1000' },
    only: {
      type: 'string',
      default:
        'job,aggregate,brush,customer-value,duplicates,effect,explore,export,formula,kmeans,reading,sizes,xlsx',
    },
  },
});
const rows = Number(values.rows);
const runs = Number(values.runs);
const only = values.only.split(',');
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = fileURLToPath(new URL('data/', import.meta.url));
const results = fileURLToPath(new URL('out/', import.meta.url));
mkdirSync(folder, { recursive: true });
mkdirSync(results, { recursive: true });

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
const machine = `median of ${runs}, ${cpus().length} cores, commit ${git('rev-parse', '--short', 'HEAD')}`;
const texts = [];
const raw = {};
const say = (name, title, { text, ...found }) => {
  raw[name] = found;
  texts.push(`### ${title}\n\n${machine}\n\n${text}\n`);
  console.log(`\n${texts.at(-1)}`);
};

/** Reading is measured where the page is isolated, and where it is not. */
await build({ root, logLevel: 'error' });
const hosts = await Promise.all([true, false].map((headers) => serve({ dir: `${root}/dist`, headers })));
const [isolated, plain] = hosts.map(({ url }) => url);
const file = `${folder}orders-${rows}.csv`;
const needsOrders = ['job', 'brush', 'duplicates', 'effect', 'explore', 'export', 'kmeans'].some((part) =>
  only.includes(part),
);
try {
  if (needsOrders && !existsSync(file)) await makeOrders(file, rows);
  if (only.includes('job')) {
    const size = `${rows.toLocaleString('en')} rows, ${(statSync(file).size / 1e6).toFixed(0)} MB`;
    say('job', `The whole job: ${size}`, await job(isolated, file, runs));
  }
  if (only.includes('brush')) {
    say('brush', 'The brush', await brush(file, runs));
    say('brushPage', 'The brush in Explore', await brushPage(isolated, file, runs));
  }
  if (only.includes('customer-value'))
    say('customerValue', 'Customer value: 100,000 customers', await customerValue(runs));
  if (only.includes('duplicates'))
    say('duplicates', 'Dropping exact duplicates', await duplicates(file, runs));
  if (only.includes('effect')) say('effect', 'A step before it is done', await effect(isolated, file, runs));
  if (only.includes('explore')) say('explore', 'A table summed up', await explore(file, runs));
  if (only.includes('export'))
    say('export', 'All rows with their segments as CSV', await exporting(isolated, file, runs));
  if (only.includes('aggregate')) say('aggregate', 'Orders to customers', await aggregate(runs));
  if (only.includes('formula')) say('formula', 'Formulas', await formula(runs));
  if (only.includes('kmeans')) say('kmeans', 'k-means alone', await kmeans(file, runs));
  if (only.includes('reading')) say('reading', 'Reading', await compared({ isolated, plain }, runs));
  if (only.includes('sizes')) {
    const megabytes = values.sizes.split(',').map(Number);
    say('sizes', 'Reading by size', await sizes(isolated, megabytes, runs));
  }
  if (only.includes('xlsx')) say('xlsx', 'Spreadsheets', await xlsx({ url: isolated, runs: 1 }));
  if (only.includes('xlsx-huge'))
    say('xlsxHuge', 'A worksheet of more than 512 MB', await xlsxHuge({ url: isolated }));
} finally {
  await Promise.all(hosts.map((host) => host.close()));
}
writeFileSync(`${results}bench.json`, JSON.stringify({ machine, rows, ...raw }, null, 2));
writeFileSync(`${results}bench.md`, texts.join('\n'));
