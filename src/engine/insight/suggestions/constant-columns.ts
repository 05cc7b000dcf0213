import type { Draft, Studied } from './suggestion';

/** Columns that say the same in every row; one suggestion for all of them. */
export function constantColumns({ understanding, read }: Studied): Draft[] {
  const { rows } = understanding.report;
  if (rows < 2) return [];
  const columns = understanding.columns
    .filter(({ name, distinct, missing }) => distinct === 1 && missing === 0 && !read.has(name))
    .map(({ name }) => name);
  if (columns.length === 0) return [];
  return [
    {
      code: 'constant',
      columns,
      step: { op: 'remove-columns', params: { columns } },
      effect: { columns: columns.length },
    },
  ];
}
