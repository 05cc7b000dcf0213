import { dropMissing } from '../../../steps/drop-missing';
import { all } from '../sql/cases';
import { writerOf } from '../writer';

/** So many of the columns may be blank. */
const mostBlank = (above: number, columns: number): number => Math.floor(above * columns + 1e-9);

export const dropMissingWriter = writerOf(dropMissing, {
  sql(sql, { params: { columns, above = 0 } }) {
    const names = columns.map((column) => sql.ref(column));
    if (above === 0) {
      sql.where(all(names.map((name) => `${name} IS NOT NULL`)));
      return;
    }
    const blanks = names.map((name) => `CASE WHEN ${name} IS NULL THEN 1 ELSE 0 END`).join(' + ');
    sql.where(`${blanks} <= ${mostBlank(above, columns.length)}`);
  },
  python(python, { params: { columns, above = 0 } }) {
    if (above === 0) python.line(`table = table.dropna(subset=${python.texts(columns)})`);
    else
      python.line(
        `blanks = table[${python.texts(columns)}].isna().sum(axis=1)`,
        `table = table[blanks <= ${mostBlank(above, columns.length)}]`,
      );
  },
});
