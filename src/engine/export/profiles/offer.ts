import { isFlag } from '../../insight/is-flag';
import { plainWords } from '../../insight/role-words';
import { segmentColumns } from '../../insight/segment-columns';
import { standardCountry } from '../../steps/standardise/country';
import { isBlank } from '../../table/columns';
import { metaOf, type Role } from '../../table/meta';
import { columnAs } from '../../table/table';
import type { Work } from '../../work';
import type { ConsentChoice, FieldSource } from './choice';
import { consentValues, meansYes, type ConsentValue } from './consent';
import type { ContactColumn, Contacts } from './contacts';
import type { Destination } from './destination';
import { DESTINATIONS } from './destinations';
import { cellTexts } from './cell-texts';
import { fieldsFor, proposeFields, type Proposed } from './propose';

/** A destination as a person chooses for it. */
export interface OfferedDestination extends Pick<
  Destination,
  'id' | 'needs' | 'segment' | 'properties' | 'hashing' | 'limits' | 'least'
> {
  /** In the order of the file; `hashed`: its cells can be. */
  fields: readonly { header: string; is: Destination['fields'][number]['is']; hashed: boolean }[];
  /** What fills them, as far as that is known, by header. */
  proposed: Readonly<Record<string, FieldSource>>;
}

/** What there is to choose from. */
export interface CampaignOffer {
  destinations: readonly OfferedDestination[];
  columns: readonly ContactColumn[];
  /** Names of those that can say who agreed: of numbers those of 0 and 1 alone, of texts those of at most 100 values, no dates. */
  answering: readonly string[];
  /** What the customers are known by; null where they have no number. */
  key: string | null;
  /** Whether some destination can tell who the customers are. */
  reachable: boolean;
  consent: (ConsentChoice & { values: readonly ConsentValue[] }) | null;
  /** Of rows that name none: the country of at least half of the customers who name one. */
  country: string | null;
}

const CONSENT =
  /\b(consent|opt ?in|opted ?in|opt ?out|gdpr|dsgvo|einwilligung|newsletter|accepts (e ?mail |sms )?marketing|subscribed?|unsubscribed?)\b/;
/** More values than this are no answer to one question. */
const MOST_ANSWERS = 12;
/** More than these are no answers at all, and could not be ticked: numbers of orders, names, addresses. */
const MOST_OFFERED = 100;

/** What files for services can be made of these customers. @param roles of columns of the file. @throws Stopped */
export async function campaignOffer(
  contacts: Contacts,
  roles: ReadonlyMap<string, Role>,
  work: Work,
): Promise<CampaignOffer> {
  const proposed = proposeFields(contacts, roles);
  const destinations = DESTINATIONS.map((destination) => offered(destination, proposed));
  const answering = contacts.columns().filter((one) => mayAnswer(contacts, one));
  const column = consentColumn(contacts, answering, roles);
  return {
    destinations,
    columns: contacts.columns(),
    answering: answering.map(({ name }) => name),
    key: metaOf(contacts.customers).key,
    reachable: destinations.some(({ needs, proposed }) =>
      needs.some((all) => all.every((one) => proposed[one])),
    ),
    consent: column === null ? null : await consentIn(contacts, column, work),
    country: await usualCountry(contacts, proposed, work),
  };
}

const offered = (destination: Destination, proposed: Proposed): OfferedDestination => {
  const { id, needs, segment, properties, hashing, limits, least } = destination;
  return {
    ...{ id, needs, segment, properties, hashing, limits },
    ...(least !== undefined && { least }),
    fields: destination.fields.map(({ header, is, hashed }) => ({
      header,
      is,
      hashed: hashed !== undefined,
    })),
    proposed: fieldsFor(destination, proposed),
  };
};

/** What a column says of who agreed. @throws EngineError `missing-column`; Stopped */
export async function consentIn(
  contacts: Contacts,
  name: string,
  work: Work,
): Promise<ConsentChoice & { values: readonly ConsentValue[] }> {
  const column = await contacts.answers(name, (value) => meansYes(name, value), work);
  const labels = segmentColumns(contacts.customers);
  const ids = labels && columnAs(contacts.customers, labels.id, 'number').values;
  const values = column ? consentValues(name, column, ids) : [];
  return { column: name, values, yes: values.filter(({ yes }) => yes).map(({ value }) => value) };
}

function mayAnswer(contacts: Contacts, { name, kind }: ContactColumn): boolean {
  const column = contacts.sample(name)!;
  if (kind === 'date' || isBlank(column)) return false;
  if (column.kind === 'text') return column.dictionary.size <= MOST_OFFERED;
  return column.kind !== 'number' || isFlag(column.values);
}

function consentColumn(
  contacts: Contacts,
  all: readonly ContactColumn[],
  roles: ReadonlyMap<string, Role>,
): string | null {
  const known = metaOf(contacts.customers).roles;
  const byRole = all.find(({ name }) => (known.get(name) ?? roles.get(name)) === 'consent');
  const byName = all.find(({ name }) => CONSENT.test(plainWords(name)) && hasFewValues(contacts, name));
  return (byRole ?? byName)?.name ?? null;
}

function hasFewValues(contacts: Contacts, name: string): boolean {
  const column = contacts.sample(name)!;
  if (column.kind === 'text') return column.dictionary.size <= MOST_ANSWERS;
  const text = cellTexts(column);
  const seen = new Set<string>();
  for (let row = 0; row < column.length && seen.size <= MOST_ANSWERS; row++) seen.add(text(row));
  return seen.size <= MOST_ANSWERS;
}

async function usualCountry(contacts: Contacts, { country }: Proposed, work: Work): Promise<string | null> {
  const column = country && (await contacts.column(country.column, work));
  if (column?.kind !== 'text') return null;
  const perCode = new Uint32Array(column.dictionary.size);
  for (const code of column.codes) if (code < perCode.length) perCode[code]!++;
  const counts = new Map<string, number>();
  perCode.forEach((count, code) => {
    const known = count > 0 ? standardCountry(column.dictionary.text(code), 'alpha-2') : null;
    if (known !== null) counts.set(known, (counts.get(known) ?? 0) + count);
  });
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts].find(([, count]) => count * 2 >= all)?.[0] ?? null;
}
