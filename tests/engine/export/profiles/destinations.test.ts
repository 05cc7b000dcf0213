import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../../src/engine/export/sha256';
import { cellsOf } from '../../../support/tables';
import { read } from '../../../support/files';
import { campaign } from '../../../support/campaigns';

/** Four people; the second has a bad address and a good number, the third a bad number, the fourth neither. */
const PEOPLE = {
  email: [' Ann@Example.com', 'bob(at)example.com', 'cem@example.com', null],
  phone: ['020 7946 0000', '0171 2345678', '12', null],
  'First name': ['Ann', 'Bob', 'Cem', 'Dora'],
  'Last name': ["O'Neill", 'Ba, "B"', '=2+3', 'Dee'],
  country: ['UK', 'Deutschland', 'Turkey', 'Atlantis'],
  zip: ['sw1a1aa', 'D-10115', '34000', '99'],
  city: ['London', 'Berlin', 'Istanbul', 'Poseidonis'],
};

/** sha256sum of a@b.io, -dash, @at. */
const HASHED = [
  '0f3306f460edf2294d6c3acba4b0e24d19173d2f0a4a545ec55166767d5e83a4',
  'b693fbbf1c05e454549b8a9b4c3df4b3bbd6f640f87bfbebc5d9fcf27905a363',
  'dc20964b7e7fb854605905817425c6e3f3fe85fa49ee151585407695d248daff',
].join(',');

