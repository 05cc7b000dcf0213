// Formulas on two million rows in a tab, on one thread, beside pandas (`eval`, `groupby.transform`, `rank`, `shift`) on the same table,
// by turns. Both compute all cells; sums of them are compared.
import { fileURLToPath } from 'node:url';
import { asked, groupingPage } from './grouping-page.mjs';
import { pandasFormulas } from './peer-pandas.mjs';
import { median, ratio, table } from './tables.mjs';

const ROWS = 2_000_000;
const CUSTOMERS = 100_000;

/** The same as in peer_formula.py. */
const FORMULAS = {
  five: '(([Quantity] * [Price] - [Discount]) / [Quantity] + 1.5) * 1.19',
  condition: 'if([Quantity] > 3, replace([Country], "EIRE", "Ireland"), "United Kingdom")',
  mean: 'mean([Price]) over [Customer]',
  two: 'sum([Price]) over ([Customer], [Country])',
  median: 'median([Price]) over [Customer]',
  rank: 'rank([Price]) over [Customer]',
  lag: 'lag([Date]) over [Customer] order by [Date]',
};

export async function formula(runs) {
  const page = await groupingPage();
  const [ours, theirs] = [[], []];
  try {
    // The worker counts its table out itself; the page wants a file all the same.
    const any = fileURLToPath(import.meta.url);
    const how = { rows: ROWS, customers: CUSTOMERS, formulas: FORMULAS };
    for (let run = 0; run < runs; run++) {
      ours.push(await asked(page.url, any, 'formulas', how));
      theirs.push(pandasFormulas(ROWS, CUSTOMERS));
    }
  } finally {
    await page.close();
  }
  const peer = theirs.filter((one) => one !== null);
  const ms = (all, name) => (all.length > 0 ? median(all.map((one) => one[name].ms)) : null);
  const rows = Object.entries(FORMULAS).map(([name, text]) => [
    `\`${text}\``,
    ms(ours, name).toFixed(0),
    ms(peer, name)?.toFixed(0) ?? '–',
    ratio(ms(ours, name), ms(peer, name)),
  ]);
  const unlike = Object.keys(FORMULAS).filter((name) => peer[0] && !alike(ours[0][name], peer[0][name]));
  const notes = `${ROWS.toLocaleString('en')} rows, ${CUSTOMERS.toLocaleString('en')} customers; sums ${unlike.length > 0 ? `NOT equal: ${unlike.join(', ')}` : peer[0] ? 'equal' : 'not compared'}`;
  return { ours, theirs, text: `${table(['ms', 'Tessera', 'pandas', 'ratio'], rows)}\n\n${notes}` };
}

const alike = ({ total }, other) => Math.abs(total / other.total - 1) < 1e-9;
