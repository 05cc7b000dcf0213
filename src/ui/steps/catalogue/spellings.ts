import type { ColumnHead } from '../../../workers/api';
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
      const column = chosenOrFirst(columns, chosen ?? likely(columns), kinds);
      return column === null ? null : { column, merges: [] };
    },
  },
];

/** The first text column that does not tell rows apart, as names of customers and orders do. */
function likely(columns: readonly ColumnHead[]): ColumnHead | null {
  const most = Math.max(...columns.map(({ distinct }) => distinct));
  return (
    columns.find(({ kind, role, distinct }) => kind === 'text' && role === null && distinct < most) ?? null
  );
}
