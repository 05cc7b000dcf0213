import { chosenOrFirst, type CatalogueEntry } from './entry';

export const NEW_COLUMNS: readonly CatalogueEntry[] = [
  {
    op: 'bin',
    group: 'New columns',
    title: 'Put numbers into bins',
    about: 'Ages as 18 to 24, spend as low, middle and high; a later file falls into the same bins.',
    words: 'band range class category interval quantile quartile decile jenks cut group',
    kinds: ['number'],
    start(columns, chosen) {
      const column = chosenOrFirst(columns, chosen, ['number']);
      return column === null ? null : { column, by: 'count', bins: 5 };
    },
  },
];
