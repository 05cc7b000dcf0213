import { chosenOnly, type CatalogueEntry } from './entry';

export const TEXT: readonly CatalogueEntry[] = [
  {
    op: 'trim-decimals',
    group: 'Text',
    title: 'Write numbers without .0',
    about: 'Customer numbers such as 17850.0 as 17850.',
    words: 'decimal zero identifier trim',
    kinds: ['text'],
    start: (_, chosen) => ({ columns: chosenOnly(chosen, ['text']) }),
  },
];
