import { describe, expect, it } from 'vitest';
import {
  downloadLost,
  example,
  guarded,
  filesLine,
  preflightTitle,
  unreachable,
  warning,
} from '../../../src/ui/text/campaigns';

const told = (written: number, chosen: number) => ({
  ...{ written, chosen, changed: 0, guarded: 0, lost: [], cells: [], examples: [], warnings: [] },
  files: [{ segment: null, part: null, rows: written, bytes: 400_000 }],
});

describe('what is said of a file for a service', () => {
  it('says how many go', () => {
    expect([told(3812, 4339), told(5, 5), told(0, 5), told(0, 0), told(1, 2)].map((one) => preflightTitle(one, 'klaviyo'))).toEqual([
      '3,812 of 4,339 customers go to Klaviyo',
      'All 5 customers go to Klaviyo',
      'Nobody can go to Klaviyo',
      'Choose a segment',
      '1 of 2 customers goes to Klaviyo',
    ]); // prettier-ignore
  });

  it('says what is downloaded', () => {
    const one = told(2, 2);
    expect(filesLine(one, ['klaviyo.csv'])).toBe('klaviyo.csv, 400\u00a0kB');
    expect(filesLine({ ...one, files: [...one.files, ...one.files] }, ['a', 'b'])).toBe(
      '2 files in one zip, 800\u00a0kB before packing',
    );
  });

  it('says what a file without e-mails can do', () => {
    expect(unreachable('CustomerID')).toBe(
      'Your file knows customers by CustomerID only. Import by that number, or add a customer file with e-mails.',
    );
    expect(unreachable(null)).toContain('neither e-mails nor phone numbers');
  });

  it('warns with names and numbers', () => {
    const files = [{ segment: 1, part: null, rows: 9, bytes: 1 }];
    expect(
      warning({ code: 'small-audience', least: 100, files }, 'meta', () => ['meta-a-champions.csv']),
    ).toBe('Fewer than 100 people in meta-a-champions.csv: Meta advises against lists that small.');
    expect(warning({ code: 'no-key', rows: 1 }, 'hubspot', () => [])).toBe(
      '1 row has no e-mail: HubSpot adds them anew with each import.',
    );
  });

  it('names the list by what is in it', () => {
    expect(downloadLost(told(1, 3))).toBe('List of who is not written (2)');
    expect(downloadLost({ ...told(1, 3), changed: 1 })).toBe(
      'List of who is not written (2), and of changed fields',
    );
    expect(downloadLost({ ...told(3, 3), changed: 1 })).toBe('List of the fields left blank or cut');
    expect(downloadLost({ ...told(3, 3), guarded: 1 })).toBe('List of the cells with an apostrophe');
    expect([1, 1200].map(guarded)).toEqual([
      'One cell begins like a formula and gets an apostrophe.',
      '1,200 cells begin like a formula and get an apostrophe.',
    ]);
  });

  it('says under what header a column goes whose name is taken', () => {
    const columns = [{ column: 'Segment', header: 'Segment (your file)' }];
    expect(warning({ code: 'renamed', columns }, 'klaviyo', () => [])).toBe(
      'Segment goes as Segment (your file): another column of the file has that name.',
    );
  });

  it('says which fields are filled from columns that look like something else', () => {
    const columns = [
      { header: 'Email', is: 'email', column: 'Note', share: 0.02 },
      { header: 'First Name', is: 'first-name', column: 'Id', share: 0 },
    ] as const;
    expect(warning({ code: 'unlikely', columns }, 'klaviyo', () => [])).toBe(
      'Email is filled from Note, where only 2\u00a0% look like e-mail addresses. First Name is filled from Id, where nothing looks like names. Choose another column, or leave it out.',
    );
  });

  it('says which headers get an apostrophe', () => {
    const said = (...headers: string[]) => warning({ code: 'guarded-headers', headers }, 'klaviyo', () => []);
    expect(said('=A')).toBe('=A begins like a formula and gets an apostrophe in the header.');
    expect(said('=A', '@B')).toBe('=A and @B begin like a formula and get an apostrophe in the header.');
  });

  it('gives an example of each kind', () => {
    const lost = {
      who: '17850',
      segment: '',
      what: 'row',
      reason: 'bad-email',
      header: 'Email',
      value: 'x',
      instead: '',
    } as const;
    expect([lost, { ...lost, value: '' }, { ...lost, instead: '13047' }].map(example)).toEqual([
      '17850: x',
      '17850',
      '17850, kept 13047 instead',
    ]);
  });
});
