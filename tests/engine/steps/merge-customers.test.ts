import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { mergeCustomers } from '../../../src/engine/steps/merge-customers';
import type { Params } from '../../../src/engine/steps/merge-customers/params';
import { plainEmail, plainName, plainPhone } from '../../../src/engine/steps/merge-customers/plain-contact';
import { proposePairs } from '../../../src/engine/steps/merge-customers/propose';
import { Decisions, sameCustomers } from '../../../src/engine/steps/merge-customers/same-customers';
import { generator } from '../../../src/engine/stats/random';
import { metaOf } from '../../../src/engine/table/meta';
import { unwatched } from '../../../src/engine/work';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply, refusal } from './apply';
import { keepsTheLaws } from './laws';

const PEOPLE = {
  id: ['1', '2', '3', '4', '5', '6'],
  mail: ['ann@shop.com', 'Ann+news@Shop.com ', null, 'bo@x.org', null, 'n/a'],
  phone: ['+44 20 7946 0958', null, '020 7946 0958', '0000000', '0000000', null],
  name: ['Ann Lee', 'Lee, Ann', 'Bob Ray', 'Bo Smithson', 'Bo Smithsen', null],
  city: ['Leeds', null, 'Leeds', 'York', 'York', 'York'],
};
const params = (more: Partial<Params> = {}): Params => ({
  key: 'id',
  email: 'mail',
  phone: 'phone',
  name: ['name'],
  keep: 'most-complete',
  ...more,
});
const pairs = async (of: Params, cells: Parameters<typeof table>[0] = PEOPLE) =>
  (await proposePairs(table(cells), of, () => true, unwatched)).pairs.map(({ a, b, score, ...why }) => [
    a,
    b,
    score,
    why,
  ]);

