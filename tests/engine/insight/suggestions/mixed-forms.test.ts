import { describe, expect, it } from 'vitest';
import type { Choices } from '../../../../src/engine/insight/understanding';
import { lines } from '../understood';
import { cleaned, done, named, suggestedFor } from './suggested';

const CUSTOMERS: Choices = { grain: 'customers' };
/** 200 customers; what stands in one column more, by row. */
const people = (
  name: string,
  cell: (at: number) => string,
  more = '',
  also: (at: number) => string = () => '',
) =>
  lines(`id,visits,spend,${name}${more && `,${more}`}`, 200, (at) =>
    [`C${at}`, (at * 7) % 30, at * 3, cell(at), ...(more ? [also(at)] : [])].join(','),
  );

async function found(text: string) {
  const of = await suggestedFor(text, CUSTOMERS);
  const one = named(of, 'mixed-forms');
  return { of, one };
}

describe('what is written in several forms', () => {
  it('is, of e-mail addresses, those with capitals or more than the address', async () => {
    const mail = (at: number) =>
      at === 3 ? 'Ann.3@Shop.ORG' : at === 5 ? 'mailto:p5@shop.org' : at === 9 ? 'nobody' : `p${at}@shop.org`;
    const { of, one } = await found(people('email', mail));
    expect(one).toMatchObject({
      effect: { cells: 2 },
      step: { op: 'standardise', params: { columns: ['email'], as: 'e-mail' } },
      details: { value: 'Ann.3@Shop.ORG', into: 'ann.3@shop.org', failed: 1 },
      safe: true,
    });
    expect(await done(of, one!)).toEqual(one!.effect);
    expect((await cleaned(of, [one!], CUSTOMERS)).left).toEqual([]);
  });

  it('is, of phone numbers, what is not E.164, by the one country of the customers', async () => {
    const phone = (at: number) => [`020 7946 0${100 + at}`, `+44 20 7946 0${100 + at}`][at % 2]!;
    const { of, one } = await found(people('phone', phone, 'country', () => 'United Kingdom'));
    expect(one?.step.params).toEqual({ columns: ['phone'], as: 'phone', country: 'GB' });
    expect([one?.effect.cells, one?.details.into]).toEqual([200, '+442079460100']);
    expect(await done(of, one!)).toEqual(one!.effect);
    // Without a country half of them cannot be told.
    expect((await found(people('phone', phone))).one).toBeUndefined();
  });

  it('is, of countries, what most cells do not write, and no near spelling beside', async () => {
    const country = (at: number) =>
      ['United Kingdom', 'Germany', 'Ireland', at < 9 ? 'U.K.' : 'France'][at % 4]!;
    const { of, one } = await found(people('country', (at) => (at === 8 ? 'EIRE' : country(at))));
    expect(one).toMatchObject({
      effect: { cells: 3 },
      step: { params: { columns: ['country'], as: 'country', write: 'name' } },
      details: { value: 'U.K.', into: 'United Kingdom' },
    });
    expect(await done(of, one!)).toEqual(one!.effect);
    expect(of.suggestions.filter(({ code }) => code === 'near-spelling')).toEqual([]);
    // One text for each country is no mixture, whatever ISO calls it.
    const each = (at: number) => ['EIRE', 'USA', 'RSA', 'France'][at % 4]!;
    expect((await found(people('country', each))).one).toBeUndefined();
  });

  it('is, of postal codes, those without capitals or blanks, where they can be of one country only', async () => {
    const code = (at: number) => ['EC1Y 8SY', 'M2 5BQ', at < 30 ? 'cr02yr' : 'CR0 2YR'][at % 3]!;
    const { one } = await found(people('postcode', code));
    expect(one?.step.params).toEqual({ columns: ['postcode'], as: 'postal-code', country: 'GB' });
    expect(one?.effect.cells).toBe(10);
    const five = (at: number) => (at === 4 ? 'D-10115' : `1011${at % 9}`);
    expect((await found(people('plz', five))).one).toBeUndefined();
    const german = await found(people('plz', five, 'land', () => 'Deutschland'));
    expect(german.one?.details).toMatchObject({ value: 'D-10115', into: '10115' });
  });

  it('is nothing where all is in one form, or the column holds something else', async () => {
    expect((await found(people('email', (at) => `p${at}@shop.org`))).one).toBeUndefined();
    expect(
      (await found(people('country', (at) => ['North', 'south', 'UK', 'GB'][at % 4]!))).one,
    ).toBeUndefined();
  });
});
