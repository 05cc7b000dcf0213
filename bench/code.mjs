// Runs the SQL for PostgreSQL (PGlite) on all of Online Retail and compares every label with ours: node bench/code.mjs
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import Papa from 'papaparse';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = join(root, '../shared/data/transactions/online_retail_2010-2011.csv');
const folder = mkdtempSync(join(tmpdir(), 'tessera-code-'));
const at = (name) => join(folder, name);
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

try {
  const asked = [file, '--out', at('ours.csv'), '--sql', `postgresql=${at('score.sql')}`];
  const ran = spawnSync(process.execPath, [join(root, 'tools/tessera.mjs'), ...asked], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  const sql = readFileSync(at('score.sql'), 'utf8');
  const create = /^-- (CREATE TABLE [^]*?^-- \);)/m.exec(sql)[1].replace(/^-- /gm, '');
  const database = await PGlite.create();
  await database.exec(create);
  let started = performance.now();
  await database.query("COPY online_retail_2010_2011 FROM '/dev/blob' WITH (FORMAT csv, HEADER)", [], {
    blob: new Blob([readFileSync(file)]),
  });
  console.log(`loaded in ${seconds(started)}`);
  started = performance.now();
  const { rows } = await database.query(sql);
  console.log(`${rows.length} customers labelled in ${seconds(started)}`);
  const { data } = Papa.parse(readFileSync(at('ours.csv'), 'utf8'), { header: true, skipEmptyLines: true });
  const ours = new Map(data.map((row) => [row.CustomerID, `${row.segment_id} ${row.segment}`]));
  const other = rows.filter((row) => ours.get(row.CustomerID) !== `${row.segment_id} ${row.segment}`);
  console.log(`${other.length} of ${ours.size} customers differ`);
  process.exitCode = other.length > 0 || rows.length !== ours.size ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}
