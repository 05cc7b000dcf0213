import { combine } from '../../../steps/combine';
import { firstOf } from '../sql/cases';
import type { SqlScript } from '../sql/script';
import { hasWords, wordsSql } from '../words-of-cells';
import { writerOf, type Said } from '../writer';

type Params = Parameters<typeof combine.describe>[0];
type CombineSaid = Said<Params, unknown>;

export const combineWriter = writerOf(combine, {
  cannot: ({ params, before }) =>
    params.how === 'concatenate' && params.columns.some((column) => !hasWords(before.kinds.get(column)))
      ? 'Only the file knows how yes and no are spelt in it.'
      : null,
  differs: ({ params }) =>
    params.how === 'concatenate' ? ['Numbers beyond 15 digits may be written otherwise.'] : [],
  sql(sql, said) {
    const { params } = said;
    sql.add([[params.as, params.how === 'concatenate' ? together(sql, said) : computed(sql, params)]]);
  },
  python(python, { params, before }) {
    const cells = params.columns.map((column) => python.column(column));
    const [one, other] = cells as [string, string];
    const all = `table[${python.texts(params.columns)}]`;
    const to = python.column(params.as);
    if (params.how === 'concatenate') {
      python.use('words');
      const said = params.columns.map(
        (column) => `words(${python.column(column)}, clock=${before.clocks.has(column) ? 'True' : 'False'})`,
      );
      python.line(
        `said = zip(${said.join(', ')})`,
        `joined = [${python.text(params.separator)}.join(cell for cell in row if pd.notna(cell)) for row in said]`,
        `${to} = pd.Series(joined, index=table.index, dtype=object).where(${all}.notna().any(axis=1), np.nan).replace("", np.nan)`,
      );
      return;
    }
    const made = {
      sum: `${all}.sum(axis=1, min_count=1)`,
      mean: `${all}.mean(axis=1)`,
      min: `${all}.min(axis=1)`,
      max: `${all}.max(axis=1)`,
      product: `${all}.prod(axis=1, min_count=1)`,
      difference: `${one} - ${other}`,
      ratio: `${one} / ${other}.where(${other} != 0)`,
      'days-between': `(${other}.dt.normalize() - ${one}.dt.normalize()).dt.days.astype(float)`,
    }[params.how];
    python.line(`${to} = ${made}`, `${to} = ${to}.where(np.isfinite(${to}))`);
  },
});

function together(sql: SqlScript, { params, before }: CombineSaid): string {
  const separator = sql.text((params as { separator: string }).separator);
  const words = params.columns.map((column) =>
    wordsSql(sql, sql.ref(column), before.kinds.get(column) ?? 'text', before.clocks.has(column)),
  );
  const parts = words.map((word, i) => {
    const earlier = params.columns.slice(0, i).map((column) => `${sql.ref(column)} IS NOT NULL`);
    const before_ =
      earlier.length === 0 ? `''` : `CASE WHEN ${earlier.join(' OR ')} THEN ${separator} ELSE '' END`;
    return `CASE WHEN ${sql.ref(params.columns[i]!)} IS NULL THEN '' ELSE CONCAT(${before_}, ${word}) END`;
  });
  return `NULLIF(CONCAT(${parts.join(', ')}), '')`;
}

function computed(sql: SqlScript, { how, columns }: Params): string {
  const cells = columns.map((column) => sql.ref(column));
  const [one, other] = cells as [string, string];
  const some = cells.map((cell) => `${cell} IS NOT NULL`).join(' OR ');
  const present = cells.map((cell) => `CASE WHEN ${cell} IS NULL THEN 0 ELSE 1 END`).join(' + ');
  const sum = cells.map((cell) => `COALESCE(${cell}, 0)`).join(' + ');
  switch (how) {
    case 'sum':
      return `CASE WHEN ${some} THEN ${sum} END`;
    case 'mean':
      return `CASE WHEN ${some} THEN (${sum}) / (${present}) END`;
    case 'product':
      return `CASE WHEN ${some} THEN ${cells.map((cell) => `COALESCE(${cell}, 1)`).join(' * ')} END`;
    case 'min':
    case 'max':
      return extreme(cells, how === 'min' ? '<=' : '>=');
    case 'difference':
      return `${one} - ${other}`;
    case 'ratio':
      return `${one} / NULLIF(${other}, 0)`;
    default:
      return `CAST(${sql.dialect.daysBetween(sql.dialect.dayOf(one), sql.dialect.dayOf(other))} AS ${sql.dialect.types.number})`;
  }
}

/** The cell that no other one with a value is beyond. */
const extreme = (cells: readonly string[], sign: string): string =>
  firstOf(
    cells.map((cell) => [
      [
        `${cell} IS NOT NULL`,
        ...cells.filter((one) => one !== cell).map((one) => `(${one} IS NULL OR ${cell} ${sign} ${one})`),
      ].join(' AND '),
      cell,
    ]),
  );
