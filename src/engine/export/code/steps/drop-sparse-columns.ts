import { dropSparseColumns } from '../../../steps/drop-sparse-columns';
import { writerOf } from '../writer';

export const dropSparseColumnsWriter = writerOf(dropSparseColumns, {
  gone: ({ fit }) => fit.columns,
  sql(sql, { fit }) {
    const left = sql.columns.filter((column) => !fit.columns.includes(column));
    if (fit.columns.length === 0) sql.note();
    else sql.select(left.map((column) => [column, sql.ref(column)]));
  },
  python(python, { fit }) {
    if (fit.columns.length > 0) python.line(`table = table.drop(columns=${python.texts(fit.columns)})`);
  },
});
