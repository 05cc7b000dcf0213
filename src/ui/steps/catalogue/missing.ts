import { ANY_KIND, chosenOnly, type CatalogueEntry } from './entry';

export const MISSING: readonly CatalogueEntry[] = [
  {
    op: 'drop-missing',
    group: 'Missing cells',
    title: 'Set aside rows with blanks',
    about: 'Rows without a value in a column you need.',
    words: 'missing null empty drop remove NA',
    kinds: ANY_KIND,
    start: (_, chosen) => ({ columns: chosenOnly(chosen, ANY_KIND) }),
  },
  {
    op: 'fill-missing',
    group: 'Missing cells',
    title: 'Fill blanks',
    about: 'The median of the column, or a value of your own.',
    words: 'missing null empty impute NA default',
    kinds: ['number', 'text'],
    start: (_, chosen) =>
      chosen?.kind === 'text'
        ? { columns: [chosen.name], with: 'constant', value: '' }
        : { columns: chosenOnly(chosen, ['number']), with: 'median' },
  },
];
