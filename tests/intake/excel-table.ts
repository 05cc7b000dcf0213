import { excelFile, excelPaths, type Agreement, type ExcelFile } from './excel-files';
import { BESIDE_EXCEL, BESIDE_OPENPYXL } from './excel-reasons';

const INTRO = `# Spreadsheets, file by file

What the app makes of the spreadsheets in \`../shared/data/excel\`, written by \`node tools/intake-excel.mjs\`. **stream** is our
own reader, **SheetJS** the other. *Sheets* are listed with the rows that hold anything, hidden ones in brackets; *table* is
what was read of the fullest one. The next columns say on how many sheets every cell is the same as SheetJS and openpyxl read
it, and how many filled cells stand as they do in the CSV that Excel itself saved of the sheets: the same text; the same
number or a day, shown by a format; an error; something else.
`;

/** The page docs/INTAKE-EXCEL.md. */
export async function excelTable(): Promise<string> {
  const files: ExcelFile[] = [];
  for (const path of excelPaths()) files.push(await excelFile(path));
  const head = ['file', 'read by', 'sheets', 'table', 'SheetJS', 'openpyxl', 'Excel’s CSV', 'remarks'];
  const rows = files.map(rowOf);
  return `${INTRO}\n${summary(files)}\n\n${[head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
}

function summary(files: readonly ExcelFile[]): string {
  const streamed = files.filter(({ reader, refusal }) => reader === 'stream' && !refusal);
  const sheets = streamed.reduce((sum, { sheetjs }) => sum + (sheetjs?.sheets ?? 0), 0);
  const equal = streamed.reduce((sum, { sheetjs }) => sum + (sheetjs?.equal ?? 0), 0);
  const refused = files.filter(({ refusal }) => refusal).length;
  const crashed = files.filter(({ crash }) => crash !== null).length;
  return [
    `${files.length} files: ${streamed.length} read by the stream, ${files.length - streamed.length - refused - crashed} by SheetJS,`,
    `${refused} refused with a sentence, ${crashed} crashed. Of the ${sheets} sheets the stream read, SheetJS reads ${equal} the same`,
    'in every cell.',
  ].join(' ');
}

function rowOf(file: ExcelFile): string[] {
  const { path, reader, sheets, report } = file;
  const listed = sheets
    .slice(0, 6)
    .map(({ name, rows, hidden }) => (hidden ? `(${name} ${rows})` : `${name} ${rows}`));
  if (sheets.length > listed.length) listed.push('…');
  return [
    path,
    reader ?? 'refused',
    listed.join(', '),
    report ? `${report.rows} × ${report.columns.length}` : '–',
    agreementOf(file.sheetjs),
    typeof file.openpyxl === 'string' ? `fails: ${file.openpyxl}` : agreementOf(file.openpyxl),
    excelOf(file),
    remarksOf(file).join('; '),
  ].map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' '));
}

const agreementOf = (one: Agreement | null): string => (one ? `${one.equal} of ${one.sheets}` : '');

function excelOf({ excel }: ExcelFile): string {
  if (!excel) return '';
  const parts = [`${excel.same} same`];
  if (excel.formatted > 0) parts.push(`${excel.formatted} by format`);
  if (excel.error > 0) parts.push(`${excel.error} errors`);
  if (excel.other > 0) parts.push(`${excel.other} other`);
  return parts.join(', ');
}

function remarksOf({ path, refusal, crash, report, openpyxl, excel }: ExcelFile): string[] {
  const remarks: string[] = [];
  if (crash) remarks.push(`crashed: ${crash}`);
  if (refusal) remarks.push(`${refusal.code}: “${refusal.sentence}”`);
  const sheet = report?.sheet;
  if (sheet?.errors) remarks.push(`${sheet.errors} errors read as missing`);
  if (sheet?.hiddenRows) remarks.push(`${sheet.hiddenRows} hidden rows kept`);
  if (sheet?.range)
    remarks.push(`only ${sheet.range}, not ${sheet.otherTables?.map(({ range }) => range).join(', ')}`);
  if (sheet?.mergedNames) remarks.push(`${sheet.mergedNames} names from merged cells`);
  if (openpyxl && typeof openpyxl !== 'string' && openpyxl.different.length > 0)
    remarks.push(`openpyxl: ${BESIDE_OPENPYXL[path] ?? 'not explained'}`);
  if (excel && excel.other > 0) remarks.push(`Excel: ${BESIDE_EXCEL[path] ?? 'not explained'}`);
  return remarks;
}
