import type { ColumnHead } from '../../../workers/api';
import type { Params } from '../step-form';
import { ANY_KIND, chosenOnly, type CatalogueEntry } from './entry';

export const DUPLICATES: readonly CatalogueEntry[] = [
  {
    op: 'drop-duplicates',
    group: 'Duplicates',
    title: 'Drop exact copies',
    about: 'Rows that equal an earlier one in every cell.',
    words: 'duplicates double twice repeated',
    kinds: [],
    start: () => ({}),
  },
  {
    op: 'drop-duplicates',
    group: 'Duplicates',
    title: 'Drop rows with the same key',
    about:
      'One row for each customer number, e-mail or order: the first, the last, the most recent or complete.',
    words: 'duplicates unique key columns',
    kinds: ANY_KIND,
    start: (_, chosen) => ({ columns: chosenOnly(chosen, ANY_KIND) }),
  },
  {
    op: 'merge-customers',
    group: 'Duplicates',
    title: 'Merge customers who stand twice',
    about: 'Same e-mail or phone, or names alike: pairs to accept or refuse.',
    words: 'duplicates near fuzzy match dedupe person golden record',
    kinds: [],
    start: startMerging,
  },
];

/** Begins with the columns whose role or name says what they are. */
function startMerging(columns: readonly ColumnHead[]): Params | null {
  if (columns.length === 0) return null;
  const withRole = (role: string) => columns.find((column) => column.role === role)?.name;
  const texts = columns.filter(({ kind }) => kind === 'text');
  const called = (pattern: RegExp) => texts.find(({ name }) => pattern.test(name))?.name;
  const email = withRole('email') ?? called(/e-?mail/i);
  const phone = withRole('phone') ?? called(/phone|telefon|mobil/i);
  const parts = [called(/first|vorname|prenom|given/i), called(/last|surname|nachname|family/i)];
  const whole = withRole('name') ?? called(/^(full|customer)?[ _-]?name$/i);
  const name = parts.every((part) => part !== undefined) ? parts : whole === undefined ? [] : [whole];
  const key = withRole('customer') ?? email ?? columns[0]!.name;
  return {
    key,
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(name.length > 0 && { name }),
    keep: 'most-complete',
  };
}
