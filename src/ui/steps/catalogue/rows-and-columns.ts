import { chosenOrFirst, type CatalogueEntry } from './entry';

export const ROWS_AND_COLUMNS: readonly CatalogueEntry[] = [
  {
    op: 'keep-values',
    group: 'Rows and columns',
    title: 'Keep rows with certain words',
    about: 'One country, two shops: all other rows are set aside.',
    words: 'filter select where only',
    kinds: ['text'],
    start(columns, chosen) {
      const column = chosenOrFirst(columns, chosen, ['text']);
      return column === null ? null : { column, values: [] };
    },
  },
];
