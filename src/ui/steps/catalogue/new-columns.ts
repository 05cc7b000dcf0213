import { COLUMN_STEPS } from './column-steps';
import { ANY_KIND, chosenOnly, chosenOrFirst, type CatalogueEntry } from './entry';
import { freeName } from './text';

export const NEW_COLUMNS: readonly CatalogueEntry[] = [
  {
    op: 'formula',
    group: 'New columns',
    title: 'Calculate a column',
    about: 'Written as in a spreadsheet: [Quantity] * [Price], if, dates, figures for each customer.',
    words:
      'formula calculated field expression compute if ratio sum average rank lag cumulative percentile weekday',
    kinds: ANY_KIND,
    start: (columns, chosen) => ({
      as: freeName('calculated', columns),
      formula: chosen === null ? '' : `[${chosen.name.replaceAll(']', ']]')}]`,
    }),
  },
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
  {
    op: 'transform',
    group: 'New columns',
    title: 'Even out, rank or cap numbers',
    about:
      'Logarithm, square root, Box–Cox, Yeo–Johnson, ranks, winsorising: so that a few large values do not rule.',
    words: 'transform log sqrt power skew skewed normal winsorize quantile tail box cox yeo johnson',
    kinds: ['number'],
    start: (_, chosen) => ({ columns: chosenOnly(chosen, ['number']), with: 'log1p' }),
  },
  {
    op: 'scale',
    group: 'New columns',
    title: 'Put numbers on one scale',
    about:
      'Standard scores, 0 to 1, median and quartiles or unit length: so that no unit rules the distance.',
    words: 'scale standardise standardize normalise normalize z score min max robust unit vector',
    kinds: ['number'],
    start: (_, chosen) => ({ columns: chosenOnly(chosen, ['number']), with: 'z' }),
  },
  ...COLUMN_STEPS,
];
