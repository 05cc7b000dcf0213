import { unpivot } from '../../../steps/unpivot';
import { selectOf } from '../sql/script';
import { writerOf } from '../writer';

/** One SELECT for each column, laid below one another. */
export const unpivotWriter = writerOf(unpivot, {
  cannot: ({ params, before }) =>
    new Set(params.columns.map((column) => before.kinds.get(column))).size > 1
      ? 'Columns of several kinds are not laid below one another by this code.'
      : null,
  sql(sql, { params }) {
    const others = sql.columns.filter((column) => !params.columns.includes(column));
    const made = [...others, params.name, params.value];
    const place = sql.own('tessera_part');
    const [name, value] = [sql.ref(params.name), sql.ref(params.value)];
    const kept = params.blanks === 'set-aside';
    const selects = params.columns.flatMap((column, at) => [
      ...(at === 0 ? [] : ['UNION ALL']),
      ...selectOf([
        ...(sql.isOrdered ? [`${at} AS ${place}`, sql.row] : []),
        ...others.map((other) => sql.ref(other)),
        `${sql.text(column)} AS ${name}`,
        `${sql.ref(column)} AS ${value}`,
      ]),
      `FROM ${sql.from}`,
      ...(kept ? [`WHERE ${sql.ref(column)} IS NOT NULL`] : []),
    ]);
    if (!sql.isOrdered) {
      sql.part(selects, made);
      return;
    }
    const laid = sql.aside(selects, '_laid');
    const list = [
      `ROW_NUMBER() OVER (ORDER BY ${place}, ${sql.row}) AS ${sql.row}`,
      ...made.map((column) => sql.ref(column)),
    ];
    sql.part([...selectOf(list), `FROM ${laid}`], made);
  },
  python(python, { params }) {
    const columns = python.texts(params.columns);
    const [name, value] = [python.text(params.name), python.text(params.value)];
    python.line(
      `others = [name for name in table.columns if name not in ${columns}]`,
      `table = table.melt(id_vars=others, value_vars=${columns}, var_name=${name}, value_name=${value})`,
    );
    if (params.blanks === 'set-aside') python.line(`table = table.dropna(subset=[${value}])`);
  },
});
