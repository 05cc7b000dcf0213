import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('peer_pandas.py', import.meta.url));
const grouping = fileURLToPath(new URL('peer_kmeans.py', import.meta.url));
const describing = fileURLToPath(new URL('peer_describe.py', import.meta.url));
const writing = fileURLToPath(new URL('peer_to_csv.py', import.meta.url));
const formulas = fileURLToPath(new URL('peer_formula.py', import.meta.url));
const aggregates = fileURLToPath(new URL('peer_aggregate.py', import.meta.url));
const PYTHONS = [process.env.PYTHON, 'python3', '/usr/bin/python3'].filter(Boolean);

/** Milliseconds per phase with pandas and scikit-learn, or null where no Python has both. */
export const pandas = (file) => run([script, file]);

/** The same for reading alone, dates included. */
export const pandasReads = (file) => run([script, file, 'read']);

/** Milliseconds of `describe(include='all')` and `corr()` on the table as read, and what they say. */
export const pandasDescribes = (file) => run([describing, file]);

/** Milliseconds of `to_csv` of a labelled table of orders, and its rows. */
export const pandasWrites = (file) => run([writing, file]);

/** Milliseconds and sums of formulas on a table of so many rows. */
export const pandasFormulas = (rows, customers) => run([formulas, String(rows), String(customers)]);

/** Milliseconds of measures per customer of a table of so many rows, and the sum of each. */
export const pandasAggregates = (rows, customers) => run([aggregates, String(rows), String(customers)]);

/** Milliseconds and inertias of scikit-learn's k-means for each k, on the numbers of a file. */
export const scikitKmeans = (file, { d, kMin, kMax, starts }) =>
  run([grouping, file, ...[d, kMin, kMax, starts].map(String)]);

function run(args) {
  const python = PYTHONS.find((one) => spawnSync(one, ['-c', 'import pandas, sklearn']).status === 0);
  if (!python) return null;
  const { status, stdout, stderr } = spawnSync(python, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  });
  if (status !== 0) throw new Error(`pandas: ${stderr}`);
  return JSON.parse(stdout);
}
