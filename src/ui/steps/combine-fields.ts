import type { Kind } from '../../engine/index';
import type { ColumnHead } from '../../workers/api';

export const COMBINE_WAYS = [
  { value: 'concatenate', label: 'put their words together' },
  { value: 'sum', label: 'add them up' },
  { value: 'mean', label: 'mean' },
  { value: 'min', label: 'least' },
  { value: 'max', label: 'greatest' },
  { value: 'product', label: 'multiply them' },
  { value: 'difference', label: 'one less another' },
  { value: 'ratio', label: 'one divided by another' },
  { value: 'days-between', label: 'days between two dates' },
];

/** What the two columns of a way are called; null of ways that take several. */
export const pairOf = (how: string): readonly [string, string] | null =>
  how === 'difference'
    ? ['Take', 'Less']
    : how === 'ratio'
      ? ['Divide', 'By']
      : how === 'days-between'
        ? ['From', 'To']
        : null;

const KINDS: Record<string, readonly Kind[]> = {
  concatenate: ['text', 'number', 'date', 'boolean'],
  'days-between': ['date'],
};

/** Columns a way can take, by name. */
export const usableIn = (how: string, columns: readonly ColumnHead[]): string[] =>
  columns.filter(({ kind }) => (KINDS[how] ?? ['number']).includes(kind)).map(({ name }) => name);

const NAMES: Record<string, (columns: readonly string[]) => string> = {
  concatenate: (columns) => columns.join('_'),
  sum: () => 'total',
  mean: () => 'mean',
  min: () => 'least',
  max: () => 'greatest',
  product: () => 'product',
  difference: ([one, other]) => `${one}_less_${other}`,
  ratio: ([one, other]) => `${one}_per_${other}`,
  'days-between': ([from, to]) => `days_${from}_to_${to}`,
};

/** What the new column is called where no name is written. */
export const nameFor = (how: string, columns: readonly string[]): string =>
  NAMES[how]?.(columns) ?? 'combined';

export const COMBINE_HINTS: Record<string, string> = {
  concatenate: 'Blanks are passed over.',
  sum: 'Blanks are passed over; a row of blanks stays blank.',
  mean: 'Of the cells with a value.',
  product: 'Of the cells with a value.',
  difference: 'Blank where one of them is.',
  ratio: 'Blank where one of them is, or what it is divided by is 0.',
  'days-between': 'Calendar days; below 0 where the second is earlier.',
};
