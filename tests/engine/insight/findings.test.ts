import { describe, expect, it } from 'vitest';
import { finding, lines, someOrders, understood } from './understood';

const HEADER = 'customer_id,order_no,date,quantity,unit_price';
const LINES = [
  '101.0,A1,2024-01-05,2,10',
  '101.0,A1,2024-01-05,2,10',
  ',A2,2024-01-06,1,30',
  '102.0,A3,2024-01-07,3,5',
  '102.0,R3,2024-01-09,-1,5',
  '101.0,A4,,4,2.5',
  '102.0,A5,2024-02-01,1,0',
  '101.0,A6,2024-02-02,2,15',
];
const orders = () => understood([HEADER, ...LINES].join('\n'));

describe('findings of orders', () => {
  it('counts rows without a customer with their money and its share', async () => {
    // 2×10 + 2×10 + 30 + 15 − 5 + 10 + 0 + 30 = 120
    const understanding = await orders();
    expect(understanding.moneyTotal).toBe(120);
    expect(understanding.moneyWithoutCustomer).toBe(30);
    expect(finding(understanding, 'no-customer')).toEqual({
      code: 'no-customer',
      count: 1,
      details: { column: 'customer_id', share: 0.125, money: 30, moneyShare: 0.25 },
      rows: Uint32Array.of(2),
    });
  });

  it('counts returns, copies with their money, free rows, blank dates and numbers that end in .0', async () => {
    const understanding = await orders();
    expect(finding(understanding, 'negative-quantity')).toMatchObject({ count: 1, rows: Uint32Array.of(4) });
    expect(finding(understanding, 'copies')).toMatchObject({
      count: 1,
      details: { money: 20 },
      rows: Uint32Array.of(1),
    });
    expect(finding(understanding, 'free')).toMatchObject({ count: 1, details: { column: 'unit_price' } });
    expect(finding(understanding, 'blank')).toMatchObject({
      count: 1,
      details: { column: 'date', role: 'date' },
    });
    expect(finding(understanding, 'ids-end-in-zero')).toMatchObject({
      count: 2,
      details: { value: '101.0', plain: '101' },
    });
  });

  it('puts what weighs most first', async () => {
    const { findings } = await orders();
    expect(findings[0]!.code).toBe('no-customer');
    expect(findings.at(-1)!.code).toBe('ids-end-in-zero');
  });

  it('says nothing of clean orders', async () => {
    const { findings } = await understood(someOrders('customer,order_no,date,amount', (at) => `${at + 1}.5`));
    expect(findings).toEqual([]);
  });

  it('names the words among amounts', async () => {
    const text = someOrders('customer,order_no,date,amount', (at) => (at === 7 ? 'twelve' : `${at + 1}.5`));
    const found = finding(await understood(text), 'text-in-number');
    expect(found).toMatchObject({
      count: 1,
      details: { column: 'amount', row: 9, value: 'twelve' },
      rows: Uint32Array.of(7),
    });
  });

  it('keeps the first 1,000 rows of a finding', async () => {
    const text = lines(
      'customer,date,quantity,price',
      4000,
      (at) => `C${at % 99},2024-03-1${at % 9},${at % 2 ? -1 : 1},${at}.5`,
    );
    const found = finding(await understood(text), 'negative-quantity')!;
    expect(found.count).toBe(2000);
    expect(found.rows).toHaveLength(1000);
    expect(found.rows![999]).toBe(1999);
  });

  it('counts an order total once per order', async () => {
    const text = lines(
      'customer,order_no,date,product,order_total',
      40,
      (at) => `C${(at >> 1) % 5},A${at >> 1},2024-03-1${at % 9},P${at},10`,
    );
    const { moneyTotal } = await understood(text);
    expect(moneyTotal).toBe(200);
  });
});

describe('findings of customers', () => {
  const rows = 400;
  const cells = (at: number) => {
    const income = at === 9 ? '' : at === 50 ? 900_000 : 20_000 + at * 50;
    const status = at === 3 ? 'YOLO' : ['single', 'married'][at % 2];
    return `${at + 1},${at === 0 ? 1893 : 1940 + (at % 60)},${income},${status},${at % 37}`;
  };
  const customers = () => understood(lines('id,birth_year,income,status,visits', rows, cells));

  it('names blanks, old births, far-off values and rare categories', async () => {
    const understanding = await customers();
    expect(finding(understanding, 'blank', 'income')).toMatchObject({ count: 1, rows: Uint32Array.of(9) });
    expect(finding(understanding, 'old-birth')).toMatchObject({ count: 1, rows: Uint32Array.of(0) });
    expect(finding(understanding, 'extreme')).toMatchObject({
      count: 1,
      details: { column: 'income', value: 900_000 },
    });
    expect(finding(understanding, 'rare-values')).toMatchObject({ count: 1, details: { values: 'YOLO 1' } });
  });

  it('tells rows that differ only in their key from copies and from keys used twice', async () => {
    const text = ['id,visits,score', '1,5,2.5', '2,5,2.5', '3,7,1.5', '3,7,1.5', '3,8,2', '4,9,8'].join('\n');
    const understanding = await understood(text, { roles: new Map([['id', 'customer']]) });
    expect(finding(understanding, 'copies-kept')).toMatchObject({
      code: 'copies-kept',
      count: 1,
      details: { column: 'id' },
      rows: Uint32Array.of(3),
    });
    expect(finding(understanding, 'copies-but-key')).toMatchObject({ count: 1, rows: Uint32Array.of(1) });
    expect(finding(understanding, 'repeated-key')).toMatchObject({ count: 2, details: { column: 'id' } });
  });

  it('leaves rows that are alike where nothing says they are one person', async () => {
    const understanding = await understood('width,length\n1.5,2\n1.5,2\n3,4.5\n7,8');
    expect(finding(understanding, 'copies')).toBeUndefined();
    expect(finding(understanding, 'copies-kept')).toMatchObject({ count: 1 });
    expect(understanding.recipe).toMatchObject({
      ok: true,
      recipe: { steps: [{ op: 'scale' }, { op: 'segment' }] },
    });
  });
});
