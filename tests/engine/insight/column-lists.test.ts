import { describe, expect, it } from 'vitest';
import { listed, lines, understood } from './understood';

/** Numbers without a pattern, the same every time: steps of a linear congruence. */
const scattered = (at: number, salt: number) => ((at + 1) * 7919 * (salt + 3)) % 997;

describe('columnLists', () => {
  const text = lines(
    'id,age,plan,vip,level,joined,spend,spend_in_cents,visits,constant,notes,sparse,half',
    120,
    (at) =>
      [
        at + 1,
        18 + (at % 60),
        ['basic', 'plus'][at % 2],
        at % 3 === 0 ? 1 : 0,
        1 + (at % 4),
        `2023-0${1 + (at % 9)}-1${at % 9}`,
        scattered(at, 1) / 10,
        scattered(at, 1) * 10,
        scattered(at, 2) % 40,
        7,
        `note ${at}`,
        at % 2 ? '' : scattered(at, 4),
        at % 10 === 0 ? '' : scattered(at, 5),
      ].join(','),
  );

  it('sorts by the rules in their order and says why a column is left out', async () => {
    const { lists } = await understood(text);
    const short = lists.map(({ column, list, reason, detail }) => [column, list, reason, detail]);
    expect(short).toEqual([
      ['id', 'key', null, null],
      ['age', 'described-by', null, null],
      ['plan', 'described-by', null, null],
      ['vip', 'described-by', null, null],
      ['level', 'described-by', null, null],
      ['joined', 'described-by', null, null],
      ['spend', 'grouped-by', null, null],
      ['spend_in_cents', 'left-out', 'copy-of', 'spend'],
      ['visits', 'grouped-by', null, null],
      ['constant', 'left-out', 'constant', '7'],
      ['notes', 'left-out', 'too-many-texts', '120'],
      ['sparse', 'left-out', 'mostly-blank', '0.50'],
      ['half', 'left-out', 'blanks', '0.10'],
    ]);
  });

  it('leaves out what is nearly the same for everybody, where two others group', async () => {
    // As `probability_alive` of customers who all bought lately; of returns, nearly all have none.
    const alive = (at: number) => (at % 50 === 0 ? 0.4 + at / 1000 : 1 - 1e-5 * (at % 7));
    const returns = (at: number) => (at % 30 === 0 ? 6 + at : 0);
    const rows = lines('id,spend,visits,alive,returns', 400, (at) =>
      [at + 1, scattered(at, 1) / 10, scattered(at, 2) % 40, alive(at), returns(at)].join(','),
    );
    const { lists } = await understood(rows);
    expect(lists.slice(1).map(({ column, list, reason, detail }) => [column, list, reason, detail])).toEqual([
      ['spend', 'grouped-by', null, null],
      ['visits', 'grouped-by', null, null],
      ['alive', 'left-out', 'nearly-constant', '1'],
      ['returns', 'left-out', 'nearly-constant', '0'],
    ]);
    const few = lines('id,spend,alive', 400, (at) => [at + 1, scattered(at, 1) / 10, alive(at)].join(','));
    expect(listed(await understood(few), 'grouped-by')).toEqual(['spend', 'alive']);
  });

  it('leaves out a column that is the sum of its neighbours', async () => {
    const sums = lines('bread,milk,total', 60, (at) => {
      const [bread, milk] = [scattered(at, 1) / 4, scattered(at, 2) / 4];
      return `${bread},${milk},${bread + milk}`;
    });
    const { lists } = await understood(sums);
    expect(lists[2]).toEqual({
      column: 'total',
      list: 'left-out',
      reason: 'sum-of-others',
      detail: 'bread, milk',
    });
  });

  it('promotes numbers that describe where fewer than two group', async () => {
    const mall = lines('CustomerID,Gender,Age,Annual Income (k$),Spending Score', 60, (at) =>
      [at + 1, ['f', 'm'][at % 2], 18 + (at % 50), scattered(at, 1), scattered(at, 2)].join(','),
    );
    const understanding = await understood(mall);
    expect(listed(understanding, 'grouped-by')).toEqual(['Age', 'Annual Income (k$)', 'Spending Score']);
    expect(listed(understanding, 'described-by')).toEqual(['Gender']);
  });

  it('groups by recency, frequency and money alone where the file has one of each', async () => {
    const rfm = lines('customer_id,recency,frequency,monetary,clicks', 60, (at) =>
      [`C${at}`, scattered(at, 1), scattered(at, 2), scattered(at, 3) / 10, scattered(at, 4)].join(','),
    );
    const understanding = await understood(rfm);
    expect(listed(understanding, 'grouped-by')).toEqual(['recency', 'frequency', 'monetary']);
    expect(listed(understanding, 'described-by')).toEqual(['clicks']);
  });

  it('groups by twelve at most', async () => {
    const names = Array.from({ length: 15 }, (_, at) => `m${at}`);
    const wide = lines(names.join(','), 60, (at) =>
      names.map((_, salt) => scattered(at * 31 + salt * salt, salt)).join(','),
    );
    const { lists } = await understood(wide);
    expect(lists.filter(({ list }) => list === 'grouped-by')).toHaveLength(12);
    expect(lists.slice(12).map(({ reason }) => reason)).toEqual([
      'beyond-twelve',
      'beyond-twelve',
      'beyond-twelve',
    ]);
  });

  it('takes the person’s choices', async () => {
    const lists = new Map([
      ['age', 'grouped-by'],
      ['visits', 'left-out'],
    ] as const);
    const understanding = await understood(text, { lists });
    expect(listed(understanding, 'grouped-by')).toEqual(['age', 'spend']);
    expect(understanding.lists.find(({ column }) => column === 'visits')).toMatchObject({
      list: 'left-out',
      reason: null,
    });
  });

  it('takes another column for the key, or none', async () => {
    const named = lines(
      'id,code,visits,score',
      60,
      (at) => `${at + 1},K${at},${scattered(at, 1)},${scattered(at, 2)}`,
    );
    const other = await understood(named, { lists: new Map([['code', 'key']] as const) });
    expect(listed(other, 'key')).toEqual(['code']);
    expect(other.guesses).toEqual([{ column: 'code', role: 'customer', confidence: 1 }]);
    const none = await understood(named, { lists: new Map([['id', 'described-by']] as const) });
    expect(listed(none, 'key')).toEqual([]);
    expect(none.guesses).toEqual([]);
  });

  it('is empty for orders', async () => {
    const { lists } = await understood(
      lines('customer,date,amount', 40, (at) => `C${at % 7},2024-03-1${at % 9},${at}.5`),
    );
    expect(lists).toEqual([]);
  });

  it('forgets choices of lists where the rows turn out to be orders', async () => {
    const orders = lines('customer,date,amount', 40, (at) => `C${at % 7},2024-03-1${at % 9},${at}.5`);
    const { recipe } = await understood(orders, { lists: new Map([['customer', 'left-out']] as const) });
    expect(recipe.ok).toBe(true);
  });
});

