import { proposed } from '../measure-drafts';
import { orderColumns } from '../order-columns';
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
    kinds: [],
    start(columns) {
      const chosen = orderColumns(columns);
      if (chosen === null) return null;
      return { ...chosen, measures: proposed(columns, chosen) };
    },
  },
  {
    op: 'customer-value',
    group,
    title: 'Tell what customers are worth',
    about:
      'One row for each customer: probability of being alive, orders and money to expect (BG/NBD, Gamma-Gamma).',
    words: 'clv ltv lifetime value churn predict forecast alive bg nbd gamma',
    kinds: [],
    start(columns) {
      const chosen = orderColumns(columns);
      if (chosen === null || chosen.date === null) return null;
      return chosen.amount === null && chosen.price === null
        ? null
        : { ...chosen, horizon: 365, discount: 0.01 };
    },
  },
];
