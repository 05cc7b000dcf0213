import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { campaign } from '../../../support/campaigns';

const MAILS = Array.from({ length: 10 }, (_, at) => `person${at}@example.com`);

const BY_MONEY = { roles: new Map([['monetary', 'monetary' as const]]) };

describe('preflight', () => {
  it('gives every lost row its first reason, and lists each', async () => {
    const people = {
      email: ['a@b.io', 'broken', null, 'a@b.io', 'no@b.io', 'e@b.io'],
      consent: ['yes', 'Yes', 'yes', 'yes', 'no', null],
      monetary: [5, 1, 1, 9, 1, 1],
    };
    const consent = { column: 'consent', yes: ['yes', 'Yes'] };
    const { told, lost, text } = await campaign(people, 'mailchimp', { consent }, undefined, BY_MONEY);
    expect(told.lost).toEqual([
      { reason: 'no-consent', customers: 2 },
      { reason: 'bad-email', customers: 1 },
      { reason: 'no-identifier', customers: 1 },
      { reason: 'duplicate', customers: 1 },
    ]);
    expect([told.chosen, told.written]).toEqual([6, 1]);
    expect(text).toBe('Email Address,Tags\na@b.io,"""Big, but asleep"""\n');
    expect(lost.split('\n')).toEqual([
      '\ufeffrow,segment,left out,reason,field,value,kept instead',
      '1,Champions,row,same person as another row,Email Address,a@b.io,4',
      '2,"Big, but asleep",row,not a valid e-mail address,Email Address,broken,',
      '3,Champions,row,"no e-mail, phone or name that identifies",,,',
      '5,Champions,row,no consent,,,',
      '6,"Big, but asleep",row,no consent,,,',
      '',
    ]);
  });

  it('counts apart who is not written, whose fields are left blank, and cells behind an apostrophe', async () => {
    const people = {
      email: ['a@b.io', 'x', 'c@b.io', 'x'],
      phone: ['12', '+442079460000', '+442079460001', '12'],
      'First name': ['@At', '-dash', 'Cem', 'Dee'],
    };
    const { told, text } = await campaign(people, 'klaviyo');
    expect([told.chosen, told.written, told.changed, told.guarded]).toEqual([4, 3, 2, 2]);
    expect(told.lost).toEqual([{ reason: 'bad-email', customers: 1 }]);
    expect(text).toContain("a@b.io,,'@At,Champions");
    const bare = await campaign(people, 'klaviyo', { guard: false });
    expect(bare.text).toContain('a@b.io,,@At,Champions');
    expect([bare.told.changed, bare.told.guarded]).toEqual([2, 0]);
  });

  it('counts the apostrophe of segments and of postal codes too', async () => {
    const some = { email: ['a@b.io', 'c@b.io'], zip: ['=1+1', '10115'], segment: ['=A', 'B'] };
    const { told, text } = await campaign(some, 'klaviyo');
    expect(text).toBe("Email,Zip Code,Segment\na@b.io,'=1+1,'=A\nc@b.io,10115,B\n");
    expect(told.guarded).toBe(2);
  });

  it('takes no apostrophe of a name for one that was put there', async () => {
    const { told } = await campaign({ email: ['a@b.io'], Name: ["Gerard 't"] }, 'klaviyo');
    expect([told.guarded, told.changed]).toEqual([0, 0]);
  });

  it('gives a column taken along another header where its own is taken, and says so', async () => {
    const some = { email: ['a@b.io'], Segment: ['old'], 'segment (YOUR FILE)': ['older'] };
    const properties = ['Segment', 'segment (YOUR FILE)'];
    const { told, text } = await campaign(some, 'klaviyo', { properties });
    expect(text.split('\n').slice(0, 2)).toEqual([
      'Email,Segment (your file),segment (YOUR FILE) (your file),Segment',
      'a@b.io,old,older,Champions',
    ]);
    expect(told.warnings).toContainEqual({
      code: 'renamed',
      columns: [
        { column: 'Segment', header: 'Segment (your file)' },
        { column: 'segment (YOUR FILE)', header: 'segment (YOUR FILE) (your file)' },
      ],
    });
  });

  it('keeps of one person the row worth most, then of the better segment, then the first', async () => {
    const same = { email: ['A@b.io', 'a@b.io ', 'a@b.io'] };
    const kept = async (monetary: (number | null)[]) => {
      const { lost } = await campaign({ ...same, monetary }, 'klaviyo', {}, undefined, BY_MONEY);
      return lost.trim().split('\n').slice(1).map((line) => line.split(',').at(-1)); // prettier-ignore
    };
    expect(await kept([1, 2, 3])).toEqual(['3', '3']);
    expect(await kept([1, 1, null])).toEqual(['1', '1']);
    expect(await kept([null, null, null])).toEqual(['1', '1']);
  });

  it('writes nobody who said no as another customer, of whatever segment, and says so', async () => {
    const people = {
      email: ['a@b.io', ' A@b.io', 'c@b.io', 'c@b.io', 'e@b.io', 'e@b.io', null, 'h@b.io'],
      phone: [null, null, null, null, null, '+442079460000', '+442079460000', '+442079460001'],
      consent: ['yes', 'no', 'yes', null, 'yes', 'no', 'yes', 'yes'],
      monetary: [9, 1, 2, 3, 9, 1, 9, 1],
    };
    const consent = { column: 'consent', yes: ['yes'] };
    const { told, lost, text } = await campaign(
      people,
      'klaviyo',
      { consent, segments: [1] },
      undefined,
      BY_MONEY,
    );
    // Who said nothing, as the second c@b.io, speaks for no other.
    expect(text).toBe('Email,Phone Number,Segment\nc@b.io,,Champions\n');
    expect(told.lost).toEqual([{ reason: 'refused', customers: 3 }]);
    expect(lost.split('\n').slice(1, 4)).toEqual([
      '1,Champions,row,same person as one who did not agree,Email,a@b.io,',
      '5,Champions,row,same person as one who did not agree,Email,e@b.io,',
      '7,Champions,row,same person as one who did not agree,Email,,',
    ]);
  });

  it('warns where fields are filled from columns that look like something else', async () => {
    const people = {
      text: ['a@b.io', 'white mug', 'red mug', 'blue mug'],
      half: ['a@b.io', 'white mug', 'b@b.io', 'blue mug'],
      number: [12, 1234567, 3, 17],
      land: ['UK', 'x', 'y', null],
    };
    const field = (column: string) => ({ column });
    const wrong = { Email: field('text'), 'Phone Number': field('number'), 'First Name': field('number'), 'Zip Code': field('text'), Country: field('land'), City: field('land') }; // prettier-ignore
    const { told } = await campaign(people, 'klaviyo', { fields: wrong });
    const unlikely = (header: string, is: string, column: string, share: number) => ({
      header,
      is,
      column,
      share,
    });
    expect(told.warnings[0]).toEqual({
      code: 'unlikely',
      columns: [
        unlikely('Email', 'email', 'text', 0.25),
        unlikely('Phone Number', 'phone', 'number', 0.25),
        unlikely('First Name', 'first-name', 'number', 0),
        unlikely('Zip Code', 'postal-code', 'text', 0),
        unlikely('Country', 'country', 'land', 1 / 3),
      ],
    });
    const right = await campaign(people, 'klaviyo', { fields: { Email: field('half') } });
    expect(right.told.warnings).toEqual([{ code: 'no-consent-column' }]);
    const blank = { email: [null, ''], phone: ['020 7946 0000', '12345 678'] };
    const both = await campaign(blank, 'klaviyo', { fields: { Email: field('email'), 'Phone Number': field('phone') } }); // prettier-ignore
    expect(both.told.warnings).toEqual([{ code: 'no-consent-column' }]);
  });

  it('guards headers as cells, says so, and plans what it writes', async () => {
    const some = { email: ['a@b.io'], '=Code': ['x'], '-5': ['y'] };
    const properties = ['=Code', '-5'];
    const { told, text, bytes } = await campaign(some, 'klaviyo', { properties });
    expect(text).toBe("Email,'=Code,-5,Segment\na@b.io,x,y,Champions\n");
    expect(told.files[0]!.bytes).toBe(bytes.length);
    expect(told.warnings).toContainEqual({ code: 'guarded-headers', headers: ['=Code'] });
    const bare = await campaign(some, 'klaviyo', { properties, guard: false });
    expect(bare.text).toContain('Email,=Code,-5,');
    expect(bare.told.warnings).not.toContainEqual(expect.objectContaining({ code: 'guarded-headers' }));
  });

  it('does not take rows without an e-mail for one person', async () => {
    const { told } = await campaign({ email: [null, null], 'First name': ['Ann', 'Ann'] }, 'hubspot');
    expect([told.written, told.lost]).toEqual([2, []]);
  });

  it('splits by rows, each file below the limit, with its header', async () => {
    const { told, files } = await campaign(
      { email: MAILS },
      'salesforce',
      { fields: { 'Last Name': { column: 'email' }, Email: { column: 'email' } } },
      { rows: 4 },
    );
    expect(told.files.map(({ part, rows }) => [part, rows])).toEqual([
      [1, 4],
      [2, 4],
      [3, 2],
    ]);
    expect(told.warnings).toContainEqual({ code: 'split', files: 3 });
    expect(files().map(([name, text]) => [name, text.split('\n').length - 2, text.split('\n')[0]])).toEqual([
      ['1.csv', 4, 'Last Name,Email,Segment'],
      ['2.csv', 4, 'Last Name,Email,Segment'],
      ['3.csv', 2, 'Last Name,Email,Segment'],
    ]);
  });

  it('splits by bytes: what is planned is what is written, below the limit, and nobody is lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'ä', '€', '\u{1f600}', ',', '"'), { minLength: 3, maxLength: 40 }),
        fc.integer({ min: 60, max: 200 }),
        fc.boolean(),
        async (names, bytes, perSegment) => {
          const email = names.map((_, at) => `p${at}@b.io`);
          const made = await campaign({ email, 'First name': names }, 'klaviyo', { perSegment }, { bytes });
          const { told } = made;
          const written = told.files.length > 1 ? made.files() : [['1.csv', made.text] as const];
          expect(written.map(([name, text]) => [name, Buffer.byteLength(text)])).toEqual(
            told.files.map((file, at) => [`${at + 1}.csv`, file.bytes]),
          );
          expect(Math.max(...told.files.map((file) => file.bytes))).toBeLessThanOrEqual(bytes);
          const all = written.flatMap(([, text]) =>
            [...text.matchAll(/^p\d+@b\.io/gm)].map(([mail]) => mail),
          );
          expect(new Set(all)).toEqual(new Set(email));
          expect(all).toHaveLength(email.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('writes a file for each segment', async () => {
    const { told, files } = await campaign({ email: MAILS }, 'meta', { perSegment: true });
    expect(told.files.map(({ part, rows, segment }) => [part, rows, segment])).toEqual([
      [null, 5, 1],
      [null, 5, 2],
    ]);
    expect(files().map(([, text]) => text.split('\n')[1])).toEqual(MAILS.slice(0, 2));
    expect(told.warnings).toContainEqual({ code: 'small-audience', least: 100, files: told.files });
    expect(told.warnings).not.toContainEqual(expect.objectContaining({ code: 'split' }));
  });

  it('writes the chosen segments only', async () => {
    const { told, text } = await campaign({ email: MAILS }, 'klaviyo', { segments: [2] });
    expect([told.chosen, text.split('\n').length]).toEqual([5, 7]);
  });

  it('says when there are more rows than a day takes and more columns than a file', async () => {
    const limits = { daily: 9, columns: 1 };
    const { told } = await campaign({ email: MAILS }, 'hubspot', {}, limits);
    expect(told.warnings).toEqual([
      { code: 'no-consent-column' },
      { code: 'over-a-day', daily: 9 },
      { code: 'too-many-columns', columns: 2, most: 1 },
    ]);
  });

  it('reads phone numbers without a + by the default country, and none by an unknown one', async () => {
    const people = {
      phone: ['020 7946 0000', '020 7946 0001', '+49 171 2345678'],
      country: [null, 'Atlantis', 'Atlantis'],
    };
    const { text, told } = await campaign(people, 'meta', { country: 'GB' });
    expect(text).toBe('phone,country\n"+442079460000",GB\n"+491712345678",\n');
    expect(told.lost).toEqual([{ reason: 'bad-phone', customers: 1 }]);
    expect(told.cells).toEqual([{ reason: 'unknown-country', header: 'country', customers: 1 }]);
  });

  it('takes the default country for all where no column names one and the destination asks for it', async () => {
    const whole = { 'First name': ['Ann', ''], 'Last name': ['Dee', 'Dee'], zip: ['10115', '10115'] };
    const without = await campaign(whole, 'google-ads');
    expect(without.told.lost).toEqual([{ reason: 'no-country', customers: 2 }]);
    const { text, told } = await campaign(whole, 'google-ads', { country: 'DE' });
    expect(text).toBe('First Name,Last Name,Country,Zip\nAnn,Dee,DE,10115\n');
    expect(told.lost).toEqual([{ reason: 'incomplete', customers: 1 }]);
  });

  it('makes no file where nobody is left', async () => {
    const { told, text } = await campaign({ email: ['x', 'y'] }, 'mailchimp');
    expect([told.written, told.files, text]).toEqual([0, [], '']);
  });

  it('counts every chosen customer exactly once', async () => {
    const cell = <T>(...values: T[]) => fc.constantFrom(...values);
    const person = fc.record({
      email: cell('a@b.io', 'b@b.io', 'c@b.io', 'x', null),
      phone: cell('+442079460000', '12', null),
      country: cell('UK', 'Atlantis', null),
      optin: cell('yes', 'no', null),
      monetary: cell(1, 2, null),
    });
    const ids = fc.constantFrom('hubspot', 'klaviyo', 'mailchimp', 'salesforce', 'google-ads', 'meta');
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 20 }), ids, async (people, id) => {
        const column = <K extends keyof (typeof people)[number]>(name: K) => people.map((one) => one[name]);
        const cells = { email: ['z@b.io', ...column('email')], phone: ['+442079460001', ...column('phone')], country: ['UK', ...column('country')], optin: ['yes', ...column('optin')], monetary: [1, ...column('monetary')] }; // prettier-ignore
        const { told, text, lost } = await campaign(cells, id, {
          consent: { column: 'optin', yes: ['yes'] },
        });
        const gone = told.lost.reduce((sum, { customers }) => sum + customers, 0);
        const cellsGone = told.cells.reduce((sum, { customers }) => sum + customers, 0);
        expect(told.written + gone).toBe(people.length + 1);
        expect(new Set(told.lost.map(({ reason }) => reason)).size).toBe(told.lost.length);
        const noes = people.filter(({ optin, email }) => optin === 'no' && email?.includes('@'));
        const written = text.split('\n').flatMap((line) => line.match(/[abc]@b\.io/g) ?? []);
        expect(written.filter((mail) => noes.some(({ email }) => email === mail))).toEqual([]);
        expect(text === '' ? 0 : text.trimEnd().split('\n').length - 1).toBe(told.written);
        expect(lost.trimEnd().split('\n').length - 1).toBe(gone + cellsGone);
      }),
      { numRuns: 60 },
    );
  });
});