describe('what is written for each destination', () => {
  it('Klaviyo: e-mail first, segment as a property', async () => {
    const { text } = await campaign(PEOPLE, 'klaviyo');
    expect(text).toBe(
      [
        'Email,Phone Number,First Name,Last Name,City,Zip Code,Country,Segment',
        `ann@example.com,"+442079460000",Ann,O'Neill,London,SW1A 1AA,GB,Champions`,
        `,"+491712345678",Bob,"Ba, ""B""",Berlin,10115,DE,"Big, but asleep"`,
        `cem@example.com,,Cem,'=2+3,Istanbul,34000,TR,Champions`,
        '',
      ].join('\n'),
    );
  });

  it('Klaviyo: the phone number first where there is no e-mail', async () => {
    const { phone, country } = PEOPLE;
    const { text } = await campaign({ phone, country }, 'klaviyo');
    expect(text.split('\n').slice(0, 2)).toEqual([
      'Phone Number,Country,Segment',
      '"+442079460000",GB,Champions',
    ]);
  });

  it('Mailchimp: only rows with an address, the segment as a tag, quoted where it has a comma', async () => {
    const two = {
      email: ['a@example.com', 'b@example.com', 'jörg@example.com'],
      country: ['UK', 'gb', 'DE'],
    };
    const { text, told } = await campaign(two, 'mailchimp');
    expect(text).toBe(
      'Email Address,Country,Tags\na@example.com,GB,Champions\nb@example.com,GB,"""Big, but asleep"""\n',
    );
    expect(told.lost).toEqual([{ reason: 'bad-email', customers: 1 }]);
  });

  it('Mailchimp: texts of at most 255 bytes, whole characters, and says so', async () => {
    const city = ['ä'.repeat(200), 'b'.repeat(255)];
    const { text, told } = await campaign({ email: ['a@b.io', 'c@b.io'], city }, 'mailchimp');
    expect(text.split('\n').slice(1, 3)).toEqual([
      `a@b.io,${'ä'.repeat(127)},Champions`,
      `c@b.io,${'b'.repeat(255)},"""Big, but asleep"""`,
    ]);
    expect(told.cells).toEqual([{ reason: 'cut', header: 'City', customers: 1 }]);
  });

  it('Mailchimp: tags of at most 100 characters', async () => {
    const long = { segment: [`${'x'.repeat(99)}\u{1f600}y`], email: ['a@b.io'] };
    const { text } = await campaign(long, 'mailchimp');
    expect(text).toBe(`Email Address,Tags\na@b.io,${'x'.repeat(99)}\u{1f600}\n`);
  });

  it('HubSpot: labels of its properties; a name is enough', async () => {
    const { text, told } = await campaign(PEOPLE, 'hubspot');
    expect(text.split('\n')[0]).toBe(
      'Email,First name,Last name,Phone number,City,Postal code,Country/Region,Segment',
    );
    expect(text.split('\n')[4]).toBe(',Dora,Dee,,Poseidonis,99,,"Big, but asleep"');
    expect(told.written).toBe(4);
    expect(told.warnings).toContainEqual({ code: 'no-key', rows: 2 });
  });

  it('Salesforce: a last name or nothing', async () => {
    const some = { email: ['a@b.io', 'c@b.io'], 'Last name': ['Dee', null] };
    const { text, told } = await campaign(some, 'salesforce');
    expect(text).toBe('Last Name,Email,Segment\nDee,a@b.io,Champions\n');
    expect(told.lost).toEqual([{ reason: 'no-identifier', customers: 1 }]);
  });

  it('Google Ads: an e-mail, a number or a whole address, and no segment', async () => {
    const { text, told } = await campaign(PEOPLE, 'google-ads');
    expect(text).toBe(
      [
        'Email,Phone,First Name,Last Name,Country,Zip',
        `ann@example.com,"+442079460000",Ann,O'Neill,GB,SW1A 1AA`,
        `,"+491712345678",Bob,"Ba, ""B""",DE,10115`,
        `cem@example.com,,Cem,'=2+3,TR,34000`,
        '',
      ].join('\n'),
    );
    expect(told.lost).toEqual([{ reason: 'unknown-country', customers: 1 }]);
  });

  it('Google Ads: hashed are e-mail, phone and names, not country and postal code; blanks stay blank', async () => {
    const { email, country, zip } = PEOPLE;
    const { text } = await campaign(
      { email, country, zip, phone: PEOPLE.phone, 'First name': ['ANN ', 'Bob', '', ''] },
      'google-ads',
      { hash: true },
    );
    expect(text.split('\n').slice(0, 3)).toEqual([
      'Email,Phone,First Name,Country,Zip',
      `${sha256('ann@example.com')},${sha256('+442079460000')},${sha256('ann')},GB,SW1A 1AA`,
      `,${sha256('+491712345678')},${sha256('bob')},DE,10115`,
    ]);
  });

  it('hashes values as they are, not behind an apostrophe', async () => {
    const one = { email: ['a@b.io'], 'First name': ['-dash'], 'Last name': ['@At'] };
    const { text, told } = await campaign(one, 'google-ads', { hash: true });
    expect([text.split('\n')[1], told.guarded]).toEqual([HASHED, 0]);
  });

  it('Meta: its short headers, hashed digits of the number and places without blanks', async () => {
    const one = { email: ['A@b.io'], phone: ['+44 20 7946 0000'], city: ['São Paulo'], country: ['UK'] };
    expect((await campaign(one, 'meta')).text).toBe(
      'email,phone,ct,country\na@b.io,"+442079460000",São Paulo,GB\n',
    );
    const hashed = (await campaign(one, 'meta', { hash: true })).text.split('\n');
    expect(hashed).toEqual([
      'email,phone,ct,country',
      ['a@b.io', '442079460000', 'sãopaulo', 'gb'].map(sha256).join(','),
      '',
    ]);
  });

  it("takes columns of one's own along: dates as days, numbers with their digits", async () => {
    const some = {
      email: ['a@b.io', 'c@b.io'],
      last_purchase: [new Date('2011-12-08Z'), null],
      monetary: [1234.5, 1e6],
    };
    const { text } = await campaign(some, 'klaviyo', { properties: ['last_purchase', 'monetary'] });
    expect(text.split('\n').slice(0, 3)).toEqual([
      'Email,last_purchase,monetary,Segment',
      'a@b.io,2011-12-08,1234.5,Champions',
      'c@b.io,,1000000,"Big, but asleep"',
    ]);
  });

  it('splits a full name where there is no column for its parts', async () => {
    const { text } = await campaign(
      { email: ['a@b.io', 'c@b.io'], 'Customer Name': ['Ann Mary Dee', 'Doe, John'] },
      'meta',
    );
    expect(text).toBe('email,fn,ln\na@b.io,Ann Mary,Dee\nc@b.io,John,Doe\n');
  });

  it('reads back the same by our own intake, leading zeros and long names included', async () => {
    const people = {
      email: ['a@b.io', 'c@b.io'],
      'First name': ['Zoë "Z"', 'two\nlines'],
      zip: ['01067', '02134'],
      country: ['DE', 'US'],
    };
    const { bytes } = await campaign(people, 'klaviyo');
    const { table: back } = await read(bytes);
    expect(cellsOf(back)).toEqual({
      Email: ['a@b.io', 'c@b.io'],
      'First Name': ['Zoë "Z"', 'two\nlines'],
      'Zip Code': ['01067', '02134'],
      Country: ['DE', 'US'],
      Segment: ['Champions', 'Big, but asleep'],
    });
  });
});
