import { getExampleNumber, type CountryCode } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/examples.mobile.json';
import { describe, expect, it } from 'vitest';
import { phoneReader } from '../../../../src/engine/steps/standardise/phone';

describe('phone numbers', () => {
  // Ofcom's numbers for drama; PhoneNumberUtilTest of Google's libphonenumber; its README.
  it.each([
    ['020 7946 0000', 'GB', '+442079460000'],
    ['(0116) 496 0123', 'GB', '+441164960123'],
    ['07400 123456', 'GB', '+447400123456'],
    ['00 44 20 7946 0000', 'GB', '+442079460000'],
    ['+44 (0)20 7946 0000', undefined, '+442079460000'],
    ['044 668 18 00', 'CH', '+41446681800'],
    ['+1 650-253-0000', undefined, '+16502530000'],
    ['tel:+1-650-253-0000', undefined, '+16502530000'],
    ['(650) 253-0000', 'US', '+16502530000'],
    ['011 44 20 7031 3000', 'US', '+442070313000'],
    ['02 3661 8300', 'IT', '+390236618300'],
    ['03-331 6005', 'NZ', '+6433316005'],
    ['＋６４ ３ ３３１ ６００５', undefined, '+6433316005'],
  ])('reads %j of %s as %s', async (text, country, written) => {
    expect((await phoneReader(country))(text)).toBe(written);
  });

  it.each([
    ['020 7946 0000', undefined],
    ['12', 'GB'],
    ['07400 123456 ext. 12', 'GB'],
    // Kept for drama: in nobody's use.
    ['07700 900123', 'GB'],
    ['call 020 7946 0000', 'GB'],
    ['020 7946 0000 / 020 7946 0001', 'GB'],
    ['unknown', 'GB'],
    ['+999 1234567', 'GB'],
  ])('does not take %j of %s', async (text, country) => {
    expect((await phoneReader(country))(text)).toBeNull();
  });

  it("reads libphonenumber's example of every country as it is written there and abroad", async () => {
    const read = async ([country, national]: [string, string]) => {
      const example = getExampleNumber(country as CountryCode, examples)!;
      const [home, abroad] = [await phoneReader(country), await phoneReader(undefined)];
      const texts = [home(national), home(example.formatNational()), abroad(example.formatInternational())];
      return { country, texts, written: example.number };
    };
    const all = await Promise.all((Object.entries(examples) as [string, string][]).map(read));
    expect(all.length).toBeGreaterThan(230);
    expect(all.filter(({ texts, written }) => texts.some((text) => text !== written))).toEqual([]);
  });
});
