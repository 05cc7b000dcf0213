import { chosenOnly, chosenOrFirst, type CatalogueEntry } from './entry';
import { STANDARD_FORMS } from './standard-forms';
import type { ColumnHead } from '../../../workers/api';

const group = 'Text';
const kinds = ['text'] as const;
const columnsOf = (chosen: ColumnHead | null) => chosenOnly(chosen, kinds);

/** A name that no column has yet. */
export function freeName(name: string, columns: readonly ColumnHead[]): string {
  const isTaken = (one: string) => columns.some((column) => column.name === one);
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${name}_${number}`;
  return free;
}

export const TEXT: readonly CatalogueEntry[] = [
  {
    op: 'clean-text',
    group,
    title: 'Clean text',
    about: 'Blanks at the ends, double blanks, capitals, accents, characters that cannot be seen.',
    words: 'trim whitespace spaces case lower upper title unicode diacritics',
    kinds,
    start: (_, chosen) => ({ columns: columnsOf(chosen), blanks: 'collapse', ends: 'trim' }),
  },
  {
    op: 'replace-text',
    group,
    title: 'Find and replace',
    about: 'One text for another, anywhere or in whole cells; by a regular expression too.',
    words: 'search substitute regex pattern swap',
    kinds,
    start: (_, chosen) => ({ columns: columnsOf(chosen), find: '', with: '', as: 'text', where: 'anywhere' }),
  },
  {
    op: 'split-column',
    group,
    title: 'Split a column',
    about: 'First and last name, town and postal code: at a sign, or after so many characters.',
    words: 'separate divide delimiter comma parts',
    kinds,
    start(columns, chosen) {
      const column = chosenOrFirst(columns, chosen, kinds);
      if (column === null) return null;
      const into = [1, 2].map((part) => freeName(`${column} ${part}`, columns));
      return { column, into, delimiter: ' ' };
    },
  },
  {
    op: 'extract',
    group,
    title: 'Take something out of text',
    about: 'The number in a text, the domain of an e-mail address, the first word.',
    words: 'extract regex pattern domain number word',
    kinds,
    start(columns, chosen) {
      const column = chosenOrFirst(columns, chosen, kinds);
      return column === null
        ? null
        : { column, as: freeName(`${column} first word`, columns), what: 'first-word' };
    },
  },
  ...STANDARD_FORMS,
  {
    op: 'trim-decimals',
    group,
    title: 'Write numbers without .0',
    about: 'Customer numbers such as 17850.0 as 17850.',
    words: 'decimal zero identifier trim',
    kinds,
    start: (_, chosen) => ({ columns: columnsOf(chosen) }),
  },
];
