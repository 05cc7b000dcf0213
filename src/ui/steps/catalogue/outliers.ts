import { chosenOnly, chosenOrFirst, type CatalogueEntry } from './entry';

export const OUTLIERS: readonly CatalogueEntry[] = [
  {
    op: 'outliers',
    group: 'Outliers',
    title: 'Find outliers in a column',
    about: 'By quartiles, median or standard deviations: mark, group, cap, blank or set aside.',
    words: 'extreme iqr tukey z score mad winsorize cap',
    kinds: ['number'],
    start: (_, chosen) => ({ columns: chosenOnly(chosen, ['number']), by: 'iqr', act: 'mark' }),
  },
  {
    op: 'outlier-rows',
    group: 'Outliers',
    title: 'Find rows unusual in several columns',
    about: 'Ordinary in each column, odd in all together: by isolation forest or local outlier factor.',
    words: 'extreme anomaly multivariate isolation forest lof fraud',
    kinds: [],
    start: (columns) => {
      const numbers = columns.filter(({ kind }) => kind === 'number').map(({ name }) => name);
      return numbers.length === 0
        ? null
        : { columns: numbers.slice(0, 6), by: 'isolation-forest', act: 'mark', share: 0.01 };
    },
  },
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
