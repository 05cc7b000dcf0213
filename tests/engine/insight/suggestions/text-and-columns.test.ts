import { describe, expect, it } from 'vitest';
import type { Choices } from '../../../../src/engine/insight/understanding';
import { isOneSlipAway } from '../../../../src/engine/insight/suggestions/one-slip';
import { lines } from '../understood';
import { cleaned, done, named, suggestedFor } from './suggested';

const CUSTOMERS: Choices = { grain: 'customers' };

describe('text with blanks to spare', () => {
  const ORDERS = lines('customer_id,order_no,date,amount,product', 240, (at) =>
    [
      `C${at % 40}`,
      `O${at >> 1}`,
      `2025-0${1 + (at % 9)}-1${at % 8}`,
      `${((at * 37) % 90) + 5}.5`,
      at % 10 === 3 ? ' lamp' : at % 10 === 4 ? 'red  lamp ' : at % 10 === 5 ? 'desk\u00a0lamp' : 'lamp',
    ].join(','),
  );

  it('is counted by cells, at the ends and within', async () => {
    const of = await suggestedFor(ORDERS);
    const found = named(of, 'extra-blanks', 'product')!;
    expect(found).toMatchObject({ effect: { cells: 72 }, details: { ends: 48, within: 48 }, safe: true });
    expect(await done(of, found)).toEqual(found.effect);
    expect((await cleaned(of, [found])).left).toEqual([]);
  });

  it('is not safe where it keeps two rows apart', async () => {
    const rows = ORDERS.split('\n');
    const twin = rows[1 + 3]!.replace(' lamp', 'lamp');
    const of = await suggestedFor([...rows, twin].join('\n'));
    expect(named(of, 'near-copies')?.effect.rows).toBe(1);
    expect(named(of, 'extra-blanks')).toMatchObject({ safe: false, why: 'makes-copies' });
  });

  it('is not safe in the key', async () => {
    const of = await suggestedFor(ORDERS.replace('C3,', 'C3 ,'));
    expect(named(of, 'blanks-at-ends', 'customer_id')).toMatchObject({ safe: false, why: 'read' });
  });
});

describe('text in several letter cases', () => {
  const people = (city: (at: number) => string) =>
    lines('id,visits,spend,city', 200, (at) => [`C${at}`, (at * 7) % 30, at * 3, city(at)].join(','));
  const most = (at: number) => ['Leeds', 'New York', 'Bath'][at % 3]!;

  it('is written as most cells do', async () => {
    const of = await suggestedFor(
      people((at) => (at === 4 ? 'LEEDS' : at === 7 || at === 8 ? 'new york' : most(at))),
      CUSTOMERS,
    );
    const found = named(of, 'mixed-case', 'city')!;
    expect(found).toMatchObject({
      effect: { cells: 3 },
      step: { op: 'clean-text', params: { columns: ['city'], case: 'title' } },
      safe: true,
    });
    expect(await done(of, found)).toEqual(found.effect);
    expect((await cleaned(of, [found], CUSTOMERS)).left).toEqual([]);
  });

  it('stays where no letter case writes the others as they are', async () => {
    const of = await suggestedFor(
      people((at) => (at === 4 ? 'LEEDS' : at % 3 === 2 ? 'McKinley' : most(at))),
      CUSTOMERS,
    );
    expect(named(of, 'mixed-case')).toBeUndefined();
  });
});

describe('spellings', () => {
  const people = (plan: (at: number) => string) =>
    lines('id,visits,spend,plan', 600, (at) => [`C${at}`, (at * 7) % 30, at * 3, plan(at)].join(','));
  const most = (at: number) => ['Fiber optic', 'UK basic', 'Plan 1', 'Plan 2'][at % 4]!;

  it('near a frequent one are written as that, and are no odd category', async () => {
    const of = await suggestedFor(
      people((at) => (at === 4 ? 'Fibre optic' : at === 5 ? 'basic U.K.' : at === 9 ? 'Plan 3' : most(at))),
      CUSTOMERS,
    );
    const found = of.suggestions.filter(({ code }) => code === 'near-spelling');
    expect(found.map(({ details, effect }) => [details.values, details.into, effect.cells])).toEqual([
      ['Fibre optic', 'Fiber optic', 1],
      ['basic U.K.', 'UK basic', 1],
    ]);
    expect(found[0]!.step).toEqual({
      op: 'merge-spellings',
      params: { column: 'plan', merges: [{ from: ['Fibre optic'], to: 'Fiber optic' }] },
    });
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
    for (const one of found) expect(await done(of, one)).toEqual(one.effect);
    expect(named(of, 'odd-categories')).toMatchObject({ details: { values: 'Plan 3 1' } });
    expect((await cleaned(of, of.suggestions, CUSTOMERS)).left).toEqual([]);
  });

  it.each([
    ['Leeds', 'Leds', true],
    ['Leeds', 'Leesd', true],
    ['Leeds', 'Leedss', true],
    ['Gambia', 'Zambia', false],
    ['Plan 1', 'Plan 2', false],
    ['Iran', 'Irak', false],
    ['Leeds', 'Leeds', false],
    ['Leeds', 'Lexxds', false],
  ])('%s and %s are one slip apart: %s', (right, slip, is) => {
    expect(isOneSlipAway(right, slip)).toBe(is);
  });
});

