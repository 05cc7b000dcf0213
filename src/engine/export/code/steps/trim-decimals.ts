import { trimDecimals } from '../../../steps/trim-decimals';
import { WHITE, WHITE_PYTHON } from '../white-space';
import { columnsThere, writerOf } from '../writer';

export const trimDecimalsWriter = writerOf(trimDecimals, {
  without: columnsThere,
  sql(sql, { params: { columns } }) {
    const { dialect } = sql;
    sql.add(
      columns.map((column) => {
        const cell = sql.ref(column);
        const blank = `[${WHITE}]*`;
        const whole = dialect.isLike(cell, `${blank}[+-]?[0-9]+[.,]0+${blank}`);
        const ends = dialect.replaced(cell, `[.,]0+${blank}$`, "''");
        return [
          column,
          `CASE WHEN ${whole} THEN ${dialect.replaced(ends, `^${blank}`, "''")} ELSE ${cell} END`,
        ];
      }),
    );
  },
  python(python, { params: { columns } }) {
    const blank = `${WHITE_PYTHON}*`;
    python.line(
      `for name in ${python.texts(columns)}:`,
      `    table[name] = table[name].str.replace(r"^${blank}([+-]?[0-9]+)[.,]0+${blank}\\Z", r"\\1", regex=True)`,
    );
  },
});
