import type { RfmMap, Segmentation } from '../../../engine/index';
import type { ChartTable } from '../../charts/chart-table';
import { actionFor } from '../../text/actions';
import { moneyNoun } from '../../text/cards';
import { count, moneyInFull, shareInFull } from '../../text/format';

const text = (label: string) => ({ label, numeric: false });
const numeric = (label: string) => ({ label, numeric: true });

/** The map as a list of cells, the best first. */
export function rfmTable(map: RfmMap, segmentation: Segmentation): ChartTable {
  const noun = moneyNoun(segmentation);
  const title = noun.charAt(0).toUpperCase() + noun.slice(1);
  const { currency } = segmentation;
  const worth = segmentation.money !== null;
  const cells = [...map.cells].reverse();
  const todo = (name: string) => map.actions[name] ?? actionFor(name);
  return {
    columns: [
      numeric('Recency'),
      numeric('Frequency'),
      text('Name'),
      numeric('Customers'),
      numeric('Share of customers'),
      numeric('Big spenders'),
      ...(worth ? [numeric(currency ? `${title} in ${currency}` : title), numeric(`Share of ${noun}`)] : []),
      text('What to do'),
    ],
    rows: cells.map(({ recency, frequency, name, customers, bigSpenders, share, revenue, revenueShare }) => [
      recency,
      frequency,
      name,
      customers,
      share,
      bigSpenders,
      ...(worth ? [revenue, revenueShare] : []),
      todo(name) ?? '',
    ]),
    shown: cells.map(({ recency, frequency, name, customers, bigSpenders, share, revenue, revenueShare }) => [
      String(recency),
      String(frequency),
      name,
      count(customers),
      shareInFull(share),
      count(bigSpenders),
      ...(worth
        ? [
            revenue === null ? '·' : moneyInFull(revenue),
            revenueShare === null ? '·' : shareInFull(revenueShare),
          ]
        : []),
      todo(name) ?? '·',
    ]),
  };
}
