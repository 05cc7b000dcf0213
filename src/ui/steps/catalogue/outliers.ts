import { chosenOrFirst, type CatalogueEntry } from './entry';

export const OUTLIERS: readonly CatalogueEntry[] = [
  {
    op: 'limit',
    group: 'Outliers',
    title: 'Keep a column within bounds',
    about: 'Ages from 0 to 120, dates up to today; what lies outside becomes blank or goes.',
    words: 'range minimum maximum impossible extreme',
    kinds: ['number', 'date'],
    start(columns, chosen) {
      const column = chosenOrFirst(columns, chosen, ['number', 'date']);
      return column === null ? null : { column, outside: 'blank' };
    },
  },
];
