// Dropping exact duplicates alone, in a tab, beside native DuckDB's `select distinct` on two threads: the same file, by turns.
// Both make a table of the rows that stay; reading is not counted.
import { asked, groupingPage } from './grouping-page.mjs';
import { duckdbDistinct } from './peer-duckdb.mjs';
import { median, ratio, seconds, table, whole } from './tables.mjs';

export async function duplicates(orders, runs) {
  const page = await groupingPage();
  const ours = [];
  const theirs = [];
  try {
    for (let run = 0; run < runs; run++) {
      ours.push(await asked(page.url, orders, 'copies', {}));
      theirs.push(await duckdbDistinct(orders));
    }
  } finally {
    await page.close();
  }
  const [{ before, after, isolated }] = ours;
  const peer = theirs.every((one) => one !== null) ? theirs : null;
  const [mine, other] = [median(ours.map(({ ms }) => ms)), median((peer ?? []).map(({ ms }) => ms))];
  const rows = [
    ['a table without copies', seconds(mine), seconds(other), ratio(mine, other)],
    ['of it, finding them', seconds(median(ours.map(({ found }) => found))), '–', '–'],
    [
      'rows that stay',
      whole(after),
      whole(peer?.[0].after),
      peer?.[0].after === after ? 'equal' : 'NOT equal',
    ],
  ];
  const spread = `runs, s: ${ours.map(({ ms }) => seconds(ms)).join(' ')} against ${(peer ?? []).map(({ ms }) => seconds(ms)).join(' ')}`;
  const head = ['seconds', 'Tessera', 'DuckDB, 2 threads', 'ratio'];
  return {
    ours,
    theirs,
    text: `${before.toLocaleString('en')} rows; isolated: ${isolated}; ${spread}\n\n${table(head, rows)}`,
  };
}
