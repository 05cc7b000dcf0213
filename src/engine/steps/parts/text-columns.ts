import * as v from 'valibot';
import { ColumnNames } from '../../recipe/schema';
import type { Kind } from '../../table/columns';

interface WithColumns {
  columns: readonly string[];
}

/** What every step says that writes text columns anew in their place. */
export const inTextColumns = {
  reads: ({ columns }: WithColumns) => columns,
  needs: ({ columns }: WithColumns) =>
    columns.map((column) => [column, ['text'] as readonly Kind[]] as const),
  adds: () => [],
  makes: ({ columns }: WithColumns) => columns.map((column) => [column, 'text' as Kind] as const),
};

/** The parameter `columns`, to be spread into the others. */
export const textColumns = { columns: ColumnNames };

/** A check that at least one of the other parameters is there. */
export const somethingToDo = <T extends WithColumns>() =>
  v.check<T, string>((params) => Object.keys(params).length > 1, 'nothing to do');
