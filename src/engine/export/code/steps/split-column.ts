import { splitColumn } from '../../../steps/split-column';
import { SqlParts } from '../sql/parts';
import type { SqlScript } from '../sql/script';
import { trimmedSql } from '../white-space';
import { writerOf } from '../writer';

type Params = Parameters<typeof splitColumn.describe>[0];

export const splitColumnWriter = writerOf(splitColumn, {
  cannot: ({ params, target }) =>
    target !== 'python' && 'from' in params && params.from === 'end'
      ? 'Texts that are cut from the right are not written as SQL.'
      : null,
  sql(sql, { params }) {
    const parts = new SqlParts(sql);
    const pieces = 'widths' in params ? byWidth(sql, params) : byDelimiter(sql, params, parts);
    const made = params.into.map((name, at): [string, string] => [
      name,
      `NULLIF(${trimmedSql(sql.dialect, pieces[at]!)}, '')`,
    ]);
    const gone = params.original === 'remove' ? params.column : null;
    const stay = sql.columns.filter((name) => name !== gone);
    const added = new Map(made);
    for (const { lines, suffix } of parts.selects)
      sql.part([...lines, `FROM ${sql.from}`], sql.columns, suffix, 'always');
    sql.select([
      ...stay.map((name): [string, string] => [name, added.get(name) ?? sql.ref(name)]),
      ...made.filter(([name]) => !stay.includes(name)),
    ]);
  },
  python(python, { params }) {
    python.use('without_ends');
    const pieces =
      'widths' in params
        ? `${python.use('cut')}(text, [${params.widths.join(', ')}])`
        : `${python.use('split_text')}(text, ${python.text(params.delimiter)}, ${params.into.length}, from_end=${params.from === 'end' ? 'True' : 'False'})`;
    python.line(`pieces = ${python.column(params.column)}.map(lambda text: ${pieces}, na_action="ignore")`);
    if (params.original === 'remove')
      python.line(`table = table.drop(columns=${python.texts([params.column])})`);
    params.into.forEach((name, at) =>
      python.line(
        `${python.column(name)} = pieces.map(lambda parts: without_ends(parts[${at}]) if len(parts) > ${at} else np.nan, na_action="ignore")`,
      ),
    );
  },
});

/** What is left of the text is a column of its own for each piece that is taken off it. */
function byDelimiter(
  sql: SqlScript,
  params: Extract<Params, { delimiter: string }>,
  parts: SqlParts,
): string[] {
  const delimiter = sql.text(params.delimiter);
  const length = [...params.delimiter].length;
  let rest = sql.ref(params.column);
  const pieces: string[] = [];
  for (let at = 1; at < params.into.length; at++) {
    const place = parts.column(sql.dialect.placeOf(delimiter, rest));
    pieces.push(`CASE WHEN ${place} = 0 THEN ${rest} ELSE LEFT(${rest}, ${place} - 1) END`);
    rest = parts.column(`CASE WHEN ${place} > 0 THEN SUBSTR(${rest}, ${place} + ${length}) END`);
  }
  return [...pieces, rest];
}

function byWidth(sql: SqlScript, { column, widths }: Extract<Params, { widths: number[] }>): string[] {
  const text = sql.ref(column);
  let at = 1;
  return [...widths, null].map((width) => {
    const piece = `SUBSTR(${text}, ${at}${width === null ? '' : `, ${width}`})`;
    at += width ?? 0;
    return piece;
  });
}
