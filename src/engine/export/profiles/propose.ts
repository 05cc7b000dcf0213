import { plainWords } from '../../insight/role-words';
import { mostTexts } from '../../insight/text-numbers';
import { isBlank } from '../../table/columns';
import { metaOf, type Role } from '../../table/meta';
import { campaignEMail } from './campaign-e-mail';
import type { FieldSource } from './choice';
import type { ContactColumn, Contacts } from './contacts';
import type { Destination, FieldKind } from './destination';

/** What of a customer could fill a field, by kind of field; kinds that nothing fills are left out. */
export type Proposed = Partial<Record<Exclude<FieldKind, 'text'>, FieldSource>>;

const WORDS: Readonly<Record<Exclude<FieldKind, 'text'>, RegExp>> = {
  email: /\be ?mail\b/,
  phone: /\b(phone|telephone|telefon|tel|mobile|mobil|handy|whatsapp|sms)\b/,
  'first-name': /\b(first|given|fore) ?names?\b|\b(fname|vorname|prenom|nombre)\b|^(first|given)$/,
  'last-name':
    /\b(last|sur|family) ?names?\b|\b(lname|nachname|familienname|nom de famille|apellidos?)\b|^(last|family|nom)$/,
  country: /\b(country|land|pays|pais|nation)\b/,
  'postal-code': /\b(zip|zipcode|postal|postcode|plz|postleitzahl)\b|\bpost code\b|\bcode postal\b/,
  city: /\b(city|town|ort|stadt|wohnort|ville|ciudad|citta)\b/,
  region: /\b(state|province|bundesland|county|departement)\b/,
};
const NEVER =
  /\b(opt|consent|accepts|sent|opened|clicks?|count|status|type|group|since|date|marketing|service|lines?)\b/;
const FULL_NAME = /^((full|customer|client|contact|buyer|billing|shipping|kunden?) ?)?name$/;
const ROLES: Readonly<Partial<Record<FieldKind, Role>>> = {
  email: 'email',
  phone: 'phone',
  country: 'country',
};

/**
 * Which columns of the customers fill which kind of field: by role, by what the cells are (e-mails), else by name. A
 * full name fills first and last name where neither has a column of its own.
 * @param roles roles of columns beside those the tables know
 */
export function proposeFields(contacts: Contacts, roles: ReadonlyMap<string, Role>): Proposed {
  const columns = contacts.columns().filter(({ kind }) => kind === 'text' || kind === 'number');
  const texts = columns.filter(
    ({ name, kind }) =>
      kind === 'text' || WORDS.phone.test(plainWords(name)) || WORDS['postal-code'].test(plainWords(name)),
  );
  const roleOf = (name: string) => metaOf(contacts.customers).roles.get(name) ?? roles.get(name);
  const found: Proposed = {};
  for (const is of Object.keys(WORDS) as (keyof typeof WORDS)[]) {
    const fits = ({ name }: ContactColumn) => {
      const words = plainWords(name);
      return WORDS[is].test(words) && !NEVER.test(words);
    };
    const byRole = texts.find(({ name }) => ROLES[is] !== undefined && roleOf(name) === ROLES[is]);
    const named = texts.filter(fits);
    const best =
      is === 'email' ? (byRole ?? mails(contacts, named) ?? mails(contacts, texts)) : (byRole ?? named[0]);
    if (best) found[is] = { column: best.name };
  }
  const whole = texts.find(({ name }) => FULL_NAME.test(plainWords(name)));
  if (whole && !found['first-name'] && !found['last-name']) {
    found['first-name'] = { column: whole.name, part: 'first' };
    found['last-name'] = { column: whole.name, part: 'last' };
  }
  return found;
}

/** The first whose texts mostly are addresses. */
function mails(contacts: Contacts, columns: readonly ContactColumn[]): ContactColumn | undefined {
  return columns.find(({ name }) => {
    const column = contacts.sample(name);
    return (
      column?.kind === 'text' &&
      !isBlank(column) &&
      mostTexts(column, 0.5, (text) => campaignEMail(text) !== null)
    );
  });
}

/** The columns for the fields of a destination, by header. */
export function fieldsFor({ fields }: Destination, proposed: Proposed): Record<string, FieldSource> {
  const filled = fields.flatMap(({ header, is }) => {
    const source = is === 'text' ? undefined : proposed[is];
    return source ? [[header, source] as const] : [];
  });
  return Object.fromEntries(filled);
}
