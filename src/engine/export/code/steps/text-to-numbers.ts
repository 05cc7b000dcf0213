import { textToNumbers } from '../../../steps/text-to-numbers';
import { partColumn, type Params, type Part } from '../../../steps/text-to-numbers/params';
import { domainSql } from '../domain';
import type { PythonScript } from '../python/script';
import { SqlParts } from '../sql/parts';
import type { SqlScript } from '../sql/script';
import { collapsedSql, trimmedSql, WHITE_PYTHON } from '../white-space';
import { writerOf } from '../writer';

export const textToNumbersWriter = writerOf(textToNumbers, {
  differs: ({ params, target }) =>
    target === 'python'
      ? []
      : [
          ...(params.parts.some((part) => part === 'digits' || part === 'capitals')
            ? ['Digits, letters and capitals are those of English.']
            : []),
          ...(params.case === 'any'
            ? ['What small letters and capitals are beyond A to Z is up to the settings of the database.']
            : []),
        ],
  sql(sql, { params }) {
    const parts = new SqlParts(sql);
    const made = params.parts.map((part): [string, string] => {
      const said = partSql(sql, parts, part, params);
      return [
        partColumn(params, part),
        part === 'e-mail-domain' ? said : `CAST(${said} AS ${sql.dialect.types.number})`,
      ];
    });
    const before = sql.columns;
    for (const { lines, suffix } of parts.selects)
      sql.part([...lines, `FROM ${sql.from}`], sql.columns, suffix, 'always');
    const added = new Map(made);
    sql.select([
      ...before.map((name): [string, string] => [name, added.get(name) ?? sql.ref(name)]),
      ...made.filter(([name]) => !before.includes(name)),
    ]);
  },
  python(python, { params }) {
    const cell = python.column(params.column);
    for (const part of params.parts) {
      const told = `${python.use('each_once')}(${cell}, ${partPython(python, part, params)})`;
      python.line(
        `${python.column(partColumn(params, part))} = ${part === 'e-mail-domain' ? told : `${told}.astype(float)`}`,
      );
    }
  },
});

function partSql(
  sql: SqlScript,
  parts: SqlParts,
  part: Part,
  { column, find = '', case: of }: Params,
): string {
  const { dialect } = sql;
  const text = sql.ref(column);
  const without = (pattern: string) => `LENGTH(${dialect.replaced(text, pattern, `''`)})`;
  switch (part) {
    case 'length':
      return `LENGTH(${text})`;
    case 'words': {
      const plain = parts.column(trimmedSql(dialect, collapsedSql(dialect, text)));
      return `CASE WHEN ${plain} = '' THEN 0 ELSE LENGTH(${plain}) + 1 - (LENGTH(REPLACE(${plain}, ' ', ''))) END`;
    }
    case 'digits':
      return `LENGTH(${text}) - (${without('[0-9]')})`;
    case 'capitals': {
      const letters = `NULLIF(LENGTH(${text}) - (${without('[A-Za-z]')}), 0)`;
      return `CAST(LENGTH(${text}) - (${without('[A-Z]')}) AS ${dialect.types.number}) / ${letters}`;
    }
    case 'contains': {
      const found =
        of === 'any'
          ? dialect.placeOf(sql.text(find.toLowerCase()), `LOWER(${text})`)
          : dialect.placeOf(sql.text(find), text);
      return `CASE WHEN ${found} > 0 THEN 1 WHEN ${found} = 0 THEN 0 END`;
    }
    case 'e-mail-domain':
      return domainSql(dialect, text, (expression) => parts.column(expression));
  }
}

function partPython(python: PythonScript, part: Part, { find = '', case: of }: Params): string {
  switch (part) {
    case 'length':
      return 'len';
    case 'words':
      return `lambda text: len([word for word in re.split(r"${WHITE_PYTHON}+", text) if word])`;
    case 'digits':
      return 'lambda text: sum(letter.isdecimal() for letter in text)';
    case 'capitals':
      python.imports('import unicodedata');
      return python.use('share_of_capitals');
    case 'contains':
      return of === 'any'
        ? `lambda text: ${python.text(find.toLowerCase())} in text.lower()`
        : `lambda text: ${python.text(find)} in text`;
    case 'e-mail-domain':
      return python.use('email_domain');
  }
}
