import { fillMissing, type FillFit } from '../../../steps/fill-missing';
import { flagColumn, groupedBy, type Params } from '../../../steps/fill-missing/params';
import { learntFor } from '../../../steps/parts/learnt';
import type { Kind } from '../../../table/columns';
import { firstOf } from '../sql/cases';
import { selectOf, type SqlScript } from '../sql/script';
import type { PythonScript } from '../python/script';
import { columnsThere, type Said, writerOf } from '../writer';

type FillSaid = Said<Params, FillFit>;

const CARRIES: readonly Params['with'][] = ['forward', 'backward'];
const LINES: readonly Params['with'][] = ['linear', 'time'];
const groupKind = ({ params, before }: FillSaid): Kind | undefined =>
  before.kinds.get(groupedBy(params) ?? '');

export const fillMissingWriter = writerOf(fillMissing, {
  without: columnsThere,
  cannot: (said) => {
    const { params, target } = said;
    if (LINES.includes(params.with) && target !== 'python')
      return 'Blanks on a line between their neighbours are not written in SQL.';
    if (CARRIES.includes(params.with)) return null;
    const kind = groupKind(said);
    return kind === undefined || kind === 'text'
      ? null
      : 'Values were learnt for groups that are no text, whose words only the file knows.';
  },
  needsOrder: ({ params }) => CARRIES.includes(params.with),
  sql(sql, said) {
    const { params } = said;
    if (params.flag)
      sql.add(params.columns.map((column) => [flagColumn(column), `${sql.ref(column)} IS NULL`]));
    if (CARRIES.includes(params.with)) carrySql(sql, said);
    else sql.add(params.columns.map((column) => [column, filledSql(sql, said, column)]));
  },
  python(python, said) {
    const { params } = said;
    if (params.flag)
      for (const column of params.columns)
        python.line(`${python.column(flagColumn(column))} = ${python.column(column)}.isna()`);
    for (const column of params.columns) fillPython(python, said, column);
  },
});

function literal(sql: SqlScript, kind: Kind | undefined, value: string | number | boolean): string {
  if (typeof value === 'number') return sql.number(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return kind === 'date' ? sql.dialect.momentFrom(sql.text(value)) : sql.text(value);
}

function filledSql(sql: SqlScript, { params, fit, before }: FillSaid, column: string): string {
  const kind = before.kinds.get(column);
  const learnt = params.with === 'constant' ? null : learntFor(fit.columns, column);
  const value = learnt ? learnt.value : (params as { value: string | number | boolean }).value;
  const all = literal(sql, kind, value);
  const by = groupedBy(params);
  if (by === undefined || !learnt?.groups?.length) return `COALESCE(${sql.ref(column)}, ${all})`;
  const cases = learnt.groups.map(({ group, value: own }): [string, string] => [
    `${sql.ref(by)} = ${sql.text(group)}`,
    literal(sql, kind, own),
  ]);
  return `COALESCE(${sql.ref(column)}, ${firstOf(cases, all)})`;
}

/** Numbers the rows that have a value; every blank then shares the number of the row whose value it takes. */
function carrySql(sql: SqlScript, { params, before }: FillSaid): void {
  const by = groupedBy(params);
  const group = by === undefined ? [] : [sql.ref(by)];
  const order = params.with === 'forward' ? sql.row : `${sql.row} DESC`;
  const over = (columns: readonly string[]) =>
    columns.length === 0 ? '' : `PARTITION BY ${columns.join(', ')} `;
  const runs = params.columns.map((_, i) => sql.own(`tessera_run_${i + 1}`));
  const counted = params.columns.map(
    (column, i) =>
      `COUNT(${sql.ref(column)}) OVER (${over(group)}ORDER BY ${order} ROWS UNBOUNDED PRECEDING) AS ${runs[i]!}`,
  );
  sql.part([...selectOf(['*', ...counted]), `FROM ${sql.from}`], sql.columns, '_runs');
  sql.add(
    params.columns.map((column, i) => {
      const name = sql.ref(column);
      const within = over([...group, runs[i]!]);
      const most = before.kinds.get(column) === 'boolean' ? sql.dialect.anyTrue(name) : `MAX(${name})`;
      const filled = `${most} OVER (${within.trimEnd()})`;
      // Rows without a group are carried by no other.
      const carried =
        by === undefined ? filled : `CASE WHEN ${sql.ref(by)} IS NULL THEN ${name} ELSE ${filled} END`;
      return [column, carried];
    }),
  );
}

function fillPython(python: PythonScript, { params, fit, before }: FillSaid, column: string): void {
  const cell = python.column(column);
  const by = groupedBy(params);
  const dates = before.kinds.get(column) === 'date';
  if (dates) python.use('day');
  const written = (value: unknown) => (dates ? `day(${python.text(String(value))})` : python.value(value));
  if (params.with === 'constant') {
    python.line(`${cell} = ${cell}.fillna(${written(params.value)})`);
  } else if (params.with === 'forward' || params.with === 'backward') {
    const way = params.with === 'forward' ? 'ffill' : 'bfill';
    if (by === undefined) python.line(`${cell} = ${cell}.${way}()`);
    else
      python.line(
        `${cell} = ${cell}.where(${cell}.notna(), table.groupby(${python.text(by)})[${python.text(column)}].${way}())`,
      );
  } else if (params.with === 'linear') {
    python.line(`${cell} = ${cell}.reset_index(drop=True).interpolate(limit_area="inside").to_numpy()`);
  } else if (params.with === 'time') {
    const along = python.column(params.along);
    python.line(
      `known = ${cell}.notna() & ${along}.notna()`,
      `points = pd.Series(${cell}[known].to_numpy(), index=${along}[known]).groupby(level=0).last().sort_index()`,
      `wanted = ${cell}.isna() & ${along}.notna()`,
      'if len(points) > 1:',
      `    line = np.interp(${along}[wanted].astype("int64"), points.index.astype("int64"), points, left=np.nan, right=np.nan)`,
      `    table.loc[wanted, ${python.text(column)}] = line`,
    );
  } else {
    const learnt = learntFor(fit.columns, column);
    const all = dates ? written(learnt.value) : python.learnt(column, learnt.value);
    if (by !== undefined && learnt.groups?.length) {
      const groups = python.learnt(
        `${column} by group`,
        Object.fromEntries(learnt.groups.map(({ group, value }) => [group, value])),
      );
      const mapped = `${python.column(by)}.map(${groups})`;
      python.line(`${cell} = ${cell}.fillna(${dates ? `pd.to_datetime(${mapped})` : mapped})`);
    }
    python.line(`${cell} = ${cell}.fillna(${all})`);
  }
}
