import type { ColumnHead } from '../../../workers/api';
import { ANY_KIND, chosenOrFirst, type CatalogueEntry } from './entry';

const group = 'New columns';
const FEW_VALUES = 50;
const kinds = ['text', 'boolean', 'number'] as const;

/** Steps that make columns out of others of any kind. */
export const COLUMN_STEPS: readonly CatalogueEntry[] = [
  {
    op: 'encode',
    group,
    title: 'Turn words into numbers',
    about: 'A column for each value (one-hot), numbers in an order, or how frequent each value is.',
    words: 'encode onehot one-hot dummy dummies category ordinal order frequency',
    kinds,
    start(columns, chosen) {
      const column = chosenOrFirst(columns, chosen ?? likely(columns), kinds);
      return column === null ? null : { column, with: 'one-hot', most: 10 };
    },
  },
  {
    op: 'date-parts',
    group,
    title: 'Take parts of a date',
    about: 'Month, weekday, hour, season, fiscal year, days since, age.',
    words: 'year quarter month week iso day weekday weekend hour season fiscal age calendar until',
    kinds: ['date'],
    start(columns, chosen) {
      const column = chosenOrFirst(columns, chosen, ['date']);
      return column === null ? null : { column, parts: ['month', 'weekday'] };
    },
  },
  {
    op: 'combine',
    group,
    title: 'Combine columns',
    about: 'Put words together, add up or divide numbers, count the days between two dates.',
    words: 'concatenate merge join sum mean ratio difference product minimum maximum divide',
    kinds: ANY_KIND,
    start(columns, chosen) {
      const kind = chosen?.kind;
      const how = kind === 'number' ? 'sum' : kind === 'date' ? 'days-between' : 'concatenate';
      if (how === 'concatenate') return { how, columns: chosen ? [chosen.name] : [], separator: ' ', as: '' };
      return columns.length === 0 ? null : { how, columns: [chosen!.name], as: '' };
    },
  },
  {
    op: 'text-to-numbers',
    group,
    title: 'Tell numbers of a text',
    about: 'Its length, how many words and digits, whether it contains something, the e-mail domain.',
    words: 'length count word contain search digit capital uppercase domain email text',
    kinds: ['text'],
    start(columns, chosen) {
      const words = columns.find(
        ({ kind, role }) => kind === 'text' && role !== 'customer' && role !== 'order',
      );
      const column = chosenOrFirst(columns, chosen ?? words ?? null, ['text']);
      return column === null ? null : { column, parts: ['length'] };
    },
  },
];

/** The first column of words, or yes and no, that says of what kind a row is, not who or which. */
const likely = (columns: readonly ColumnHead[]): ColumnHead | null =>
  columns.find(
    ({ kind, role, distinct }) =>
      (kind === 'text' || kind === 'boolean') &&
      (role === null || role === 'country') &&
      distinct <= FEW_VALUES,
  ) ?? null;
