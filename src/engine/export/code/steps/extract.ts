import { extract } from '../../../steps/extract';
import { domainSql } from '../domain';
import { SqlParts } from '../sql/parts';
import { writerOf } from '../writer';

const WORD = 'r"[^\\W_][\\w\\u0300-\\u036f\'\\u2019-]*"';
const NUMBERS = {
  '.': 'r"(?<![\\d.,])[-+]?(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?"',
  ',': 'r"(?<![\\d.,])[-+]?(?:\\d{1,3}(?:\\.\\d{3})+(?!\\d)|\\d+)(?:,\\d+)?"',
};

export const extractWriter = writerOf(extract, {
  cannot: ({ params, target }) => {
    if (params.what === 'pattern') return 'Patterns mean different things in different languages.';
    return target === 'python' || params.what === 'e-mail-domain'
      ? null
      : 'Words and numbers are taken out of texts in Python only.';
  },
  sql(sql, { params: { column, as } }) {
    const parts = new SqlParts(sql);
    const found = domainSql(sql.dialect, sql.ref(column), (expression) => parts.column(expression));
    const before = sql.columns;
    for (const { lines, suffix } of parts.selects)
      sql.part([...lines, `FROM ${sql.from}`], sql.columns, suffix, 'always');
    const all = before.includes(as) ? before : [...before, as];
    sql.select(all.map((name) => [name, name === as ? found : sql.ref(name)]));
  },
  python(python, { params }) {
    const read = {
      'e-mail-domain': () => python.use('email_domain'),
      'first-word': () => `lambda text: next(iter(re.findall(${WORD}, text)), None)`,
      'last-word': () => `lambda text: next(iter(re.findall(${WORD}, text)[::-1]), None)`,
      number: () => {
        const decimal = 'decimal' in params ? (params.decimal ?? '.') : '.';
        python.use('number_from');
        return `lambda text: number_from(next(iter(re.findall(${NUMBERS[decimal]}, text, flags=re.ASCII)), ""), ${python.text(decimal)})`;
      },
      pattern: () => 'None',
    }[params.what]();
    const told = `${python.use('each_once')}(${python.column(params.column)}, ${read})`;
    python.line(`${python.column(params.as)} = ${params.what === 'number' ? `${told}.astype(float)` : told}`);
  },
});
