import type { InferOutput } from 'valibot';
import type { RecipeSource } from '../../../recipe/schema';
import { join } from '../../../steps/join';
import type { Kind } from '../../../table/columns';
import type { PythonScript } from '../python/script';
import { all } from '../sql/cases';
import { sourceCell } from '../sql/source';
import { selectOf, type SqlScript } from '../sql/script';
import { trimmedSql } from '../white-space';
import { wordsSql } from '../words-of-cells';
import { writerOf, type Said } from '../writer';

type Params = InferOutput<(typeof join)['params']>;
type JoinSaid = Said<Params, unknown>;
type SourceColumn = RecipeSource['columns'][number];

const otherOf = ({ params, sources }: JoinSaid): RecipeSource => sources[params.source]!;
const columnOf = (said: JoinSaid, column: string): SourceColumn | undefined =>
  otherOf(said).columns.find(({ name }) => name === column);

/** Kinds of the key here and in the other file. */
const keyKinds = (said: JoinSaid): [Kind | undefined, Kind | undefined] => [
  said.before.kinds.get(said.params.left),
  columnOf(said, said.params.right)?.kind,
];
const isText = (kind: Kind | undefined): boolean => kind === 'text' || kind === 'number';

/** The first row of each key of the other file is found; what it brings goes to all rows with that key. */
export const joinWriter = writerOf(join, {
  cannot: (said) =>
    keyKinds(said).every(isText) ? null : 'Only keys that are text or numbers are matched in code.',
  differs: (said) => {
    const { params, target } = said;
    const kinds = keyKinds(said);
    return [
      ...(params.repeated === 'first'
        ? []
        : ['A key that stands twice in the other file takes its first row there; here it is refused.']),
      ...(kinds[0] === kinds[1] ? [] : ['Numbers beyond 15 digits may match otherwise.']),
      ...(params.matching === 'alike' && kinds.includes('text') && target !== 'python'
        ? ['What small letters and capitals are beyond A to Z is up to the settings of the database.']
        : []),
    ];
  },
  needsOrder: () => true,
  clocks: (said) =>
    said.params.columns.flatMap(({ column, as }) =>
      /HH/.test(columnOf(said, column)?.format ?? '') ? [as] : [],
    ),
  sql: inSql,
  python: inPython,
});

/** Both keys as what is compared: numbers as they are where both are, else as text. */
function keySql(sql: SqlScript, said: JoinSaid, cell: string, kind: Kind): string {
  if (keyKinds(said).every((one) => one === 'number')) return cell;
  const text = wordsSql(sql, cell, kind, false);
  if (said.params.matching === 'exact' || kind === 'number') return text;
  const { dialect } = sql;
  const trimmed = `LOWER(${trimmedSql(dialect, text)})`;
  const whole = dialect.isLike(trimmed, '[+-]?[0-9]+[.]0+');
  return `CASE WHEN ${whole} THEN ${dialect.replaced(trimmed, '[.]0+$', "''")} ELSE NULLIF(${trimmed}, '') END`;
}

function inSql(sql: SqlScript, said: JoinSaid): void {
  const { params } = said;
  const other = otherOf(said);
  const [kind, otherKind] = keyKinds(said) as [Kind, Kind];
  const [key, row, copy] = ['key', 'other_row', 'copy'].map((word) => sql.own(`tessera_${word}`)) as [
    string,
    string,
    string,
  ];
  const brought = params.columns.map(({ column, as }, at) => ({
    as,
    cell: sourceCell(sql, columnOf(said, column)!, other.read),
    name: sql.own(`tessera_brought_${at + 1}`),
  }));
  const rows = sql.aside(
    [
      ...selectOf([
        `${sql.dialect.rowNumber} AS ${row}`,
        `${sourceCell(sql, columnOf(said, params.right)!, other.read)} AS ${key}`,
        ...brought.map(({ cell, name }) => `${cell} AS ${name}`),
      ]),
      `FROM ${sql.other(params.source)}`,
    ],
    '_other_rows',
  );
  const names = brought.map(({ name }) => name);
  const matched = sql.own('tessera_matched');
  const keyed = sql.aside(
    [...selectOf([row, ...names, `${keySql(sql, said, key, otherKind)} AS ${matched}`]), `FROM ${rows}`],
    '_other_keys',
  );
  const place = `ROW_NUMBER() OVER (PARTITION BY ${asKey(sql, said, matched)} ORDER BY ${row})`;
  const first = sql.aside(
    [...selectOf([...names, matched, `${place} AS ${copy}`]), `FROM ${keyed}`],
    '_other',
  );
  const before = sql.columns;
  const list = [
    sql.row,
    ...before.map((column) => sql.ref(column)),
    ...brought.map(({ as, name }) => `${name} AS ${sql.ref(as)}`),
  ];
  const on = all([`${copy} = 1`, `${matched} = ${keySql(sql, said, sql.ref(params.left), kind)}`]);
  sql.part(
    [
      ...selectOf(list),
      `FROM ${sql.from}`,
      `${params.how === 'left' ? 'LEFT' : 'INNER'} JOIN ${first} ON ${on}`,
    ],
    [...before, ...params.columns.map(({ as }) => as)],
    '',
    true,
  );
}

/** BigQuery parts rows by no number with a fraction. */
const asKey = (sql: SqlScript, said: JoinSaid, key: string): string =>
  sql.dialect.target === 'bigquery' && keyKinds(said).every((one) => one === 'number')
    ? `CAST(${key} AS STRING)`
    : key;

function inPython(python: PythonScript, said: JoinSaid): void {
  const { params } = said;
  const other = python.other(params.source);
  const numbers = keyKinds(said).every((kind) => kind === 'number');
  const keyOf = (cell: string, kind: Kind | undefined): string => {
    if (numbers) return cell;
    const text = kind === 'number' ? `${python.use('words')}(${cell})` : cell;
    return params.matching === 'alike' ? `${python.use('alike')}(${text})` : text;
  };
  const [kind, otherKind] = keyKinds(said);
  python.line(
    `keys = ${keyOf(`${other}[${python.text(params.right)}]`, otherKind)}`,
    'first = keys.notna() & ~keys.duplicated()',
    `rows = ${keyOf(python.column(params.left), kind)}.map(pd.Series(${other}.index[first], index=keys[first]))`,
    ...params.columns.map(
      ({ column, as }) =>
        `${python.column(as)} = ${other}[${python.text(column)}].reindex(rows).set_axis(table.index)`,
    ),
    ...(params.how === 'inner' ? ['table = table[rows.notna()]'] : []),
  );
}
