import { newCondition } from '../filter-drafts';
import { roleOf } from '../role-of';
import { ANY_KIND, chosenOnly, chosenOrFirst, type CatalogueEntry } from './entry';
import { freeName } from './text';

const group = 'Rows and columns';

export const ROWS_AND_COLUMNS: readonly CatalogueEntry[] = [
  {
    op: 'filter-rows',
    group,
    title: 'Filter rows',
    about: 'Keep or set aside rows by conditions on numbers, words, dates and blanks.',
    words: 'filter select where condition only exclude',
    kinds: ANY_KIND,
    start(columns, chosen) {
      const first = chosen ?? columns[0];
      if (!first) return null;
      const { column, is } = newCondition(first.name, first.kind);
      return { match: 'all', rows: 'keep', conditions: [{ column, is, value: '' }] };
    },
  },
  {
    op: 'keep-values',
    group,
    title: 'Keep rows with certain words',
    about: 'One country, two shops: all other rows are set aside.',
    words: 'filter select where only',
    kinds: ['text'],
    start(columns, chosen) {
      const column = chosenOrFirst(columns, chosen, ['text']);
      return column === null ? null : { column, values: [] };
    },
  },
  {
    op: 'sort-rows',
    group,
    title: 'Sort rows',
    about: 'By one column or several; blanks come last.',
    words: 'order arrange ascending descending',
    kinds: ANY_KIND,
    start(columns, chosen) {
      const column = chosenOrFirst(columns, chosen, ANY_KIND);
      return column === null ? null : { by: [{ column, order: 'rising' }] };
    },
  },
  {
    op: 'sample-rows',
    group,
    title: 'Keep some rows by chance',
    about: 'A tenth of the customers with all their rows, a thousand rows to try things on.',
    words: 'sample random draw subset',
    kinds: [],
    start: (columns) => ({
      share: 0.1,
      ...Object.fromEntries(
        columns.flatMap(({ name, role }) => (role === 'customer' ? [['by', name] as const] : [])),
      ),
    }),
  },
  {
    op: 'rename-columns',
    group,
    title: 'Rename columns',
    about: 'Steps behind know them by the new names.',
    words: 'name header title call',
    kinds: ANY_KIND,
    start: (_, chosen) => ({ names: chosenOnly(chosen, ANY_KIND).map((column) => ({ column, as: column })) }),
  },
  {
    op: 'remove-columns',
    group,
    title: 'Remove columns',
    about: 'Those not needed, or all but a few.',
    words: 'drop delete select keep only',
    kinds: ANY_KIND,
    start: (_, chosen) => ({ columns: chosenOnly(chosen, ANY_KIND) }),
  },
  {
    op: 'move-columns',
    group,
    title: 'Move columns',
    about: 'Other columns first in the table and in the lists that are written.',
    words: 'order reorder arrange position',
    kinds: ANY_KIND,
    start: (_, chosen) => ({ columns: chosenOnly(chosen, ANY_KIND), to: 'front' }),
  },
  {
    op: 'set-role',
    group,
    title: 'Say what a column is',
    about: 'The customer, the date, the amount: what the automatic steps go by.',
    words: 'role mark meaning identifier key',
    kinds: ANY_KIND,
    start(columns, chosen) {
      const column = chosenOrFirst(columns, chosen, ANY_KIND);
      return column === null ? null : { column, role: roleOf(columns, column) };
    },
  },
  {
    op: 'unpivot',
    group,
    title: 'Put columns below one another',
    about: 'Wide to long: a column for each month becomes a row for each month.',
    words: 'unpivot melt reshape pivot wide long gather',
    kinds: ANY_KIND,
    start: (columns, chosen) => ({
      columns: chosenOnly(chosen, ANY_KIND),
      name: freeName('name', columns),
      value: freeName('value', columns),
    }),
  },
];
