// How reading grows with the file, and how it fares beside its peers at 200 MB.
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeOrders } from './make-orders.mjs';
import { duckdbReads } from './peer-duckdb.mjs';
import { pandasReads } from './peer-pandas.mjs';
import { cancelling, firstPreview, reading } from './reading.mjs';
import { median, middle, ratio, seconds, table, whole } from './tables.mjs';

const folder = fileURLToPath(new URL('data/', import.meta.url));
const ROWS_PER_MB = 12_000;
const COMPARED_MB = 200;
/** Files larger than this are made for their measurement only. */
const KEPT_MB = 250;

/** The order file of so many MB; made if it is not there. */
export async function sizedFile(megabytes) {
  mkdirSync(folder, { recursive: true });
  const rows = megabytes * ROWS_PER_MB;
  const file = `${folder}orders-${rows}.csv`;
  if (!existsSync(file)) await makeOrders(file, rows);
  return file;
}

/** One line per size: medians of several runs. */
export async function sizes(url, megabytes, runs) {
  const measured = [];
  for (const size of megabytes) {
    const file = await sizedFile(size);
    const bytes = statSync(file).size;
    const all = [];
    for (let run = 0; run < runs; run++) all.push(await reading(url, file));
    measured.push({ size, bytes, all, ...middle(all) });
    if (size > KEPT_MB) rmSync(file);
  }
  const perByte = (one) => one.read / one.bytes;
  const standard = measured.find(({ size }) => size === COMPARED_MB);
  const rows = measured.map((one) => [
    whole(one.bytes / 1e6),
    seconds(one.read),
    whole(one.bytes / 1e3 / one.read),
    standard ? ratio(perByte(one), perByte(standard)) : '–',
    whole(one.peak),
    seconds(one.understand),
  ]);
  const head = [
    'MB',
    'read, s',
    'MB/s',
    'time per byte, of that at 200 MB',
    'peak MB above empty',
    'understand, s',
  ];
  return { measured, text: table(head, rows) };
}

/** The same file by turns: isolated, not isolated, DuckDB, pandas. */
export async function compared({ isolated, plain }, runs) {
  const file = await sizedFile(COMPARED_MB);
  const all = { isolated: [], plain: [], duckdb: [], pandas: [], preview: [], cancel: [] };
  for (let run = 0; run < runs; run++) {
    all.isolated.push(await reading(isolated, file));
    all.duckdb.push(await duckdbReads(file));
    all.plain.push(await reading(plain, file, { plain: true }));
    all.pandas.push(pandasReads(file));
    all.preview.push(await firstPreview(isolated, file));
    all.cancel.push(await cancelling(isolated, file));
  }
  const [ours, apart, duck, panda] = ['isolated', 'plain', 'duckdb', 'pandas'].map((one) => middle(all[one]));
  const rows = [
    [`Tessera, isolated: ${ours.isolated}`, seconds(ours.read), '1.00', whole(ours.peak)],
    [
      `Tessera, isolated: ${apart.isolated}`,
      seconds(apart.read),
      ratio(ours.read, apart.read),
      whole(apart.peak),
    ],
    ['DuckDB, 2 threads', seconds(duck?.read), ratio(ours.read, duck?.read), '–'],
    ['pandas', seconds(panda?.read), ratio(ours.read, panda?.read), whole(panda?.peak)],
  ];
  const previews = all.preview.filter((ms) => ms !== null);
  const cancel = middle(all.cancel);
  const notes = [
    `First rows on the screen: ${previews.length > 0 ? `${whole(median(previews))} ms` : 'not before the file is read'}.`,
    `Cancel while reading: ${whole(cancel.ms)} ms; the renderer then holds ${whole(cancel.held)} MB above the empty page, ${whole(cancel.kept)} MB once memory is asked back.`,
  ];
  const head = ['200 MB', 'read, s', 'Tessera isolated, ratio', 'peak MB'];
  return { all, text: `${table(head, rows)}\n\n${notes.join('\n')}` };
}
