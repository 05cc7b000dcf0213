import { extname } from 'node:path';
import {
  FormulaGuard,
  listFile,
  writtenSource,
  type ExportNotes,
  type FileOfRecipe,
  type ListFormat,
  type Recipe,
  type RunOutcome,
  type Segmentation,
  type Work,
  type WriteOptions,
} from '../engine/index';
import type { Arguments } from './arguments';
import type { Input } from './inputs';

interface Labelled {
  input: Input;
  recipe: Recipe;
  outcome: RunOutcome;
  segmentation: Segmentation;
}

const FORMATS = new Map<string, ListFormat>([
  ['.xlsx', 'xlsx'],
  ['.parquet', 'parquet'],
]);

/** The labelled customers or rows, in the format the path ends with; CSV where it says nothing else. */
export function labelledFile(
  { input, recipe, outcome, segmentation }: Labelled,
  { rows, keepFormulas }: Pick<Arguments, 'rows' | 'keepFormulas'>,
  path: string,
  notes: ExportNotes,
  work: Work,
): AsyncGenerator<Uint8Array> {
  const files = async (): Promise<FileOfRecipe[]> => {
    const found: FileOfRecipe[] = [];
    for (const { source, read } of input.files) {
      const { table, report } = read;
      const text = report.stored ? await writtenSource(report.name, table, work) : source;
      found.push({ source: text, options: report.options, table });
    }
    return found;
  };
  const format = FORMATS.get(extname(path).toLowerCase()) ?? 'csv';
  const tables = input.files.map(({ read }) => read.table);
  const choice = { rows, format, csv: { guard: !keepFormulas } };
  return listFile(choice, { recipe, outcome, segmentation, tables, files }, work, notes);
}

/** How the other lists are written. */
export const csvLook = (
  { keepFormulas }: Pick<Arguments, 'keepFormulas'>,
  notes: ExportNotes,
): WriteOptions => ({
  delimiter: ',',
  decimal: '.',
  ...(!keepFormulas && { guard: new FormulaGuard(notes) }),
});

/** What is to be said of the files that were written, a line each. */
export function noteLines({ guarded, cut, sheets }: ExportNotes): string[] {
  return [
    guarded > 0 &&
      `${guarded} ${guarded === 1 ? 'cell' : 'cells'} began like a formula and ${guarded === 1 ? 'has' : 'have'} an apostrophe in front; --keep-formulas writes them as they are`,
    cut > 0 &&
      `${cut} ${cut === 1 ? 'text was' : 'texts were'} cut at 32767 characters, which is all a cell holds`,
    sheets > 0 && `a sheet holds 1048576 rows: they go on in ${sheets} sheets`,
  ].filter((line) => line !== false);
}
