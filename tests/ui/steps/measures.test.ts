import { describe, expect, it } from 'vitest';
import { kindOf, MEASURES as KNOWN, type MeasureName } from '../../../src/engine/steps/aggregate/measures';
import { faultOf } from '../../../src/engine/steps/aggregate/faults';
import { aggregate } from '../../../src/engine/steps/aggregate';
import { nameOf } from '../../../src/engine/steps/aggregate/params';
import * as v from 'valibot';
import { PER_CUSTOMER } from '../../../src/ui/steps/catalogue/per-customer';
import { historyColumns } from '../../../src/ui/steps/history-columns';
import { keptAlong } from '../../../src/ui/steps/keep-along';
import { canMeasure, isSame, proposed, worthMeasures } from '../../../src/ui/steps/measure-drafts';
import {
  columnsIn,
  moneyChoices,
  moneyIn,
  orderColumns,
  withMoney,
} from '../../../src/ui/steps/order-columns';
import { MEASURES, measureLabel, measureName, wordsOf, type MeasureKey } from '../../../src/ui/text/measures';
import type { ColumnHead } from '../../../src/workers/api';

const head = (name: string, kind: ColumnHead['kind'], role: ColumnHead['role'] = null): ColumnHead => ({ name, kind, role, hasTime: false, missing: 0, distinct: 3, histogram: [] }); // prettier-ignore
const RETAIL = [
  head('InvoiceNo', 'text', 'order'), head('StockCode', 'text', 'product'), head('Quantity', 'number', 'quantity'), head('InvoiceDate', 'date', 'date'), head('UnitPrice', 'number', 'price'), head('CustomerID', 'text', 'customer'), head('Country', 'text', 'country'),
]; // prettier-ignore
const NAMES = Object.keys(MEASURES) as MeasureKey[];

describe('measures per customer', () => {
  it('have words for each that the step knows, with the same needs', () => {
    expect(NAMES).toEqual(Object.keys(KNOWN));
    for (const name of NAMES) {
      const { of, needs } = kindOf(name as MeasureName);
      expect([name, wordsOf(name).of, [...(wordsOf(name).needs ?? [])].sort()]).toEqual([
        name,
        of,
        [...needs].sort(),
      ]);
    }
  });

  it('are called so that no two are alike', () => {
    const names = NAMES.map(measureName);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /[{}…]/.test(name))).toEqual([]);
    expect(measureLabel({ measure: 'spend-last', days: 90 })).toBe('Spend in the last 90 days');
    expect(measureLabel({ measure: 'share', column: 'Country', value: 'EIRE' })).toBe(
      'Share of Country EIRE',
    );
    expect(names).toContain('Share of a value');
  });

  it('are proposed from the roles of an order file: a good twenty that can be done', () => {
    const chosen = orderColumns(RETAIL)!;
    expect(chosen).toEqual({
      customer: 'CustomerID',
      date: 'InvoiceDate',
      order: 'InvoiceNo',
      amount: null,
      quantity: 'Quantity',
      price: 'UnitPrice',
    });
    const all = proposed(RETAIL, chosen);
    expect(all.length).toBeGreaterThanOrEqual(20);
    const params = { ...chosen, date: 'InvoiceDate', measures: all };
    expect([v.is(aggregate.params, params), faultOf(params)]).toEqual([true, null]);
    expect(all.some((one, i) => all.findIndex((other) => isSame(one, other)) !== i)).toBe(false);
  });

  it('are offered together where the worth of customers is to be told of them', () => {
    const columns = columnsIn({ customer: 'who', date: 'when', amount: 'money' });
    const all = worthMeasures(columns);
    const head = (name: string) => ({ ...RETAIL[2]!, name });
    const made = all.map(nameOf);
    expect(Object.values(historyColumns(made.map(head))!)).toEqual(made);
    expect(worthMeasures({ ...columns, amount: null })).toHaveLength(3);
    expect(worthMeasures({ ...columns, date: null })).toEqual([]);
    expect(all.map(({ measure }) => measureName(measure))).toContain('For their worth: times bought again');
  });

  it('leave out what columns cannot tell', () => {
    const words = [head('who', 'text'), head('what', 'text')];
    const chosen = orderColumns(words)!;
    expect(proposed(words, chosen)).toEqual([{ measure: 'rows' }]);
    expect(canMeasure({ measure: 'frequency' }, { ...chosen, order: 'what' })).toBe(true);
    expect(PER_CUSTOMER.map(({ start }) => start(words, null) === null)).toEqual([false, true, true]);
  });

  it('take along what the newest order says, unless a step of before took it from the first row', () => {
    expect(keptAlong(['E-mail'], {})).toEqual({ keep: ['E-mail'], keepFrom: 'newest' });
    expect(keptAlong(['Town', 'E-mail'], { keep: ['Town'] })).toEqual({ keep: ['Town', 'E-mail'] });
    expect(keptAlong([], { keep: ['Town'], keepFrom: 'newest' })).toEqual({});
  });

  it('leave rows without money aside from the start, as the automatic job does, and say so only where there is money', () => {
    const [make, worth] = PER_CUSTOMER;
    expect([make, worth].map((one) => one!.start(RETAIL, null)!.blankMoney)).toEqual([
      'set-aside',
      'set-aside',
    ]);
    expect(v.is(aggregate.params, make!.start(RETAIL, null))).toBe(true);
    expect(make!.start([head('who', 'text'), head('when', 'date')], null)).not.toHaveProperty('blankMoney');
  });

  it('are not offered for customers already', () => {
    const customers = [head('who', 'text', 'customer'), head('recency_days', 'number', 'recency')];
    expect(PER_CUSTOMER.map(({ start }) => start(customers, null))).toEqual([null, null, null]);
  });

  it('take money from a column, from two that are multiplied, or not at all', () => {
    const chosen = orderColumns(RETAIL)!;
    expect(moneyChoices(RETAIL, chosen).map(({ label }) => label)).toEqual([
      'Quantity × UnitPrice',
      'Quantity',
      'UnitPrice',
    ]);
    expect(moneyIn(chosen)).toBe('product');
    const one = withMoney(chosen, 'of:UnitPrice', RETAIL);
    expect([one.amount, one.quantity, one.price, moneyIn(one)]).toEqual([
      'UnitPrice',
      'Quantity',
      null,
      'of:UnitPrice',
    ]);
    expect(withMoney(one, 'product', RETAIL)).toEqual(chosen);
    expect(moneyIn(withMoney(chosen, '', RETAIL))).toBe('');
    expect(columnsIn({ ...chosen })).toEqual(chosen);
  });
});
