import type {
  CellReason,
  DestinationId,
  Lost,
  OfferedDestination,
  Preflight,
  PreflightWarning,
  RowReason,
} from '../../engine/index';
import { bytes, count, counted, listed, share } from './format';

export const CAMPAIGNS = {
  looking: 'Looking for e-mails and phone numbers…',
  checking: 'Checking each customer…',
  failed: 'That did not work. Choose another column, or open the file again.',
  byHand: 'Choose columns myself',
  addFile: 'Add a customer file',
  lists: 'Customer list',
  where: 'Goes to',
  plan: 'Account',
  segments: 'Segments',
  perSegment: 'A file of its own for each segment',
  fields: 'What goes in',
  properties: 'More columns to take along',
  country: 'Country of rows without one',
  noCountry: 'Leave it open',
  consent: 'Column that says who agreed',
  noConsent: 'No column',
  yes: 'Values that mean yes',
  hash: 'Hash in this tab (SHA-256)',
  guard: 'Put an apostrophe before cells that begin like a formula',
  ofOrders: 'A column of the orders says what the newest order of a customer says that has a value there.',
  notIn: 'Left out',
  segmentName: 'Name of the segment',
} as const;

export const DESTINATION_NAMES: Readonly<Record<DestinationId, string>> = {
  klaviyo: 'Klaviyo',
  mailchimp: 'Mailchimp',
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  'google-ads': 'Google Ads',
  meta: 'Meta',
};

const ABOUT: Readonly<Record<DestinationId, string>> = {
  klaviyo:
    'Profiles, known by e-mail or phone number; the segment is a property. A file holds at most 50 MB.',
  mailchimp:
    'Contacts, known by e-mail; the segment is a tag. Texts hold at most 255 bytes, tags 100 characters.',
  hubspot: 'Contacts, known by e-mail; the segment is a property. A file holds at most 1,048,576 rows.',
  salesforce:
    'Contacts for the import wizard; each needs a last name. A file holds at most 50,000 records and 100 MB.',
  'google-ads':
    'Customer Match: an e-mail, a phone number, or first name, last name, country and postal code together.',
  meta: 'A custom audience, known by e-mail, phone number or name. Lists below 100 people are best avoided.',
};
export const about = (id: DestinationId): string => ABOUT[id];

/** "HubSpot, free: files up to 20 MB". */
export const planName = ({ limits }: OfferedDestination, at: number): string =>
  `${at === 0 ? 'Free' : 'Paid'}: files up to ${bytes(limits[at]?.bytes ?? 0)}`;

/** What is said where nothing tells who customers are. */
export const unreachable = (key: string | null): string =>
  key === null
    ? 'Your file holds neither e-mails nor phone numbers. Add a customer file with e-mails.'
    : `Your file knows customers by ${key} only. Import by that number, or add a customer file with e-mails.`;

const NEEDED: Readonly<Record<DestinationId, string>> = {
  klaviyo: 'an e-mail or a phone number',
  mailchimp: 'an e-mail',
  hubspot: 'an e-mail or a name',
  salesforce: 'a last name',
  'google-ads': 'an e-mail, a phone number, or names with country and postal code',
  meta: 'an e-mail, a phone number or both names',
};
export const needed = (id: DestinationId): string =>
  `${DESTINATION_NAMES[id]} needs ${NEEDED[id]} for each row.`;

/** "3,812 of 4,339 customers go to Klaviyo". */
export function preflightTitle({ written, chosen }: Preflight, id: DestinationId): string {
  const name = DESTINATION_NAMES[id];
  if (chosen === 0) return 'Choose a segment';
  if (written === 0) return `Nobody can go to ${name}`;
  if (written === chosen)
    return chosen === 1 ? `The one customer goes to ${name}` : `All ${count(chosen)} customers go to ${name}`;
  return `${count(written)} of ${counted(chosen, 'customer')} ${written === 1 ? 'goes' : 'go'} to ${name}`;
}

/** "orders-klaviyo.csv, 0.4 MB", "3 files in one zip, 120 MB". */
export function filesLine({ files }: Preflight, names: readonly string[]): string {
  const all = bytes(files.reduce((sum, file) => sum + file.bytes, 0));
  return files.length === 1
    ? `${names[0]!}, ${all}`
    : `${counted(files.length, 'file')} in one zip, ${all} before packing`;
}

