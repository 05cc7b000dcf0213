// The overview of a table in a tab, beside pandas' `describe(include='all')` and `corr()` on the same file, by turns. Reading is not
// counted on either side. The cards say more than `describe` does: five quantiles, skewness, kurtosis, fences, the most frequent values, lengths, days.
import { asked, groupingPage } from './grouping-page.mjs';
import { pandasDescribes } from './peer-pandas.mjs';
import { median, ratio, seconds, table } from './tables.mjs';

export async function explore(orders, runs) {
  const page = await groupingPage();
  const ours = [];
  const theirs = [];
  try {
    for (let run = 0; run < runs; run++) {
      ours.push(await asked(page.url, orders, 'overview', {}));
      theirs.push(pandasDescribes(orders));
    }
  } finally {
    await page.close();
  }
  const peer = theirs.every((one) => one !== null) ? theirs : [];
  const of = (all, pick) => median(all.map(pick));
  const line = (name, mine, other) => [
    name,
    seconds(of(ours, mine)),
    seconds(other && of(peer, other)),
    ratio(of(ours, mine), other && of(peer, other)),
  ];
  const rows = [
    line('a card per column', (one) => one.cardsMs, (one) => one.describe), // prettier-ignore
    line('cards and correlations (Pearson)', (one) => one.cardsMs + one.numbersMs, (one) => one.describe + one.corr), // prettier-ignore
    line('findings and headline', (one) => one.findingsMs),
    line('how all columns go together (Pearson, Spearman, V, η)', (one) => one.allMs),
  ];
  const spread = `runs, s: ${ours.map((one) => seconds(one.cardsMs + one.numbersMs)).join(' ')} against ${peer.map((one) => seconds(one.describe + one.corr)).join(' ')}`;
  const head = ['seconds', 'Tessera', 'pandas', 'ratio'];
  const notes = `isolated: ${ours[0].isolated}; ${spread}; figures ${alike(ours[0], peer[0])}`;
  return { ours, theirs, text: `${table(head, rows)}\n\n${notes}` };
}

/** Whether both say the same of the columns. */
function alike({ cards, correlations }, peer) {
  if (!peer) return 'not compared';
  const card = (name) => cards.find((one) => one.name === name);
  const means = Object.entries(peer.means).every(
    ([name, mean]) => Math.abs(card(name).mean / mean - 1) < 1e-9,
  );
  const distinct = Object.entries(peer.distinct).every(([name, count]) => card(name).distinct === count);
  const together = Math.abs(correlations[0] - peer.correlation) < 1e-9;
  return means && distinct && together ? 'equal' : 'NOT equal';
}
