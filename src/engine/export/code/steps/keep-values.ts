import { keepValues } from '../../../steps/keep-values';
import { writerOf } from '../writer';

export const keepValuesWriter = writerOf(keepValues, {
  sql(sql, { params: { column, values, blanks } }) {
    const cell = sql.ref(column);
    const wanted = `${cell} IN (${values.map((value) => sql.text(value)).join(', ')})`;
    sql.where(blanks === 'keep' ? `(${wanted} OR ${cell} IS NULL)` : wanted);
  },
  python(python, { params: { column, values, blanks } }) {
    const cell = python.column(column);
    const wanted = `${cell}.isin(${python.value(values)})`;
    python.line(`table = table[${blanks === 'keep' ? `${wanted} | ${cell}.isna()` : wanted}]`);
  },
});
