import { foldAccents } from '../parts/fold-accents';
import { COUNTRIES } from './countries';
import { COUNTRY_ALIASES } from './country-aliases';

export const COUNTRY_FORMS = ['alpha-2', 'alpha-3', 'name'] as const;
export type CountryForm = (typeof COUNTRY_FORMS)[number];

interface Country {
  'alpha-2': string;
  'alpha-3': string;
  name: string;
}

/** Names that differ only by accents, marks, capitals, "the" and short forms of "and" and "Saint" have one key. */
const keyOf = (name: string): string =>
  foldAccents(name.normalize('NFKC'))
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bthe\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim();

const countries = new Map<string, Country>();
const known = new Map<string, Country>();
for (const line of COUNTRIES.trim().split('\n')) {
  const [two, three, name, ...others] = line.split('|') as [string, string, string, ...string[]];
  const country: Country = { 'alpha-2': two, 'alpha-3': three, name };
  countries.set(two, country);
  for (const one of [two, three, name, ...others]) known.set(keyOf(one), country);
}
for (const [code, names] of Object.entries(COUNTRY_ALIASES)) {
  for (const name of names) known.set(keyOf(name), countries.get(code)!);
}

/** Whether it is an alpha-2 code of ISO 3166-1, in capitals. */
export const isCountryCode = (text: string): boolean => countries.has(text);

/** The alpha-2 codes of ISO 3166-1. */
export const countryCodes = (): string[] => [...countries.keys()];

/**
 * A country, by code or name, as ISO 3166-1 codes it or by its short English name; null where it is none or stands for
 * several. Source: ISO 3166-1 as of Debian's iso-codes; names of CLDR; aliases of `country-aliases.ts`.
 */
export const standardCountry = (text: string, form: CountryForm): string | null =>
  known.get(keyOf(text))?.[form] ?? null;
