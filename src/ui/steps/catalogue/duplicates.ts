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
];