describe('money of customers', () => {
  it('adds up three or more columns of one stem', async () => {
    const { money, moneyTotal } = await understood(
      lines(
        'id,wine_spend,meat_spend,fish_spend,visits',
        40,
        (at) => `${at + 1},${at},${at * 2},${scattered(at, 1)},${scattered(at, 2)}`,
      ),
    );
    expect(money).toEqual({
      by: 'total',
      columns: ['wine_spend', 'meat_spend', 'fish_spend'],
      label: 'Total of 3 spend columns',
    });
    const fish = Array.from({ length: 40 }, (_, at) => scattered(at, 1));
    expect(moneyTotal).toBe(fish.reduce((sum, value) => sum + value, 3 * 780));
  });

  it('keeps to the person’s choice, and guesses again where its column is gone', async () => {
    const text = lines('id,revenue,fees', 40, (at) => `${at + 1},${at},${scattered(at, 2)}`);
    const fees = { by: 'amount', column: 'fees' } as const;
    expect((await understood(text, { money: fees })).money).toEqual(fees);
    expect((await understood(text, { money: null })).money).toBeNull();
    const gone = { by: 'amount', column: 'gone' } as const;
    expect((await understood(text, { money: gone })).money).toEqual({ by: 'amount', column: 'revenue' });
  });
});
