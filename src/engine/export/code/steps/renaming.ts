import { moveColumns } from '../../../steps/move-columns';
import { removeColumns } from '../../../steps/remove-columns';
import { renameColumns } from '../../../steps/rename-columns';
import { setRole } from '../../../steps/set-role';
import { columnsThere, type StepWriter, writerOf } from '../writer';

export const renameColumnsWriter = writerOf(renameColumns, {
  without({ names }, isThere) {
    const there = names.filter(({ column }) => isThere(column));
    const gone = new Set(names.flatMap(({ column }) => (isThere(column) ? [] : [column])));
    // A name that only gets free by the step may still stand there.
    return { names: there.some(({ as }) => gone.has(as)) ? names : there };
  },
  sql(sql, { params: { names } }) {
    const as = new Map(names.map(({ column, as: name }) => [column, name]));
    sql.select(sql.columns.map((column) => [as.get(column) ?? column, sql.ref(column)]));
  },
  python(python, { params: { names } }) {
    const as = Object.fromEntries(names.map(({ column, as: name }) => [column, name]));
    python.line(`table = table.rename(columns=${python.value(as)})`);
  },
});

export const removeColumnsWriter = writerOf(removeColumns, {
  without: columnsThere,
  sql(sql, { params: { columns } }) {
    const left = sql.columns.filter((column) => !columns.includes(column));
    sql.select(left.map((column) => [column, sql.ref(column)]));
  },
  python(python, { params: { columns } }) {
    python.line(`table = table.drop(columns=${python.texts(columns)})`);
  },
});

type Move = Parameters<typeof moveColumns.describe>[0];

/** The columns in their order afterwards. */
function moved(there: readonly string[], params: Move): string[] {
  const rest = there.filter((column) => !params.columns.includes(column));
  if ('before' in params) {
    const at = rest.indexOf(params.before);
    return [...rest.slice(0, at), ...params.columns, ...rest.slice(at)];
  }
  return params.to === 'front' ? [...params.columns, ...rest] : [...rest, ...params.columns];
}

export const moveColumnsWriter = writerOf(moveColumns, {
  without: columnsThere,
  sql(sql, { params }) {
    sql.select(moved(sql.columns, params).map((column) => [column, sql.ref(column)]));
  },
  python(python, { params }) {
    python.line(
      `moved = ${python.texts(params.columns)}`,
      'rest = [name for name in table if name not in moved]',
    );
    if ('before' in params)
      python.line(
        `at = rest.index(${python.text(params.before)})`,
        'table = table[rest[:at] + moved + rest[at:]]',
      );
    else python.line(`table = table[${params.to === 'front' ? 'moved + rest' : 'rest + moved'}]`);
  },
});

/** Says what a column is; the cells stay. */
export const setRoleWriter: StepWriter = {
  ...writerOf(setRole, { sql: (sql) => sql.note(), python: () => undefined }),
  isSentence: true,
};
