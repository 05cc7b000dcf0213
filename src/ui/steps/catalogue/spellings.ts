import { chosenOrFirst, type CatalogueEntry } from './entry';

const kinds = ['text'] as const;

export const SPELLINGS: readonly CatalogueEntry[] = [
  {
    op: 'merge-spellings',
    group: 'Spellings',
    title: 'Write spellings in one way',
    about: 'Countries, towns, products written in several ways or mistyped: groups to accept.',
    words: 'merge near fuzzy cluster typo misspelt variants similar fingerprint',
    kinds,
    start(columns, chosen) {
      const column = chosenOrFirst(columns, chosen, kinds);
      return column === null ? null : { column, merges: [] };
    },
  },
];
