import { proposed } from '../measure-drafts';
import { EXPECTED_FORM } from '../../text/per-customer';
import { historyColumns } from '../history-columns';
import { moneyAside, orderColumns } from '../order-columns';
import type { CatalogueEntry } from './entry';

const group = 'Per customer';

export const PER_CUSTOMER: readonly CatalogueEntry[] = [
  {
    op: 'aggregate',
    group,
    title: 'Make customers of orders',
    about:
      'One row for each customer: recency, order value, days between orders and twenty more to choose from.',
    words: 'aggregate group by sum mean count rfm features summary pivot',
    grain: 'orders',
    kinds: [],
    start(columns) {
      const chosen = orderColumns(columns);
      if (chosen === null) return null;
      return { ...chosen, ...moneyAside(chosen, true), measures: proposed(columns, chosen) };
    },
  },
  {
    op: 'customer-value',
    group,
    title: 'Tell what customers are worth',
    about:
      'One row for each customer: probability of being alive, orders and money to expect (BG/NBD, Gamma-Gamma).',
    words: 'clv ltv lifetime value churn predict forecast alive bg nbd gamma',
    grain: 'orders',
    kinds: [],
    start(columns) {
      const chosen = orderColumns(columns);
      if (chosen === null || chosen.date === null) return null;
      return chosen.amount === null && chosen.price === null
        ? null
        : { ...chosen, ...moneyAside(chosen, true), horizon: 365, discount: 0.01 };
    },
  },
  {
    op: 'expected-value',
    group,
    title: 'Tell what summarised customers are worth',
    about:
      'For a table that says how often each came back (x), until when (t_x) and how long it was seen (T): BG/NBD, Gamma-Gamma.',
    words: 'clv ltv lifetime value summary frequency recency T monetary bg nbd gamma lifetimes',
    grain: 'customers',
    kinds: [],
    start(columns) {
      const found = historyColumns(columns);
      return found && { ...found, horizon: 365, discount: 0.01 };
    },
    without: EXPECTED_FORM.needs,
  },
];
