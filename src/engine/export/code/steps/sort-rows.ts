import { sortRows } from '../../../steps/sort-rows';
import { selectOf } from '../sql/script';
import { writerOf } from '../writer';

/** Rows are numbered anew; blanks come last either way. */
export const sortRowsWriter = writerOf(sortRows, {
  needsOrder: () => true,
  sql(sql, { params: { by }, before }) {
    const keys = by.flatMap(({ column, order }) => {
      const cell = sql.ref(column) + (before.kinds.get(column) === 'text' ? sql.dialect.compared : '');
      return [
        `CASE WHEN ${sql.ref(column)} IS NULL THEN 1 ELSE 0 END`,
        `${cell}${order === 'falling' ? ' DESC' : ''}`,
      ];
    });
    const place = `ROW_NUMBER() OVER (ORDER BY ${[...keys, sql.row].join(', ')}) AS ${sql.row}`;
    sql.part(
      [...selectOf([place, ...sql.columns.map((column) => sql.ref(column))]), `FROM ${sql.from}`],
      sql.columns,
    );
  },
  python(python, { params: { by } }) {
    // From the last key to the first, each sort keeping what stood before.
    for (const { column, order } of [...by].reverse())
      python.line(
        `table = table.sort_values(${python.text(column)}, ascending=${order === 'rising' ? 'True' : 'False'}, kind="stable", na_position="last")`,
      );
  },
});
