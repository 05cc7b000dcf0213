import { describe, expect, it } from 'vitest';
import { hasRealFiles } from '../../support/files';
import { finding, listed, rolesOf, understoodFile } from './understood';

/** Expected figures: data/README.md and LOOK.md of the shared collection, where the folder is there; else skipped. */
const real = describe.skipIf(!hasRealFiles);

real('understand, on real orders (needs the shared data folder)', () => {
  it('is right about Online Retail', { timeout: 30_000 }, async () => {
    const understanding = await understoodFile('transactions/online_retail_2010-2011.csv');
    expect(rolesOf(understanding)).toEqual({
      customer: 'CustomerID',
      order: 'InvoiceNo',
      date: 'InvoiceDate',
      quantity: 'Quantity',
      price: 'UnitPrice',
      product: 'StockCode',
      country: 'Country',
    });
    expect(understanding).toMatchObject({ grain: 'orders', customers: 4372 });
    expect(understanding.moneyTotal).toBeCloseTo(9_747_747.934, 2);
    expect(understanding.findings.map(({ code, count }) => [code, count])).toEqual([
      ['no-customer', 135_080],
      ['negative-quantity', 10_624],
      ['copies', 5268],
      ['free', 2517],
      ['ids-end-in-zero', 4372],
      // The question marks among the descriptions.
      ['mark-as-word', 47],
    ]);
    const { share, moneyShare } = finding(understanding, 'no-customer')!.details;
    expect(share).toBeCloseTo(0.25, 2);
    expect(moneyShare).toBeCloseTo(0.15, 2);
    expect(finding(understanding, 'copies')!.details['money']).toBeCloseTo(21_740.98, 2);
    expect(understanding.columns.map(({ distinct }) => distinct).slice(0, 2)).toEqual([25_900, 4070]);
  });

  it.each([
    [
      'transactions/Retail_Data_Transactions.csv',
      { customer: 'customer_id', date: 'trans_date', amount: 'tran_amount' },
      6889,
    ],
    [
      'transactions/Sample - Superstore.csv',
      {
        customer: 'Customer ID',
        order: 'Order ID',
        date: 'Order Date',
        amount: 'Sales',
        quantity: 'Quantity',
        product: 'Product ID',
        country: 'Country/Region',
        name: 'Customer Name',
      },
      804,
    ],
    [
      'transactions/CDNOW_sample.txt',
      { customer: 'Column 1', date: 'Column 3', amount: 'Column 5', quantity: 'Column 4' },
      2357,
    ],
  ])('knows the roles of %s', async (path, roles, customers) => {
    const understanding = await understoodFile(path);
    expect(rolesOf(understanding)).toEqual(roles);
    expect(understanding).toMatchObject({ grain: 'orders', customers, recipe: { ok: true } });
  });
});

real('understand, on real customers (needs the shared data folder)', () => {
  it('is right about marketing_campaign', async () => {
    const understanding = await understoodFile('customers/marketing_campaign_semicolon.csv');
    expect(listed(understanding, 'key')).toEqual(['ID']);
    expect(listed(understanding, 'left-out')).toEqual(['Z_CostContact', 'Z_Revenue']);
    expect(listed(understanding, 'grouped-by')).toHaveLength(12);
    expect(listed(understanding, 'described-by')).toHaveLength(14);
    expect(understanding.money).toMatchObject({ by: 'total', label: 'Total of 6 Mnt columns' });
    expect(understanding).toMatchObject({ grain: 'customers', customers: 2240 });
    const found = understanding.findings.map(({ code, count }) => [code, count]);
    expect(found).toEqual([
      ['blank', 24],
      ['copies-but-key', 182],
      ['rare-values', 7],
      ['old-birth', 3],
      ['extreme', 1],
      ['constant', 2],
    ]);
    expect(finding(understanding, 'extreme')!.details).toMatchObject({ column: 'Income', value: 666_666 });
    expect(finding(understanding, 'rare-values')!.details['values']).toBe('Alone 3, Absurd 2, YOLO 2');
  });

  it('promotes the numbers of Mall', async () => {
    const understanding = await understoodFile('customers/Mall_Customers.csv');
    expect(listed(understanding, 'key')).toEqual(['CustomerID']);
    expect(listed(understanding, 'grouped-by')).toEqual([
      'Age',
      'Annual Income (k$)',
      'Spending Score (1-100)',
    ]);
    expect(understanding.money).toBeNull();
  });

  it('leaves out the total of Wholesale, and says worth by it', async () => {
    const understanding = await understoodFile('customers/Wholesale_customers_with_total.csv');
    expect(listed(understanding, 'left-out')).toEqual(['Total']);
    expect(listed(understanding, 'described-by')).toEqual(['Channel', 'Region']);
    expect(understanding.money).toEqual({ by: 'amount', column: 'Total' });
  });

  it.each([
    ['customers/iris.csv', undefined],
    ['customers/bank_small.csv', undefined],
    ['customers/credit_data.csv', undefined],
    ['customers/attrition.csv', undefined],
    ['customers/WA_Fn-UseC_-Telco-Customer-Churn.csv', 'customerID'],
    ['campaigns/artea-a_b-experiment.csv', 'id'],
  ])('knows the key of %s: %s', async (path, key) => {
    const understanding = await understoodFile(path);
    expect(understanding).toMatchObject({ grain: 'customers', recipe: { ok: true } });
    expect(rolesOf(understanding)['customer']).toBe(key);
  });

  it('knows recency, frequency and money of a summary', async () => {
    const understanding = await understoodFile('transactions/cdnow_customers_summary_with_transactions.csv');
    expect(rolesOf(understanding)).toEqual({
      customer: 'ID',
      recency: 't_x',
      frequency: 'x',
      monetary: 'zbar',
    });
    expect(listed(understanding, 'grouped-by')).toEqual(['x', 't_x', 'zbar']);
  });
});
