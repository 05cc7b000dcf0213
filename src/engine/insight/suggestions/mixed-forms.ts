import { inBlocks } from '../../steps/parts/blocks';
import { COUNTRY_FORMS, standardCountry, type CountryForm } from '../../steps/standardise/country';
import { standardEMail } from '../../steps/standardise/e-mail';
import { phoneReader } from '../../steps/standardise/phone';
import { standardPostalCode } from '../../steps/standardise/postal-code';
import { POSTAL_FORMATS } from '../../steps/standardise/postal-formats';
import { columnOf } from '../../table/table';
import type { Work } from '../../work';
import { codeCounts } from '../category-facts';
import { plainWords } from '../role-words';
import type { ColumnSummary } from '../understanding';
import type { Draft, Studied } from './suggestion';

const MOST_TEXTS = 100_000;
/** So large a share of the cells is valid, or the column holds something else. */
const VALID = 0.9;
const POSTAL = /\b(post ?codes?|postal( codes?)?|zip( ?codes?)?|plz|postleitzahl|codes? postal(es)?)\b/;

/** What a column holds, and how it is written in one form. */
interface Form {
  params: Readonly<Record<string, string>>;
  standard: (text: string) => string | null;
}
/** The texts of a column that are used, and in how many cells each. */
type Used = readonly (readonly [text: string, cells: number])[];

/**
 * E-mail addresses, phone numbers, countries and postal codes that are written in several ways and nearly all valid:
 * `standardise`. The country of numbers without + and of postal codes is that of the column of countries, where it says
 * one only; without it postal codes must have the form of one country alone.
 */
export async function mixedForms(studied: Studied): Promise<Draft[]> {
  const { understanding, work } = studied;
  const found: Draft[] = [];
  let country: string | null | undefined;
  for (const summary of understanding.columns) {
    if (!isAddress(summary) || summary.distinct > MOST_TEXTS) continue;
    const used = await usedTexts(studied, summary.name);
    if (used.length < 2) continue;
    if (country === undefined) country = await onlyCountry(studied);
    const form = await formOf(summary, used, country);
    const draft = form && (await drafted(summary.name, used, form, work));
    if (draft) found.push(draft);
  }
  return found;
}

const isAddress = ({ name, kind, role }: ColumnSummary): boolean =>
  kind === 'text' &&
  (role === 'email' || role === 'phone' || role === 'country' || POSTAL.test(plainWords(name)));

async function usedTexts({ table, work }: Studied, name: string): Promise<Used> {
  const column = columnOf(table, name);
  if (column.kind !== 'text') return [];
  const counts = await codeCounts(column, work);
  return [...counts.keys()]
    .filter((code) => counts[code]! > 0)
    .map((code) => [column.dictionary.text(code), counts[code]!] as const);
}

/** The country that every row says; null where there are several, or none is said. */
async function onlyCountry(studied: Studied): Promise<string | null> {
  const column = studied.understanding.columns.find(({ role }) => role === 'country');
  if (!column || column.distinct > MOST_TEXTS) return null;
  const used = await usedTexts(studied, column.name);
  const countries = new Set(used.map(([text]) => standardCountry(text, 'alpha-2')));
  return countries.size === 1 ? [...countries][0]! : null;
}

async function formOf({ role }: ColumnSummary, used: Used, country: string | null): Promise<Form | null> {
  const there: Readonly<Record<string, string>> = country === null ? {} : { country };
  if (role === 'email') return { params: { as: 'e-mail' }, standard: standardEMail };
  if (role === 'phone')
    return { params: { as: 'phone', ...there }, standard: await phoneReader(country ?? undefined) };
  if (role === 'country') return countryForm(used);
  const of = country ?? postalCountry(used);
  if (of === null || !POSTAL_FORMATS[of]) return null;
  return { params: { as: 'postal-code', country: of }, standard: (text) => standardPostalCode(text, of) };
}

/** Countries are written as most cells do; nothing is mixed where each is written in one way. */
function countryForm(used: Used): Form | null {
  const codes = used.map(([text]) => standardCountry(text, 'alpha-2')).filter((code) => code !== null);
  if (new Set(codes).size === codes.length) return null;
  const cellsIn = (form: CountryForm) =>
    used.reduce((sum, [text, cells]) => sum + (standardCountry(text, form) === text ? cells : 0), 0);
  const [write] = [...COUNTRY_FORMS].sort((a, b) => cellsIn(b) - cellsIn(a));
  const params = { as: 'country', ...(write !== 'alpha-2' && { write: write! }) };
  return { params, standard: (text) => standardCountry(text, write!) };
}

/** The one country whose postal codes these are by their form; null where it may be several. */
function postalCountry(used: Used): string | null {
  const able = Object.keys(POSTAL_FORMATS).filter((country) => {
    const valid = used.filter(([text]) => standardPostalCode(text, country) !== null);
    return cellsOf(valid) >= cellsOf(used) * VALID;
  });
  return able.length === 1 ? able[0]! : null;
}

const cellsOf = (used: Used): number => used.reduce((sum, [, cells]) => sum + cells, 0);

async function drafted(name: string, used: Used, form: Form, work: Work): Promise<Draft | null> {
  const changed: (readonly [text: string, cells: number, into: string])[] = [];
  const forms = new Set<string>();
  const shapes = new Set<string>();
  let valid = 0;
  await inBlocks(used.length, 'looking', work, (from, to) => {
    for (const [text, cells] of used.slice(from, to)) {
      const into = form.standard(text);
      if (into === null) continue;
      valid += cells;
      forms.add(into);
      shapes.add(text.replace(/\d+/g, '9'));
      if (into !== text) changed.push([text, cells, into]);
    }
  });
  const right = used.length - changed.length;
  const all = cellsOf(used);
  const isMixed = right > 0 || forms.size < changed.length || (form.params.as === 'phone' && shapes.size > 1);
  if (changed.length === 0 || valid < all * VALID || !isMixed) return null;
  const [value, , into] = changed.reduce((most, one) => (one[1] > most[1] ? one : most));
  return {
    code: 'mixed-forms',
    columns: [name],
    step: { op: 'standardise', params: { columns: [name], ...form.params } },
    effect: { cells: changed.reduce((sum, [, cells]) => sum + cells, 0) },
    details: { as: form.params.as!, value, into, failed: all - valid },
  };
}
