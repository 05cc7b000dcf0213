import { chosenOnly, type CatalogueEntry } from './entry';

const kinds = ['text'] as const;

const entry = (as: string, title: string, about: string, words: string): CatalogueEntry => ({
  op: 'standardise',
  group: 'Text',
  title,
  about,
  words,
  kinds,
  start: (_, chosen) => ({ columns: chosenOnly(chosen, kinds), as }),
});

/** Standard forms of what is written in many ways. */
export const STANDARD_FORMS: readonly CatalogueEntry[] = [
  entry(
    'e-mail',
    'Write e-mail addresses in one form',
    'Small letters, no blanks, no mailto: and no angle brackets.',
    'standard standardise normalize email mail valid',
  ),
  entry(
    'phone',
    'Write phone numbers in one form',
    '020 7946 0000 and 0044 20 7946 0000 as +442079460000 (E.164).',
    'standard standardise normalize telephone mobile e164 valid',
  ),
  entry(
    'country',
    'Write countries in one form',
    'EIRE, Ireland and IRL as IE: two letters, three letters or the name (ISO 3166).',
    'standard standardise normalize iso nation code',
  ),
  entry(
    'postal-code',
    'Write postal codes in one form',
    'sw1a1aa as SW1A 1AA: the form of the country, checked.',
    'standard standardise normalize zip postcode plz valid',
  ),
];
