import { dropDuplicates } from '../../../steps/drop-duplicates';
import { listed } from '../../../steps/parts/words';
import type { SqlScript } from '../sql/script';
import type { State } from '../state';
import { looseSql, LOOSE_PYTHON } from '../white-space';
import { writerOf } from '../writer';

type Params = Parameters<typeof dropDuplicates.describe>[0];

const isPlain = ({ columns, loosely, keep }: Params): boolean =>
  !columns && !loosely && (keep === undefined || keep === 'first');

/** What is compared, or counted, of the whole table lacks the columns that are lost. */
function withoutLost({ columns, keep }: Params, { lost, follows }: State): string[] {
  const telling = [...lost].filter((column) => !follows.has(column));
  if (!columns && telling.length > 0)
    return [`Rows are compared without ${listed(telling)} as they are here: others may count as copies.`];
  if (keep === 'most-complete' && lost.size > 0)
    return [`Blanks of a row are counted without those of ${listed([...lost])}: another copy may stay.`];
  return [];
}

/** Rows are numbered among their equals, and the first of each kind stays. */
export const dropDuplicatesWriter = writerOf(dropDuplicates, {
  differs: ({ params, before }) => [
    ...(params.loosely
      ? ['Letters that Unicode writes in several ways count as different, save for case.']
      : []),
    ...withoutLost(params, before),
  ],
  needsOrder: ({ params }) => !isPlain(params),
  sql(sql, said) {
    if (isPlain(said.params) && !sql.isOrdered) {
      sql.part(['SELECT DISTINCT *', `FROM ${sql.from}`], sql.columns);
      return;
    }
    const place = sql.own('tessera_copy');
    const equal = (said.params.columns ?? sql.columns).map((column) => {
      const name = sql.ref(column);
      return said.params.loosely && said.before.kinds.get(column) === 'text'
        ? looseSql(sql.dialect, name)
        : name;
    });
    const order = [...bestFirst(sql, said.params), sql.row];
    const over = `PARTITION BY ${equal.join(', ')} ORDER BY ${order.join(', ')}`;
    const numbered = sql.aside(
      ['SELECT', `  *,`, `  ROW_NUMBER() OVER (${over}) AS ${place}`, `FROM ${sql.from}`],
      '_copies',
    );
    sql.part(
      [
        `SELECT ${[sql.row, ...sql.columns.map((column) => sql.ref(column))].join(', ')}`,
        `FROM ${numbered}`,
        `WHERE ${place} = 1`,
      ],
      sql.columns,
    );
  },
  python(python, said) {
    const { columns, loosely, keep = 'first', date } = said.params;
    const subset = columns ? python.texts(columns) : 'list(table.columns)';
    if (!loosely && (keep === 'first' || keep === 'last')) {
      python.line(`table = table.drop_duplicates(subset=${subset}, keep=${python.text(keep)})`);
      return;
    }
    python.line(`compared = table[${subset}].copy()`);
    if (loosely) {
      const compared = columns ?? [...said.before.kinds.keys()];
      const texts = compared.filter((column) => said.before.kinds.get(column) === 'text');
      python.line(
        `for name in ${python.texts(texts)}:`,
        `    compared[name] = compared[name]${LOOSE_PYTHON}`,
      );
    }
    const rank = {
      first: null,
      last: null,
      'most-recent': `table[${python.text(date ?? '')}]`,
      'most-complete': 'table.notna().sum(axis=1)',
    }[keep];
    if (rank === null) {
      python.line(`table = table[~compared.duplicated(keep=${python.text(keep)})]`);
      return;
    }
    python.line(
      `order = ${rank}.reset_index(drop=True).sort_values(ascending=False, kind="stable", na_position="last").index`,
      'best = ~compared.iloc[order].duplicated()',
      'table = table[best.reindex(table.index)]',
    );
  },
});

/** What puts the row that stays in front of its equals. */
function bestFirst(sql: SqlScript, { keep, date }: Params): string[] {
  if (keep === 'last') return [`${sql.row} DESC`];
  if (keep === 'most-recent') {
    const moment = sql.ref(date ?? '');
    return [`CASE WHEN ${moment} IS NULL THEN 1 ELSE 0 END`, `${moment} DESC`];
  }
  if (keep !== 'most-complete') return [];
  return [sql.columns.map((column) => `CASE WHEN ${sql.ref(column)} IS NULL THEN 1 ELSE 0 END`).join(' + ')];
}
