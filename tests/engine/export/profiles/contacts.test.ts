import { describe, expect, it } from 'vitest';
import { Contacts } from '../../../../src/engine/export/profiles/contacts';
import { campaignOffer } from '../../../../src/engine/export/profiles/offer';
import { unwatched } from '../../../../src/engine/work';
import { customersWith } from '../../../support/campaigns';
import { cellsOf, table } from '../../../support/tables';

const day = (text: string) => new Date(`${text}Z`);
/** Orders, not in the order of time; the customers they became, without contact columns. */
const ORDERS = table(
  {
    id: ['a', 'b', 'a', 'a', 'c', null],
    when: [
      day('2020-03-01'),
      day('2020-01-01'),
      day('2020-01-01'),
      day('2020-04-01'),
      null,
      day('2020-09-01'),
    ],
    Email: ['new@a.io', 'b@b.io', 'old@a.io', null, 'c@c.io', 'nobody@x.io'],
    'Accepts marketing': ['no', 'yes', 'yes', 'yes', null, 'yes'],
    Country: ['UK', 'UK', 'UK', 'UK', 'Germany', 'UK'],
  },
  { grain: 'orders', key: 'id', roles: new Map([['when', 'date']]) },
);
const CUSTOMERS = customersWith({ id: ['c', 'a', 'b', 'd'], monetary: [1, 2, 3, 4] }, { key: 'id' });
const contacts = () => new Contacts({ customers: CUSTOMERS, before: [ORDERS, CUSTOMERS] });

describe('Contacts', () => {
  it('gives each customer what their latest row with a value says', async () => {
    const column = await contacts().column('Email', unwatched);
    expect([...column!]).toEqual(['c@c.io', 'new@a.io', 'b@b.io', null]);
  });

  it("lets the customers' own column go before that of the rows", async () => {
    const own = customersWith({ id: ['a', 'b'], Email: ['own@a.io', null] }, { key: 'id' });
    const column = await new Contacts({ customers: own, before: [ORDERS] }).column('Email', unwatched);
    expect([...column!]).toEqual(['own@a.io', null]);
  });

  it('takes the last table of the way that has the column, and no table that has lost the key', async () => {
    const cleaned = table(
      { id: ['a', 'b'], Email: ['clean@a.io', 'clean@b.io'] },
      { grain: 'orders', key: 'id' },
    );
    const keyless = table({ Email: ['x@x.io'], phone: ['1'] }, { grain: 'orders' });
    const all = new Contacts({ customers: CUSTOMERS, before: [ORDERS, keyless, cleaned] });
    expect([...(await all.column('Email', unwatched))!]).toEqual([null, 'clean@a.io', 'clean@b.io', null]);
    expect(await all.column('phone', unwatched)).toBeNull();
  });

  it('takes rows of a customer file by their place', async () => {
    const file = table({ mail: ['a@a.io', 'b@b.io', 'c@c.io'], x: [1, 2, 3] });
    const customers = customersWith({ x: [3, 1] }, { sourceRows: Uint32Array.of(2, 0) });
    const column = await new Contacts({ customers, before: [file] }).column('mail', unwatched);
    expect([...column!]).toEqual(['c@c.io', 'a@a.io']);
  });

  it('lists neither labels nor columns that steps made of others', () => {
    const made = customersWith({ id: ['a'], frequency: [1], frequency_log: [0] }, { key: 'id', origins: new Map([['frequency_log', 'frequency']]) }); // prettier-ignore
    const names = new Contacts({ customers: made, before: [ORDERS] })
      .columns()
      .map(({ name, of }) => [name, of]);
    expect(names).toEqual([
      ['id', 'customers'],
      ['frequency', 'customers'],
      ['when', 'orders'],
      ['Email', 'orders'],
      ['Accepts marketing', 'orders'],
      ['Country', 'orders'],
    ]);
  });

  it('lets a no win over a yes of the same day, whichever comes first, and not over one of a later day', async () => {
    const orders = table(
      {
        id: ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd'],
        when: [2, 2, 2, 2, 3, 2, null, null].map((at) => (at === null ? null : day(`2020-01-0${at}`))),
        optin: ['no', 'yes', 'yes', 'no', 'yes', 'no', 'no', 'yes'],
      },
      { grain: 'orders', key: 'id', roles: new Map([['when', 'date']]) },
    );
    const customers = customersWith({ id: ['a', 'b', 'c', 'd'] }, { key: 'id' });
    const of = new Contacts({ customers, before: [orders] });
    expect([...(await of.answers('optin', (value) => value === 'yes', unwatched))!]).toEqual([
      'no',
      'no',
      'yes',
      'no',
    ]);
    expect((await campaignOffer(of, new Map(), unwatched)).consent?.values).toEqual([
      {
        value: 'no',
        customers: 3,
        perSegment: new Map([
          [1, 1],
          [2, 2],
        ]),
        yes: false,
      },
      { value: 'yes', customers: 1, perSegment: new Map([[1, 1]]), yes: true },
    ]);
  });

  it('leaves the tables as they were', async () => {
    const before = cellsOf(ORDERS);
    await contacts().column('Email', unwatched);
    expect(cellsOf(ORDERS)).toEqual(before);
  });
});

