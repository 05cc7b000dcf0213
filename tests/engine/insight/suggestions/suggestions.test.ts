import { describe, expect, it } from 'vitest';
import type { Choices } from '../../../../src/engine/insight/understanding';
import { lines } from '../understood';
import { cleaned, done, named, suggestedFor } from './suggested';

const CUSTOMERS: Choices = { grain: 'customers' };

/** 300 customers with something the matter with every column. */
const PEOPLE = lines('id,age,birth_year,income,visits,status,shop,again', 300, (at) => {
  const visits = at % 12;
  return [
    `C${at}`,
    at === 5 ? 140 : at === 6 ? -2 : 20 + (at % 60),
    at === 3 ? 1893 : 1960 + (at % 30),
    at === 9 ? 666666 : at % 25 === 7 ? '' : 20_000 + at * 31,
    visits,
    at === 50 ? 'YOLO' : at % 40 === 11 ? '' : ['single', 'married', 'widowed'][at % 3],
    'North',
    visits,
  ].join(',');
});
/** 240 order lines of 40 customers: one line twice, returns, a free line. */
const ORDERS = lines('customer_id,order_no,date,quantity,unit_price,colour', 241, (given) => {
  const at = given === 240 ? 239 : given;
  return [
    `${100 + (at % 40)}.0`,
    `O${at >> 1}`,
    at === 11 ? '2031-01-01' : `2025-0${1 + (at % 9)}-1${at % 8}`,
    at % 60 === 13 ? -1 : 1 + (at % 3),
    at === 7 ? 0 : ((at * 37) % 90) + 5,
    at % 80 === 3 ? '' : ['red', 'green'][at % 2],
  ].join(',');
});

describe('suggestions for customers', () => {
  it('count what their steps do, cell by cell', async () => {
    const of = await suggestedFor(PEOPLE, CUSTOMERS);
    const counted = of.suggestions.map(({ code, columns, effect }) => [code, columns.join(), effect]);
    const did = [];
    for (const one of of.suggestions) did.push([one.code, one.columns.join(), await done(of, one)]);
    expect(counted).toEqual(did);
  });

  it('find numbers that stand for nothing, ages nobody has, blanks and copies of columns', async () => {
    const of = await suggestedFor(PEOPLE, CUSTOMERS);
    expect(named(of, 'placeholder', 'income')).toMatchObject({
      effect: { cells: 1 },
      details: { value: 666666, next: 29269 },
      step: { op: 'limit', params: { column: 'income', below: 666666, outside: 'blank' } },
    });
    expect(named(of, 'impossible-age', 'age')).toMatchObject({ effect: { cells: 2 } });
    expect(named(of, 'impossible-birth')).toMatchObject({
      effect: { cells: 1 },
      step: { params: { from: 1916, to: 2026 } },
    });
    expect(named(of, 'blank', 'income')).toMatchObject({
      effect: { cells: 12 },
      share: 12 / 300,
      step: { op: 'fill-missing', params: { columns: ['income'], with: 'median' } },
    });
    expect(named(of, 'blank', 'status')).toMatchObject({
      effect: { cells: 8 },
      step: { params: { with: 'constant', value: 'Unknown' } },
    });
  });

  it('are done with once they were applied', async () => {
    const of = await suggestedFor(PEOPLE, CUSTOMERS);
    const which = of.suggestions.filter(({ code }) => code !== 'placeholder' && !/^impossible/.test(code));
    const { left } = await cleaned(of, which, CUSTOMERS);
    const ids = new Set(left.map(({ id }) => id));
    expect(which.filter(({ id }) => ids.has(id))).toEqual([]);
  });

  it('put what may make a result wrong first', async () => {
    const { suggestions } = await suggestedFor(PEOPLE, CUSTOMERS);
    const codes = suggestions.map(({ code }) => code);
    expect(codes.indexOf('placeholder')).toBeLessThan(codes.indexOf('blank'));
    expect(suggestions.filter(({ code }) => code === 'blank').map(({ effect }) => effect.cells)).toEqual([
      12, 8,
    ]);
  });

  it('let a largest number be that is one digit over and over but near the next', async () => {
    const of = await suggestedFor(
      lines('id,spend', 60, (at) => `C${at},${at === 5 ? 999 : 600 + at}`),
      CUSTOMERS,
    );
    expect(named(of, 'placeholder')).toBeUndefined();
  });

  it('take a lone -1 for a blank, but not among numbers below 0', async () => {
    const lone = await suggestedFor(
      lines('id,age,score', 60, (at) => `C${at},${at === 5 ? -1 : 20 + at},${at - 1}`),
      CUSTOMERS,
    );
    const lower = await suggestedFor(
      lines('id,score', 60, (at) => `C${at},${at - 2}`),
      CUSTOMERS,
    );
    expect(named(lone, 'placeholder', 'score')).toMatchObject({ effect: { cells: 1 } });
    expect(named(lower, 'placeholder')).toBeUndefined();
  });

  it('say numbers under the name of an identifier are text', async () => {
    const of = await suggestedFor(
      lines('customer_id,postal_code,spend', 60, (at) => `C${at},${10_000 + at * 7},${at}.5`),
      { ...CUSTOMERS, roles: new Map() },
    );
    // The reader keeps such numbers as text of its own accord.
    expect(named(of, 'numbered-name')).toBeUndefined();
  });
});

describe('suggestions for orders', () => {
  it('count what their steps do, rows or cells', async () => {
    const of = await suggestedFor(ORDERS);
    const effects = Object.fromEntries(of.suggestions.map(({ code, effect }) => [code, effect]));
    expect(effects).toMatchObject({
      'future-date': { rows: 1 },
      copies: { rows: 1 },
      blank: { cells: 3 },
      free: { rows: 1 },
      returns: { rows: 4 },
      'ids-end-in-zero': { cells: 241 },
    });
    for (const one of of.suggestions) expect([one.id, await done(of, one)]).toEqual([one.id, one.effect]);
  });

  it('have an id for each matter', async () => {
    const { suggestions } = await suggestedFor(ORDERS);
    const ids = suggestions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a table in order', () => {
  it('of customers has no suggestion', async () => {
    const of = await suggestedFor(
      lines('id,age,income,visits,status', 400, (at) =>
        [
          `C${at}`,
          18 + ((at * 7) % 70),
          20_000 + ((at * 7919) % 40_000),
          at % 31,
          ['single', 'married', 'widowed'][at % 3],
        ].join(','),
      ),
      CUSTOMERS,
    );
    expect(of.suggestions).toEqual([]);
  });

  it('of orders has no suggestion', async () => {
    const of = await suggestedFor(
      lines('customer_id,order_no,date,amount,country,product', 400, (at) =>
        [
          `C${at % 60}`,
          `O${at}`,
          `2025-0${1 + (at % 9)}-1${at % 8}`,
          `${5 + ((at * 37) % 90)}.50`,
          ['France', 'Spain', 'Italy'][at % 3],
          `Lamp no ${at % 40}`,
        ].join(','),
      ),
    );
    expect(of.suggestions).toEqual([]);
  });

  it('of one row has none either', async () => {
    expect((await suggestedFor('id,spend\nC1,5', CUSTOMERS)).suggestions).toEqual([]);
  });
});
