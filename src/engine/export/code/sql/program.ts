import type { RecipeSource } from '../../../recipe/schema';
import type { Code, Unsaid } from '../code-of';
import { firstLines } from '../first-lines';
import { plainLine } from '../plain-line';
import { TARGET_FACTS } from '../targets';
import { loadingOf } from './loading';
import type { SqlScript } from './script';
import { sourceCell } from './source';

/** The columns of the file, of the kinds they are here; the marks of the file for a blank are blanks. */
export function sourceSql(sql: SqlScript, { columns, read }: RecipeSource): void {
  const { dialect } = sql;
  sql.begin('source_rows', 'The columns of the file; empty text is a blank.');
  const row = sql.isOrdered ? [`${dialect.rowNumber} AS ${sql.row}`] : [];
  const list = columns.map((column) => `${sourceCell(sql, column, read)} AS ${sql.ref(column.name)}`);
  const all = [...row, ...list];
  sql.part(
    ['SELECT', ...all.map((one, at) => `  ${one}${at === all.length - 1 ? '' : ','}`), `FROM ${sql.from}`],
    columns.map(({ name }) => name),
  );
}

/** The statement with its head, and what is to be said of the columns. */
export function sqlProgram(
  sql: SqlScript,
  sources: readonly RecipeSource[],
  { unsaid, segments }: Pick<Code, 'unsaid' | 'segments'>,
): { text: string; unsaid: Unsaid[] } {
  const own: Unsaid[] = sql.names.changed.map(({ column, as }) => ({
    step: null,
    says: column,
    reason: `The column is called ${as} there: the database cannot keep its name beside the others.`,
    weight: 'differs' as const,
  }));
  const [source] = sources as [RecipeSource];
  for (const { name } of [source, ...sql.others.map(({ at }) => sources[at]!)].filter(
    ({ read }) => read.sample,
  ))
    own.push({
      step: null,
      says: name,
      reason: 'Only a part of the file was read here; the code takes all rows of the table.',
      weight: 'missing',
    });
  if (sql.isOrdered)
    own.push({
      step: null,
      says: source.name,
      reason:
        'Some steps ask which row comes first; the order is the one in which the database keeps the rows.',
      weight: 'differs',
    });
  const { title, proof } = TARGET_FACTS[sql.dialect.target];
  const head = [
    ...firstLines(source.name, segments, { learntIn: 'the code', it: 'it', language: title }),
    proof === 'run'
      ? `Tests of Tessera run such code on ${title}.`
      : `Tests of Tessera let a parser of ${title} read such code; they do not run it.`,
    ...[...own, ...unsaid].map(
      ({ says, reason, weight }) =>
        `${weight === 'missing' ? 'NOT IN THIS CODE' : 'Mind'}: ${says}. ${reason}`,
    ),
  ];
  const comments = [...head, '', ...loadingOf(sql, sources)].map((line) =>
    `-- ${commentLine(line)}`.trimEnd(),
  );
  return { text: `${comments.join('\n')}\n\n${sql.statement()}`, unsaid: own };
}

/** Loading statements keep their indentation. */
const commentLine = (line: string): string => /^ */.exec(line)![0] + plainLine(line);
