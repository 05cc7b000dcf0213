import { chosenOnly, type CatalogueEntry } from './entry';

export const PUT_RIGHT: readonly CatalogueEntry[] = [
  {
    op: 'repair-text',
    group: 'Put right',
    title: 'Repair text decoded wrongly',
    about: 'Letters such as Ã© that were é before another program got hold of them.',
    words: 'encoding utf-8 umlaut accent mojibake',
    kinds: ['text'],
    start: (_, chosen) => ({ columns: chosenOnly(chosen, ['text']), from: 'windows-1252' }),
  },
];