describe('merge-customers', () => {
  keepsTheLaws(mergeCustomers, {
    params: params({ accept: 0.9, within: ['city'] }),
    cells: PEOPLE,
    says: 'Merge customers by e-mail, phone and name',
    reads: ['id', 'mail', 'phone', 'name', 'city'],
  });

  it('proposes pairs with the same address, the same number or names alike, and says why', async () => {
    expect(await pairs(params())).toEqual([
      [0, 1, 1, { email: true, phone: false, name: 1 }],
      [3, 4, expect.closeTo(0.906, 3), { email: false, phone: false, name: expect.closeTo(0.964, 3) }],
      [0, 2, 0.75, { email: false, phone: true, name: expect.closeTo(3 / 7, 9) }],
    ]);
  });

  it('takes two with one number and one last name for a couple, unless their names are alike', async () => {
    const home = { id: ['1', '2', '3'], name: ['Megan Fletcher', 'Ingrid Fletcher', 'Mgean Fletcher'] };
    const { email: _email, ...rest } = params();
    const found = await pairs(rest, { ...home, phone: Array(3).fill('020 7946 0958') as string[] });
    expect(found.map(([a, b, score]) => [a, b, score])).toEqual([
      [0, 2, 0.95],
      [0, 1, 0.75],
      [1, 2, 0.75],
    ]);
  });

  it('compares names only within a block', async () => {
    const same = {
      id: ['1', '2', '3'],
      name: ['Bo Ray', 'Bo Ray', 'Bo Ray'],
      city: ['York', 'york ', 'Leeds'],
    };
    const { email: _email, phone: _phone, ...rest } = params({ within: ['city'] });
    expect((await pairs(rest, same)).map(([a, b]) => [a, b])).toEqual([[0, 1]]);
  });

  it('merges only what was accepted, unless told to take all of a score', async () => {
    const only = await learnAndApply(mergeCustomers, table(PEOPLE), params({ accepted: [['5', '4']] }));
    expect(cellsOf(only.table).id).toEqual(['1', '2', '3', '4', '6']);
    expect(only.counts).toEqual({ merged: 1, dropped: 1, filled: 0 });
    const all = await learnAndApply(
      mergeCustomers,
      table(PEOPLE),
      params({ accept: 0.9, refused: [['2', '1']] }),
    );
    expect(cellsOf(all.table).id).toEqual(['1', '2', '3', '4', '6']);
  });

  it('fills the blanks of the row that stays from the others', async () => {
    const { table: after, counts } = await learnAndApply(
      mergeCustomers,
      table({
        id: ['1', '2', '3'],
        a: [null, 5, 6],
        b: ['x', null, 'z'],
        c: [null, null, true],
        mail: ['m@x.de', 'm@x.de', 'm@x.de'],
      }),
      { key: 'id', email: 'mail', accept: 1, keep: 'first' },
    );
    expect(cellsOf(after)).toEqual({ id: ['1'], a: [5], b: ['x'], c: [true], mail: ['m@x.de'] });
    expect(counts).toMatchObject({ merged: 1, dropped: 2, filled: 2 });
  });

  it('leaves blanks where they are not to be filled', async () => {
    const rows = { id: ['1', '2'], a: [null, 5], mail: ['m@x.de', 'm@x.de'] };
    const how: Params = { key: 'id', email: 'mail', accept: 1, keep: 'first', fill: false };
    expect(cellsOf((await learnAndApply(mergeCustomers, table(rows), how)).table).a).toEqual([null]);
  });

  it.each([
    ['most-recent', 2],
    ['most-complete', 1],
    ['first', 0],
  ] as const)('keeps the %s', async (keep, row) => {
    const rows = {
      id: ['1', '2', '3'],
      mail: ['m@x.de', 'm@x.de', 'm@x.de'],
      seen: [null, new Date('2024-01-01'), new Date('2024-05-01')],
      city: [null, 'York', null],
    };
    const how: Params = {
      key: 'id',
      email: 'mail',
      accept: 1,
      keep,
      ...(keep === 'most-recent' && { date: 'seen' }),
    };
    const { table: after } = await learnAndApply(mergeCustomers, table(rows), how);
    expect([...metaOf(after).sourceRows!]).toEqual([row]);
  });

  it('takes a chain for one customer, but never brings a refused pair together', async () => {
    const chain = { id: ['1', '2', '3'], mail: ['a@x.de', 'a@x.de', 'a@x.de'] };
    const how: Params = {
      key: 'id',
      email: 'mail',
      keep: 'first',
      accepted: [
        ['1', '2'],
        ['2', '3'],
      ],
    };
    expect((await learnAndApply(mergeCustomers, table(chain), how)).table.numRows()).toBe(1);
    const apart = { ...how, refused: [['3', '1']] as [string, string][] };
    expect((await learnAndApply(mergeCustomers, table(chain), apart)).table.numRows()).toBe(2);
  });

  it('never brings a refused pair together, whatever is accepted', async () => {
    const person = fc.integer({ min: 0, max: 7 }).map(String);
    const some = fc.array(
      fc.tuple(person, person).filter(([a, b]) => a !== b),
      { maxLength: 12 },
    );
    const rows = table({ id: Array.from({ length: 8 }, (_, row) => String(row)) });
    await fc.assert(
      fc.asyncProperty(some, some, async (accepted, refused) => {
        const said: Params = { key: 'id', email: 'id', keep: 'first', accepted, refused };
        const groups = sameCustomers(said, [], await Decisions.of(rows, said, unwatched));
        const together = (pair: string[]) =>
          groups.some((group) => pair.every((key) => group.includes(Number(key))));
        expect(refused.filter(together)).toEqual([]);
        const members = groups.flat();
        expect(members).toHaveLength(new Set(members).size);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('leaves rows without a key alone, and passes over pairs that are not there', async () => {
    const rows = { id: [null, null], mail: ['a@x.de', 'a@x.de'] };
    const how: Params = { key: 'id', email: 'mail', keep: 'first', accept: 1, accepted: [['7', '8']] };
    const { counts } = await learnAndApply(mergeCustomers, table({ ...rows, id: [null, 'x'] }), how);
    expect(counts.dropped).toBe(0);
  });

  it('finds planted pairs among 4,000 without comparing all with all', async () => {
    const random = generator(5);
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const word = (n: number) => Array.from({ length: n }, () => letters[Math.floor(random() * 26)]).join('');
    const names = Array.from({ length: 4000 }, () => `${word(6)} ${word(8)}`);
    const planted = names.slice(0, 50).map((name) => name.replace(/.$/, '#').replace('#', 'q'));
    const rows = { id: [...names, ...planted].map((_, row) => String(row)), name: [...names, ...planted] };
    const found = await pairs({ key: 'id', name: ['name'], keep: 'first' }, rows);
    const ends = new Set(found.map(([a, b]) => `${String(a)} ${String(b)}`));
    expect(planted.filter((_, at) => ends.has(`${at} ${4000 + at}`))).toHaveLength(50);
  });

  it('says how many it did not compare with all, and what too many share', async () => {
    const rows = {
      id: Array.from({ length: 130 }, (_, row) => String(row)),
      name: Array.from({ length: 130 }, (_, row) => `abc ${row}x`),
      city: Array<string>(130).fill('York'),
      mail: Array.from({ length: 130 }, (_, row) => (row < 30 ? 'info@x.de' : `${row}@x.de`)),
    };
    const how: Params = {
      key: 'id',
      name: ['name'],
      email: 'mail',
      within: ['city'],
      above: 1,
      keep: 'first',
      accept: 1,
    };
    const { counts } = await learnAndApply(mergeCustomers, table(rows), how);
    expect(counts).toMatchObject({ notAllCompared: 130, sharedByMany: 30, dropped: 0 });
  });

  it('refuses to compare nothing, the most recent without a date, and words for dates', async () => {
    expect(mergeCustomers.refuses!({ key: 'id', keep: 'first' })?.code).toBe('bad-params');
    expect(mergeCustomers.refuses!(params({ keep: 'most-recent' }))?.code).toBe('bad-params');
    expect(mergeCustomers.refuses!(params())).toBeNull();
    expect(v.is(mergeCustomers.params, params({ accepted: [['1', '1']] }))).toBe(false);
    const doing = learnAndApply(
      mergeCustomers,
      table(PEOPLE),
      params({ keep: 'most-recent', date: 'city', accepted: [['1', '2']] }),
    );
    expect((await refusal(doing)).code).toBe('wrong-kind');
  });
});

describe('contacts as they are compared', () => {
  it('takes tags, case and Gmail’s dots out of addresses, and what is none for nothing', () => {
    expect(['Ann.Lee+x@GMail.com', 'a.b@x.de', 'n/a', 'a b@x.de', '@x.de', 'a@b'].map(plainEmail)).toEqual([
      'annlee@gmail.com',
      'a.b@x.de',
      '',
      '',
      '',
      '',
    ]);
  });

  it('takes the last nine digits of numbers', () => {
    expect(['+49 (0)30 901820-44', '030 90182044', '12345', '0000000000'].map(plainPhone)).toEqual([
      '090182044',
      '090182044',
      '',
      '',
    ]);
  });

  it('takes accents, marks, titles and the order of words out of names', () => {
    expect(['Dr. José Müller', 'Muller, Jose', 'Groß', ' '].map(plainName)).toEqual([
      'jose muller',
      'jose muller',
      'gross',
      '',
    ]);
  });
});
