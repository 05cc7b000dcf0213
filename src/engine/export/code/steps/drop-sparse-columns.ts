import { dropSparseColumns } from '../../../steps/drop-sparse-columns';
import { columnsThere, type Said, writerOf } from '../writer';

type SparseSaid = Said<{ columns: string[] }, { columns: string[] }>;

/** Those learnt to be sparse, of the columns that were asked for. */
const gone = ({ params, fit }: SparseSaid): string[] =>
  fit.columns.filter((column) => params.columns.includes(column));

export const dropSparseColumnsWriter = writerOf(dropSparseColumns, {
  without: columnsThere,
  gone,
  sql(sql, said) {
    const sparse = gone(said);
    const left = sql.columns.filter((column) => !sparse.includes(column));
    if (sparse.length === 0) sql.note();
    else sql.select(left.map((column) => [column, sql.ref(column)]));
  },
  python(python, said) {
    const sparse = gone(said);
    if (sparse.length > 0) python.line(`table = table.drop(columns=${python.texts(sparse)})`);
  },
});
