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
    about: 'Median, mean, most frequent or a value of your own, the row before or after, a line between.',
    words: 'missing null empty impute NA default interpolate forward backward group flag',
    kinds: ANY_KIND,
    start(_, chosen) {
      if (chosen?.kind === 'text') return { columns: [chosen.name], with: 'constant', value: '' };
      return chosen === null || chosen.kind === 'number'
        ? { columns: chosenOnly(chosen, ['number']), with: 'median' }
        : { columns: [chosen.name], with: 'most-frequent' };
    },
  },
  {
    op: 'drop-sparse-columns',
    group: 'Missing cells',
    title: 'Remove columns that are mostly blank',
    about: 'Columns with more blanks than you allow; a later file loses the same ones.',
    words: 'missing null empty sparse drop NA',
    kinds: [],
    start: (columns) =>
      columns.length === 0 ? null : { columns: columns.map(({ name }) => name), above: 0.5 },
  },
];