const ROW_REASONS: Readonly<Record<Exclude<RowReason, 'no-identifier'>, string>> = {
  'no-consent': 'no consent',
  'bad-email': 'e-mail is not an address',
  'bad-phone': 'phone number is not valid',
  'unknown-country': 'country is not known',
  'no-country': 'country is missing',
  incomplete: 'name or address is not complete',
  refused: 'same person as one who did not agree',
  duplicate: 'same person as another row',
};
const CELL_REASONS: Readonly<Record<CellReason, string>> = {
  'bad-email': 'not an address, left blank',
  'bad-phone': 'not a valid number, left blank',
  'unknown-country': 'not a known country, left blank',
  cut: 'too long, cut',
  formula: 'begins like a formula, given an apostrophe',
};
/** What a row lacks that has nothing the service knows people by. */
const NOTHING: Readonly<Record<DestinationId, string>> = {
  klaviyo: 'no e-mail or phone',
  mailchimp: 'no e-mail',
  hubspot: 'no e-mail or name',
  salesforce: 'no last name',
  'google-ads': 'no e-mail or phone',
  meta: 'no e-mail or phone',
};
export const rowReason = (reason: RowReason, id: DestinationId): string =>
  reason === 'no-identifier' ? NOTHING[id] : ROW_REASONS[reason];
export const cellReason = (reason: CellReason, header: string): string =>
  `${header}: ${CELL_REASONS[reason]}`;

/** "17850: ann(at)example.com", "17850, kept 13047 instead". */
export function example({ who, value, instead }: Lost): string {
  if (instead !== '') return `${who}, kept ${instead} instead`;
  return value === '' ? who : `${who}: ${value}`;
}

export const duplicateNote =
  'Where several customers are the same person, only the one who spent most is written.';

type Unlikely = Extract<PreflightWarning, { code: 'unlikely' }>['columns'][number];

const LOOKS: Readonly<Record<Unlikely['is'], string>> = {
  email: 'e-mail addresses',
  phone: 'phone numbers',
  'first-name': 'names',
  'last-name': 'names',
  country: 'countries',
  'postal-code': 'postal codes',
  city: 'places',
  region: 'regions',
  text: 'texts',
};

/** "Email is filled from Description, of which under 1 % look like e-mail addresses." */
function unlikely({ header, is, column, share: part }: Unlikely): string {
  const some = part === 0 ? 'nothing looks' : `only ${share(part)} look`;
  return `${header} is filled from ${column}, where ${some} like ${LOOKS[is]}.`;
}

/** What is worth knowing before it is imported. @param namesOf what files are called */
export function warning(
  one: PreflightWarning,
  id: DestinationId,
  namesOf: (files: Preflight['files']) => readonly string[],
): string {
  const name = DESTINATION_NAMES[id];
  switch (one.code) {
    case 'unlikely':
      return `${one.columns.map(unlikely).join(' ')} Choose another column, or leave it out.`;
    case 'no-consent-column':
      return 'No column says who agreed to be written to. Make sure that everybody did.';
    case 'small-audience': {
      const some = namesOf(one.files).join(', ');
      return `Fewer than ${one.least} people in ${some}: ${name} advises against lists that small.`;
    }
    case 'split':
      return `More than one file of ${name} may hold, so ${count(one.files)} files, each with its header, in one zip.`;
    case 'over-a-day':
      return `${name} takes ${count(one.daily)} rows a day on this account. Import the rest the day after.`;
    case 'too-many-columns':
      return `${count(one.columns)} columns, and ${name} takes ${count(one.most)}. Take fewer along.`;
    case 'renamed': {
      const names = one.columns.map(({ column, header }) => `${column} goes as ${header}`).join(', ');
      return `${names}: another column of the file has that name.`;
    }
    case 'guarded-headers': {
      const single = one.headers.length === 1;
      return `${listed(one.headers)} ${single ? 'begins like a formula and gets' : 'begin like a formula and get'} an apostrophe in the header.`;
    }
    case 'no-key':
      return `${counted(one.rows, 'row has', 'rows have')} no e-mail: ${name} adds them anew with each import.`;
  }
}

export const downloadFor = (id: DestinationId): string => `Download for ${DESTINATION_NAMES[id]}`;

/** What the table of customers who are not in the file is called. */
export const notWritten = (told: Preflight): string =>
  `Not written: ${counted(told.chosen - told.written, 'customer')}`;

/** What the table of fields that are blank or short in their row is called. */
export const written = ({ changed }: Preflight): string =>
  `Written, with a field left blank or cut: ${counted(changed, 'customer')}`;

/** "3 cells begin like a formula and get an apostrophe." */
export const guarded = (cells: number): string =>
  cells === 1
    ? 'One cell begins like a formula and gets an apostrophe.'
    : `${count(cells)} cells begin like a formula and get an apostrophe.`;

/** The button for the list of what the page counts, named by what is in it. */
export function downloadLost({ chosen, written: all, changed, guarded: cells }: Preflight): string {
  if (chosen === all)
    return changed > 0 ? 'List of the fields left blank or cut' : 'List of the cells with an apostrophe';
  const who = `List of who is not written (${count(chosen - all)})`;
  return changed + cells > 0 ? `${who}, and of changed fields` : who;
}

/** What a full name gives to a field. */
export const partName = (column: string, part: 'first' | 'last'): string =>
  part === 'first' ? `${column}, without its last word` : `${column}, its last word`;
