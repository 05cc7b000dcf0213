import { describe, expect, it } from 'vitest';
import { columnLabels } from '../../../src/engine/insight/column-words';
import { featureInfo } from '../../../src/engine/insight/feature-info';
import { table } from '../../support/tables';

describe('columnLabels', () => {
  it('drops a stem that three names share, splits words and writes sentence case', () => {
    expect(
      columnLabels(['MntWines', 'MntMeatProducts', 'MntGoldProds', 'NumDealsPurchases', 'Recency']),
    ).toEqual(['Wines', 'Meat products', 'Gold prods', 'Num deals purchases', 'Recency']);
  });

  it('keeps a stem shared by two, acronyms and what stands in brackets', () => {
    expect(
      columnLabels(['sepal_length', 'sepal_width', 'Annual Income (k$)', 'VIPVisits', 'TOTAL_SPEND']),
    ).toEqual(['Sepal length', 'Sepal width', 'Annual income (k$)', 'VIP visits', 'Total spend']);
  });

  it('never gives two columns one label', () => {
    const labels = columnLabels(['a_b', 'aB', 'a b', 'x_y', 'x_z', 'x_w', 'y']);
    expect(new Set(labels).size).toBe(7);
    expect(columnLabels(['__proto__', 'constructor', 'toString'])).toEqual([
      'Proto',
      'Constructor',
      'To string',
    ]);
  });
});

describe('featureInfo', () => {
  it('follows a scaled column to the one a person knows and takes the meaning of its role', () => {
    const customers = table(
      {
        recency_days: [1, 9],
        frequency: [3, 1],
        monetary: [5.5, 2],
        recency_days_log_z: [-1, 1],
        frequency_z: [1, -1],
      },
      {
        roles: new Map([
          ['recency_days', 'recency'],
          ['frequency', 'frequency'],
          ['monetary', 'monetary'],
        ]),
        origins: new Map([
          ['recency_days_log_z', 'recency_days_log'],
          ['recency_days_log', 'recency_days'],
          ['frequency_z', 'frequency'],
        ]),
      },
    );
    expect(featureInfo(customers, ['recency_days_log_z', 'frequency_z', 'monetary'])).toEqual([
      {
        column: 'recency_days',
        scaled: 'recency_days_log_z',
        meaning: 'recency',
        label: 'Days since the last order',
      },
      { column: 'frequency', scaled: 'frequency_z', meaning: 'frequency', label: 'Orders' },
      { column: 'monetary', scaled: 'monetary', meaning: 'money', label: 'Spent' },
    ]);
  });

  it('tells money and orders of some days from all of them', () => {
    const customers = table(
      {
        monetary: [5.5, 2],
        spend_365d: [5.5, 0],
        spend_90d: [1.5, 0],
        orders_90d: [1, 0],
        frequency: [3, 1],
      },
      {
        roles: new Map([
          ['monetary', 'monetary'],
          ['frequency', 'frequency'],
        ]),
      },
    );
    const found = featureInfo(customers, ['spend_365d', 'spend_90d', 'monetary', 'orders_90d', 'frequency']);
    expect(found.map(({ meaning, part, label }) => [meaning, part, label])).toEqual([
      ['money', true, 'Spent in the last 365 days'],
      ['money', true, 'Spent in the last 90 days'],
      ['money', undefined, 'Spent'],
      ['count', undefined, 'Orders in the last 90 days'],
      ['frequency', undefined, 'Orders'],
    ]);
  });

  it('reads counts and money from names, counts only where all cells are whole', () => {
    const customers = table({
      NumWebPurchases: [4, null],
      visits: [1.5, 2],
      MntWines: [3.5, 1],
      Age: [40, 50],
    });
    const meanings = featureInfo(customers, ['NumWebPurchases', 'visits', 'MntWines', 'Age']).map(
      ({ meaning }) => meaning,
    );
    expect(meanings).toEqual(['count', 'other', 'money', 'other']);
  });

  it('keeps the column before the kind in columns of 0 and 1 that were made of it', () => {
    const customers = table({
      salary: ['low', 'high', 'medium'],
      salary_low: [1, 0, 0],
      salary_high: [0, 1, 0],
      salary_medium: [0, 0, 1],
      salary_years: [3, 1, 2],
    });
    const labels = featureInfo(customers, ['salary_low', 'salary_high', 'salary_medium', 'salary_years']);
    expect(labels.map(({ label }) => label)).toEqual([
      'Salary: low',
      'Salary: high',
      'Salary: medium',
      'Years',
    ]);
  });
});
