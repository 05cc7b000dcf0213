import type { ColumnHead } from '../../workers/api';

/** What a column is taken for; of several by its name the first that is taken for something. Null: for nothing. */
export const roleOf = (
  columns: readonly Pick<ColumnHead, 'name' | 'role'>[],
  name: string,
): ColumnHead['role'] => columns.find((one) => one.name === name && one.role !== null)?.role ?? null;
