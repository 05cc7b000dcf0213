import type { CountryCode } from 'libphonenumber-js/min';

const URI = /^tel:/i;

/**
 * A reader of telephone numbers: as E.164 (`+442079460000`), null where it is no number. Without a default country only
 * numbers that begin with + can be read. A number with an extension is none: E.164 has no place for it.
 * Source: ITU-T E.164; numbering plans of Google's libphonenumber.
 */
export async function phoneReader(country: string | undefined): Promise<(text: string) => string | null> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min');
  const defaultCountry = country as CountryCode | undefined;
  return (text) => {
    const plain = text.normalize('NFKC').trim().replace(URI, '');
    const phone = parsePhoneNumberFromString(plain, { defaultCountry, extract: false });
    return phone?.isValid() && phone.ext === undefined ? phone.number : null;
  };
}