describe('columns', () => {
  const PEOPLE = lines('id,visits,spend,shop,again,note', 200, (at) => {
    const visits = (at * 7) % 30;
    return [`C${at}`, visits, at * 3, 'North', `v${visits}`, at % 20 === 0 ? `n${at}` : ''].join(',');
  });

  it('that say one thing, or next to nothing, are removed', async () => {
    const of = await suggestedFor(PEOPLE, CUSTOMERS);
    expect(named(of, 'constant')).toMatchObject({ columns: ['shop'], effect: { columns: 1 }, safe: true });
    expect(named(of, 'mostly-blank')).toMatchObject({ columns: ['note'], details: { share: 0.95 } });
    const { table, left } = await cleaned(of, of.suggestions);
    expect([table.columnNames(), left]).toEqual([['id', 'visits', 'spend', 'again'], []]);
  });

  it('that equal another in every cell are removed, the one that counts stays', async () => {
    const twice = lines('id,copy,visits,spend,first,second', 200, (at) => {
      const visits = (at * 7) % 30;
      return [`C${at}`, visits, visits, at * 3, `s${at % 9}`, `s${at % 9}`].join(',');
    });
    const of = await suggestedFor(twice, CUSTOMERS);
    const copies = of.suggestions.filter(({ code }) => code === 'copied-column');
    expect(copies.map(({ columns, details }) => [columns[0], details.of])).toEqual([
      ['visits', 'copy'],
      ['second', 'first'],
    ]);
  });
});

describe('categories', () => {
  const people = (odd: (at: number) => string | null, extra = 'single') =>
    lines('id,visits,spend,status', 1000, (at) =>
      [`C${at}`, (at * 7) % 30, at * 3, odd(at) ?? ['married', 'widowed', extra][at % 3]].join(','),
    );

  it('of next to nobody become Other', async () => {
    const of = await suggestedFor(
      people((at) => (at === 4 ? 'YOLO' : at === 8 || at === 9 ? 'A.b(surd)' : null)),
      CUSTOMERS,
    );
    const found = named(of, 'odd-categories', 'status')!;
    expect(found).toMatchObject({
      effect: { cells: 3 },
      details: { values: 'A.b(surd) 2, YOLO 1', into: 'Other' },
      safe: true,
    });
    expect(await done(of, found)).toEqual(found.effect);
    expect((await cleaned(of, [found], CUSTOMERS)).left).toEqual([]);
  });

  it('join the word there is for others, and those for not known stay', async () => {
    const of = await suggestedFor(
      people((at) => (at === 4 ? 'YOLO' : at === 5 ? 'Unknown' : null), 'other'),
      CUSTOMERS,
    );
    expect(named(of, 'odd-categories')).toMatchObject({ effect: { cells: 1 }, details: { into: 'other' } });
  });

  it('that many say stay', async () => {
    const of = await suggestedFor(
      people((at) => (at % 50 === 0 ? 'YOLO' : null)),
      CUSTOMERS,
    );
    expect(named(of, 'odd-categories')).toBeUndefined();
  });
});

describe('test orders', () => {
  const orders = (product: (at: number) => string, email: (at: number) => string) =>
    lines('email,order_no,date,amount,product', 240, (at) =>
      [
        email(at),
        `O${at}`,
        `2025-0${1 + (at % 9)}-1${at % 8}`,
        `${((at * 37) % 90) + 5}.5`,
        product(at),
      ].join(','),
    );

  it('are rows of which any column says so', async () => {
    const of = await suggestedFor(
      orders(
        (at) => (at === 5 ? 'TEST001' : 'Pregnancy test'),
        (at) => (at === 5 || at === 9 ? 'test@shop.org' : `p${at % 40}@shop.org`),
      ),
    );
    const found = named(of, 'test-orders')!;
    expect(found).toMatchObject({
      columns: ['email', 'product'],
      effect: { rows: 2 },
      safe: false,
      why: 'rows-count',
    });
    expect(await done(of, found)).toEqual(found.effect);
    expect(named(await suggestedFor(orders(String, (at) => `p${at % 40}@shop.org`)), 'test-orders')).toBe(
      undefined,
    );
  });

  it('are not what a shop sells', async () => {
    const of = await suggestedFor(
      orders(
        (at) => ['Test', 'Lamp'][at % 2]!,
        (at) => `contest${at % 40}@shop.org`,
      ),
    );
    expect(named(of, 'test-orders')).toBeUndefined();
  });
});
