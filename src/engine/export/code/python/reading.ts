import { dateParserOf, dayFormat } from '../../../table/build/date-parser-of';
import { numberFormatOf } from '../../../table/build/number-format';
import type { RecipeSource } from '../../../recipe/schema';
import type { Unsaid } from '../code-of';
import { formattedNumbersPython } from '../formatted-numbers';
import { pythonText, pythonTexts } from './literals';
import type { PythonScript } from './script';

type SourceColumn = RecipeSource['columns'][number];

/** The function that reads a file as it was understood here, each column of its kind. */
export function readingOf(
  python: PythonScript,
  source: RecipeSource,
  name = 'read',
): { text: string; unsaid: Unsaid[] } {
  const { read, columns } = source;
  const options = [
    `sep=${read.delimiter === 'whitespace' ? 'r"\\s+"' : pythonText(read.delimiter)}`,
    `quotechar=${pythonText(read.quote || '"')}`,
    `encoding=${pythonText(read.encoding)}`,
    ...(read.quote === '' ? ['quoting=3'] : []),
    ...(read.escape === undefined ? [] : [`escapechar=${pythonText(read.escape)}`, 'doublequote=False']),
    ...(read.trim ? ['skipinitialspace=True'] : []),
    ...(read.comment === undefined ? [] : [`comment=${pythonText(read.comment)}`]),
    ...(read.footer ? [`skipfooter=${read.footer}`, 'engine="python"'] : []),
    `skiprows=${read.skip + (read.header ? (read.headerRows ?? 1) : 0)}`,
    'header=None',
    `names=${pythonTexts(columns.map(({ name }) => name))}`,
    'dtype=str',
    'keep_default_na=False',
  ];
  const kept = columns.flatMap(({ name, marks: how }) => (how === 'keep' ? [name] : []));
  const marks = pythonTexts(['', ...read.missing]);
  const lines = columns.flatMap((column) => typed(python, column, read.decimal));
  const text = [
    '# The file with its columns of the kinds they are; what stands for a missing cell is blank.',
    `def ${name}(path):`,
    '    table = pd.read_csv(',
    '        path,',
    ...options.map((option) => `        ${option},`),
    '    )',
    '    for name in table:',
    kept.length > 0
      ? `        marks = [""] if name in ${pythonTexts(kept)} else ${marks}`
      : `        marks = ${marks}`,
    '        table[name] = table[name].where(~table[name].str.strip().isin(marks), np.nan)',
    ...lines.map((line) => `    ${line}`),
    '    return table',
  ].join('\n');
  return { text, unsaid: reservations(source) };
}

function typed(python: PythonScript, column: SourceColumn, decimal: '.' | ','): string[] {
  const cell = python.column(column.name);
  if (column.kind === 'text') return [];
  python.use('each_once');
  if (column.kind === 'boolean') {
    python.use('truth_from');
    return [`${cell} = each_once(${cell}, truth_from).astype("boolean")`];
  }
  if (column.kind === 'date') return [`${cell} = ${momentsFrom(python, cell, column.format)}`];
  const format = column.format === undefined ? null : numberFormatOf(column.format);
  if (!format)
    return [
      `${cell} = pd.to_numeric(${decimal === ',' ? `${cell}.str.replace(",", ".", regex=False)` : cell}, errors="coerce")`,
    ];
  return [`${cell} = ${formattedNumbersPython(python, cell, format)}`];
}

/** The expression that reads moments from text in a pattern that is known here. */
export function momentsFrom(python: PythonScript, cell: string, format: string | undefined): string {
  if (format === 'excel-serial')
    return `pd.to_datetime((pd.to_numeric(${cell}) * 86400).round(), unit="s", origin="1899-12-30")`;
  if (format === 'epoch-seconds') return `pd.to_datetime(pd.to_numeric(${cell}), unit="s")`;
  if (format === 'epoch-milliseconds') return `pd.to_datetime(pd.to_numeric(${cell}), unit="ms")`;
  python.use('date_from');
  python.use('each_once');
  return `pd.to_datetime(each_once(${cell}, lambda text: date_from(text, ${pythonText(orderOf(format))})))`;
}

/** What comes first in a pattern. */
function orderOf(format: string | undefined): 'ymd' | 'dmy' | 'mdy' {
  const day = dayFormat(format ?? 'YYYY-MM-DD');
  return day.startsWith('Y') ? 'ymd' : day.startsWith('D') ? 'dmy' : 'mdy';
}

/** What is to be saved as delimited text, by the file's name; null where it is text. */
function keptIn(file: string, { sheet }: RecipeSource['read']): string | null {
  const name = file.replace(/\.(gz|zip)$/i, '');
  if (/\.(db|db3|sqlite|sqlite3)$/i.test(name)) return 'the table of the database';
  if (/\.(parquet|parq)$/i.test(name)) return 'the Parquet file';
  if (sheet === undefined) return null;
  return /\.(xls[xmb]?|ods)$/i.test(name) ? 'the sheet' : 'the sheet or table';
}

/** Ways of reading that the script does not know. */
function reservations({ name, read, columns }: RecipeSource): Unsaid[] {
  const kept = keptIn(name, read);
  const found: [boolean, Unsaid['weight'], string][] = [
    [
      read.mend === true,
      'missing',
      'Rows with too many or too few cells were mended here; the script does not mend.',
    ],
    [
      read.dropRepeats === true,
      'missing',
      'Headers repeated within the file were left out here; the script reads them as rows.',
    ],
    [
      read.sample !== undefined,
      'missing',
      'Only a part of the file was read here; the script reads all of it.',
    ],
    [kept !== null, 'differs', `The script reads delimited text: save ${kept} as CSV first.`],
    [
      columns.some(({ format, kind }) => kind === 'date' && format !== undefined && /MMM/.test(format)),
      'differs',
      'Month names are read in English.',
    ],
    [
      columns.some(({ format, kind }) => kind === 'date' && format !== undefined && !dateParserOf(format)),
      'differs',
      'A pattern of dates is not known to the script.',
    ],
  ];
  return found.flatMap(([is, weight, reason]) => (is ? [{ step: null, says: name, reason, weight }] : []));
}
