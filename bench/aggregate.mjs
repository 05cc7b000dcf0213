// Orders to customers: twenty-one measures of two million order lines in a tab, on one thread, beside pandas `groupby` on the same table,
// by turns. The sum of each measure over the customers is compared.
import { fileURLToPath } from 'node:url';
import { asked, groupingPage } from './grouping-page.mjs';
import { pandasAggregates } from './peer-pandas.mjs';
import { median, ratio, table } from './tables.mjs';

const ROWS = 2_000_000;
const CUSTOMERS = 100_000;

/** The same as in peer_aggregate.py. */
const MEASURES = [
  { measure: 'recency' },
  { measure: 'frequency' },
  { measure: 'monetary' },
  { measure: 'first-purchase' },
  { measure: 'purchase-days' },
  { measure: 'mean-gap' },
  { measure: 'order-value' },
  { measure: 'spend-last', days: 30 },
  { measure: 'spend-last', days: 90 },
  { measure: 'spend-last', days: 365 },
  { measure: 'orders-last', days: 90 },
  { measure: 'weekend-share' },
  { measure: 'sum', column: 'Quantity' },
  { measure: 'mean', column: 'Price' },
  { measure: 'median', column: 'Price' },
  { measure: 'deviation', column: 'Price' },
  { measure: 'min', column: 'Price' },
  { measure: 'max', column: 'Price' },
  { measure: 'distinct', column: 'Country' },
  { measure: 'share', column: 'Country', value: 'EIRE' },
  { measure: 'favourite', column: 'Country' },
];

export async function aggregate(runs) {
  const page = await groupingPage();
  const [ours, theirs] = [[], []];
  try {
    // The worker counts its table out itself; the page wants a file all the same.
    const any = fileURLToPath(import.meta.url);
    const how = { rows: ROWS, customers: CUSTOMERS, measures: MEASURES };
    for (let run = 0; run < runs; run++) {
      ours.push(await asked(page.url, any, 'aggregates', how));
      theirs.push(pandasAggregates(ROWS, CUSTOMERS));
    }
  } finally {
    await page.close();
  }
  const peer = theirs.filter((one) => one !== null);
  const [mine, other] = [ours, peer].map((all) => (all.length > 0 ? median(all.map(({ ms }) => ms)) : null));
  const rows = [
    [`${MEASURES.length} measures`, mine.toFixed(0), other?.toFixed(0) ?? '–', ratio(mine, other)],
  ];
  const unlike = Object.keys(ours[0].totals).filter(
    (name) => peer[0] && !(Math.abs(ours[0].totals[name] / peer[0].totals[name] - 1) < 1e-9),
  );
  const notes = `${ROWS.toLocaleString('en')} rows, ${CUSTOMERS.toLocaleString('en')} customers; sums ${unlike.length > 0 ? `NOT equal: ${unlike.join(', ')}` : peer[0] ? 'equal' : 'not compared'}`;
  return { ours, theirs, text: `${table(['ms', 'Tessera', 'pandas', 'ratio'], rows)}\n\n${notes}` };
}
