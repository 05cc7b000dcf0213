// The curve of k-means alone, in a tab, beside scikit-learn: the same numbers from the same file, by turns.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { asked, groupingPage } from './grouping-page.mjs';
import { makeMixture } from './make-mixture.mjs';
import { scikitKmeans } from './peer-pandas.mjs';
import { median, ratio, seconds, table } from './tables.mjs';

const folder = fileURLToPath(new URL('data/', import.meta.url));
/** The inertia of each k may be this much of the peer's. */
const ALIKE = 1.0001;

const CUSTOMERS = { name: 'bench customers', d: 3, kMin: 1, kMax: 10, starts: 10, goal: 1 / 15 };
const MIXTURE = { name: 'mixture', n: 1_000_000, d: 8, kMin: 2, kMax: 10, starts: 1, goal: 1 / 3 };

/** Tables of both, medians of so many runs; the customers come from the order file. */
export async function kmeans(orders, runs) {
  const host = await groupingPage();
  try {
    const customers = `${orders}.features.bin`;
    if (!existsSync(customers)) await writeFeatures(host.url, orders, customers);
    const mixture = `${folder}mixture-${MIXTURE.n}x${MIXTURE.d}.bin`;
    if (!existsSync(mixture)) makeMixture(mixture, MIXTURE.n, MIXTURE.d);
    const parts = [];
    for (const [task, file] of [
      [CUSTOMERS, customers],
      [MIXTURE, mixture],
    ])
      parts.push(await compared(host.url, task, file, runs));
    return { parts, text: parts.map(({ text }) => text).join('\n\n') };
  } finally {
    await host.close();
  }
}

async function writeFeatures(url, orders, into) {
  writeFileSync(into, await asked(url, orders, 'prepare', {}));
}

async function compared(url, task, file, runs) {
  const { d, kMin, kMax, starts } = task;
  const ours = [];
  const theirs = [];
  for (let run = 0; run < runs; run++) {
    ours.push(await asked(url, file, 'curve', { d, kMin, kMax }));
    theirs.push(scikitKmeans(file, { d, kMin, kMax, starts }));
  }
  const peer = theirs.every((one) => one !== null);
  const best = peer && (starts === 10 ? theirs[0].inertias : bestOfTen(file, task));
  const { n, inertias, isolated, threads } = ours[0];
  const [mine, curve] = [(one) => one.order + one.curve, (one) => one.curve];
  const [whole, alone, other] = [ours.map(mine), ours.map(curve), theirs.map((one) => one?.ms)].map(median);
  const [ourFastest, otherFastest] = [ours.map(mine), theirs.map((one) => one?.ms)].map((all) =>
    Math.min(...all),
  );
  const head = ['seconds', 'Tessera', 'scikit-learn', 'ratio', 'goal'];
  const label = `${n.toLocaleString('en')} × ${d}, k = ${kMin}…${kMax}, scikit-learn with ${starts === 1 ? 'one start' : `${starts} starts`}`;
  const line = (name, ms, by = other) => [name, seconds(ms), seconds(by), fine(ms, by), fine(task.goal, 1)];
  const rows = [
    line('order of the rows and curve', whole),
    line('curve alone', alone),
    line('order and curve, fastest runs', ourFastest, otherFastest),
  ];
  const by = best ? inertias.map((one, i) => one / best[i]) : [];
  const worst = Math.max(...by);
  const judged = best
    ? `inertia beside the best of ten starts: ${by.map((one) => one.toFixed(5)).join(' ')}; ${worst <= ALIKE ? 'all' : 'NOT all'} at most ${ALIKE}`
    : 'no scikit-learn here';
  const spread = `runs, s: ${ours.map((one) => seconds(mine(one))).join(' ')} against ${theirs.map((one) => seconds(one?.ms)).join(' ')}`;
  const notes = `isolated: ${isolated}; threads: ${threads}; ${spread}; ${judged}`;
  return { task, ours, theirs, best, text: `${label}\n\n${table(head, rows)}\n\n${notes}` };
}

const fine = (one, other) => (ratio(one, other) === '–' ? '–' : (one / other).toFixed(3));

/** scikit-learn's best inertias of ten starts, kept beside the file, for they take a minute. */
function bestOfTen(file, { d, kMin, kMax }) {
  const kept = `${file}.best.json`;
  if (!existsSync(kept))
    writeFileSync(kept, JSON.stringify(scikitKmeans(file, { d, kMin, kMax, starts: 10 })));
  return JSON.parse(readFileSync(kept, 'utf8')).inertias;
}
