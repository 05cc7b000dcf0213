// The whole job beside the peers.
import { duckdb } from './peer-duckdb.mjs';
import { pandas } from './peer-pandas.mjs';
import { middle, ratio, seconds, table, whole } from './tables.mjs';
import { wholeJob } from './whole-job.mjs';

const PHASES = [
  ['read', 'read + types'],
  ['copies', 'drop copies'],
  ['rfm', 'RFM'],
  ['group', 'k = 1…10, ten starts'],
  ['whole', 'whole job; theirs without judging'],
];

/** Medians of several runs, ours and the peers' by turns. */
export async function job(url, file, runs) {
  const all = [];
  const peers = { pandas: [], duckdb: [] };
  for (let run = 0; run < runs; run++) {
    all.push(await wholeJob(url, file));
    peers.pandas.push(pandas(file));
    peers.duckdb.push(await duckdb(file));
  }
  const ours = middle(all);
  const theirs = [middle(peers.pandas), middle(peers.duckdb)];
  const rows = PHASES.map(([key, label]) => [
    label,
    seconds(ours[key]),
    ...theirs.flatMap((one) => [seconds(one?.[key]), ratio(ours[key], one?.[key])]),
  ]);
  rows.push([
    'whole job, with recommended k, silhouettes, stability and PCA by both',
    seconds(ours.whole),
    seconds(theirs[0]?.judged),
    ratio(ours.whole, theirs[0]?.judged),
    '–',
    '–',
  ]);
  rows.push([
    `peak MB above the empty page (${whole(ours.empty)})`,
    whole(ours.peak),
    ...theirs.flatMap((one) => [whole(one?.peak), '–']),
  ]);
  const longest = ours.longest ? `${whole(ours.longest)} ms` : 'none';
  const notes = `isolated: ${ours.isolated}; understanding ${seconds(ours.understand)} s; writing ${seconds(ours.write)} s; longest main-thread task over 50 ms outside draws: ${longest}`;
  const head = ['seconds', 'Tessera', 'pandas + scikit-learn', 'ratio', 'DuckDB, 2 threads', 'ratio'];
  return { ours: all, peers, text: `${notes}\n\n${table(head, rows)}` };
}