describe('campaignOffer', () => {
  it('proposes columns, the column of consent with what its values mean, and the usual country', async () => {
    const offer = await campaignOffer(contacts(), new Map(), unwatched);
    expect(offer.destinations.find(({ id }) => id === 'klaviyo')!.proposed).toEqual({
      Email: { column: 'Email' },
      Country: { column: 'Country' },
    });
    expect(offer.consent).toEqual({
      column: 'Accepts marketing',
      yes: ['yes'],
      values: [
        {
          value: 'yes',
          customers: 2,
          perSegment: new Map([
            [1, 1],
            [2, 1],
          ]),
          yes: true,
        },
      ],
    });
    expect([offer.country, offer.reachable, offer.key]).toEqual(['GB', true, 'id']);
  });

  it('finds addresses in the column that is the key, whatever it is called', async () => {
    const customers = customersWith({ client: ['a@a.io', 'b@b.io'] }, { key: 'client' });
    const offer = await campaignOffer(new Contacts({ customers, before: [] }), new Map(), unwatched);
    expect(offer.destinations[0]!.proposed).toEqual({ Email: { column: 'client' } });
  });

  it.each([
    ['Given', 'Family'],
    ['Forename', 'Surname'],
    ['Vorname', 'Nachname'],
    ['Prénom', 'Nom'],
    ['first_name', 'last_name'],
  ])('takes %s and %s for names', async (first, last) => {
    const customers = customersWith({ email: ['a@a.io'], [first]: ['Ann'], [last]: ['Dee'] });
    const offer = await campaignOffer(new Contacts({ customers, before: [] }), new Map(), unwatched);
    expect(offer.destinations.find(({ id }) => id === 'klaviyo')!.proposed).toMatchObject({
      'First Name': { column: first },
      'Last Name': { column: last },
    });
  });

  it('says that nobody can be reached by a number alone', async () => {
    const customers = customersWith(
      { CustomerID: ['17850', '13047'], monetary: [1, 2] },
      { key: 'CustomerID' },
    );
    const offer = await campaignOffer(new Contacts({ customers, before: [] }), new Map(), unwatched);
    expect([offer.reachable, offer.consent, offer.country]).toEqual([false, null, null]);
  });

  it('takes a no to not being written to for a yes', async () => {
    const customers = customersWith({
      email: ['a@a.io', 'b@b.io', 'c@c.io'],
      'Email Opt Out': ['0', '1', '0'],
    });
    const { consent } = await campaignOffer(new Contacts({ customers, before: [] }), new Map(), unwatched);
    expect(consent).toMatchObject({ column: 'Email Opt Out', yes: ['0'] });
  });

  it('offers for consent no dates, no blanks, of numbers those of 0 and 1 alone, of texts those of few values', async () => {
    const of = <T>(cell: (at: number) => T) => Array.from({ length: 101 }, (_, at) => cell(at));
    const customers = customersWith({
      flag: of((at) => [0, 1, null][at % 3]!),
      visits: of((at) => at % 3),
      nothing: of(() => null),
      since: of(() => new Date('2025-01-01Z')),
      agreed: of((at) => at % 2 === 0),
      answer: of((at) => `answer ${at % 100}`),
      order: of((at) => `A${at}`),
      newsletter: of((at) => 3 - (at % 3)),
    });
    const { answering, consent } = await campaignOffer(
      new Contacts({ customers, before: [] }),
      new Map(),
      unwatched,
    );
    expect(answering).toEqual(['flag', 'agreed', 'answer']);
    expect(consent).toBeNull();
  });
});
