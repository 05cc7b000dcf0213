import { cleanText } from '../../../steps/clean-text';
import { mergeSpellings } from '../../../steps/merge-spellings';
import { replaceText } from '../../../steps/replace-text';
import { firstOf } from '../sql/cases';
import { collapsedSql, trimmedSql, WHITE_PYTHON } from '../white-space';
import { columnsThere, writerOf } from '../writer';

export const mergeSpellingsWriter = writerOf(mergeSpellings, {
  sql(sql, { params: { column, merges } }) {
    const cell = sql.ref(column);
    const cases = merges.map(({ from, to }): [string, string] => [
      `${cell} IN (${from.map((text) => sql.text(text)).join(', ')})`,
      sql.text(to),
    ]);
    sql.add([[column, firstOf(cases, cell)]]);
  },
  python(python, { params: { column, merges } }) {
    const spelt = Object.fromEntries(merges.flatMap(({ from, to }) => from.map((text) => [text, to])));
    python.line(
      `spelt = ${python.value(spelt)}`,
      `${python.column(column)} = ${python.column(column)}.map(lambda text: spelt.get(text, text))`,
    );
  },
});

export const replaceTextWriter = writerOf(replaceText, {
  without: columnsThere,
  cannot: ({ params }) => {
    if (params.as === 'pattern') return 'Patterns mean different things in different languages.';
    return params.case === 'any' ? 'Text in any case is found differently in different languages.' : null;
  },
  sql(sql, { params: { columns, find, with: by, where } }) {
    sql.add(
      columns.map((column) => {
        const cell = sql.ref(column);
        const [found, instead] = [sql.text(find), sql.text(by)];
        return [
          column,
          where === 'whole'
            ? `NULLIF(CASE WHEN ${cell} = ${found} THEN ${instead} ELSE ${cell} END, '')`
            : `NULLIF(REPLACE(${cell}, ${found}, ${instead}), '')`,
        ];
      }),
    );
  },
  python(python, { params: { columns, find, with: by, where } }) {
    const [found, instead] = [python.text(find), python.text(by)];
    const made =
      where === 'whole'
        ? `table[name].mask(table[name] == ${found}, ${instead})`
        : `table[name].str.replace(${found}, ${instead}, regex=False)`;
    python.line(`for name in ${python.texts(columns)}:`, `    table[name] = ${made}.replace("", np.nan)`);
  },
});

export const cleanTextWriter = writerOf(cleanText, {
  without: columnsThere,
  cannot: ({ params, target }) => {
    if (params.case === 'title' || params.case === 'sentence')
      return 'Capitals at the beginning of words are set differently in different languages.';
    if (params.accents) return 'Which letters lose their accents differs from language to language.';
    if (target === 'python') return null;
    return params.unicode || params.controls ? 'Databases do not write letters of Unicode in one way.' : null;
  },
  differs: ({ params, target }) =>
    params.case && target !== 'python'
      ? ['What small letters and capitals are beyond A to Z is up to the settings of the database.']
      : [],
  sql(sql, { params }) {
    const { dialect } = sql;
    sql.add(
      params.columns.map((column) => {
        let made = sql.ref(column);
        if (params.blanks) made = collapsedSql(dialect, made);
        if (params.ends) made = trimmedSql(dialect, made);
        if (params.case) made = `${params.case === 'lower' ? 'LOWER' : 'UPPER'}(${made})`;
        return [column, `NULLIF(${made}, '')`];
      }),
    );
  },
  python(python, { params }) {
    const parts = [
      ...(params.unicode ? [`.str.normalize(${python.text(params.unicode)})`] : []),
      ...(params.controls
        ? [
            '.str.replace(r"[\\t-\\r\\x85\\u2028\\u2029]", " ", regex=True)',
            `.str.replace(r"${INVISIBLE}", "", regex=True)`,
          ]
        : []),
      ...(params.blanks ? [`.str.replace(r"${WHITE_PYTHON}+", " ", regex=True)`] : []),
      ...(params.ends ? [`.str.replace(r"^${WHITE_PYTHON}+|${WHITE_PYTHON}+\\Z", "", regex=True)`] : []),
      ...(params.case ? [`.str.${params.case}()`] : []),
    ];
    python.line(
      `for name in ${python.texts(params.columns)}:`,
      `    table[name] = table[name]${parts.join('')}.replace("", np.nan)`,
    );
  },
});

const INVISIBLE =
  '[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\xad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]';
