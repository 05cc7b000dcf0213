import type { ColumnTable } from 'arquero';
import type { DateLook } from '../files/cell-writer';
import { toWindows1252 } from '../files/to-windows-1252';
import { writeCsv, type WrittenColumn } from '../files/write-csv';
import { labelledFiles, rowsToLabel, type FileOfRecipe } from '../insight/labelled-files';
import type { Segmentation } from '../insight/segmentation';
import type { RunOutcome } from '../recipe/outcome';
import type { Recipe } from '../recipe/schema';
import { columnNames } from '../table/table';
import type { Work } from '../work';
import { dictionaryTable, everyColumn, profilesTable, recipeTable } from './book-tables';
import type { ExportNotes } from './export-notes';
import { FormulaGuard } from './formula-guard';
import { labelledTable } from './labelled-table';
import { chosenList, withColumnsBefore } from './list-columns';
import { madeColumns } from './made-columns';
import { parquetTable } from './parquet-table';
import type { Contacts } from './profiles/contacts';
import { xlsxFile } from './xlsx/xlsx-file';
import { zipArchive } from './zip-archive';

/** How delimited text is written. */
export interface CsvLook {
  delimiter: ',' | ';' | '\t';
  decimal: '.' | ',';
  /** `utf-8-bom` begins with a mark that tells Excel so. */
  encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252';
  dates: DateLook;
  /** Whether cells that begin like a formula get an apostrophe in front. */
  guard: boolean;
}

/** Which file is wanted: of whom, of what, in which format. */
export interface ListChoice {
  /** One row per customer, or every row of the files. */
  rows: 'customers' | 'source';
  format: ListFormat;
  /** How CSV is written; plain where nothing is said. */
  csv?: Partial<CsvLook> | undefined;
  /** Names of columns in the file; the usual ones when absent. */
  columns?: readonly string[] | undefined;
  /** Only customers of these segment ids; all when absent. */
  segments?: readonly number[] | undefined;
}

export type ListFormat = 'csv' | 'xlsx' | 'parquet';

/** What the customers are and were made from. */
export interface LabelledWork {
  recipe: Recipe;
  outcome: RunOutcome;
  segmentation: Segmentation;
  /** The tables of the files, in the order of the recipe's sources. */
  tables: readonly ColumnTable[];
  /** What the tables before say of customers, of which columns can go along. */
  contacts?: Contacts;
  /** The files themselves, which rows written as CSV need; asked for at most once per file written. */
  files(): Promise<readonly FileOfRecipe[]>;
}

const PLAIN: CsvLook = { delimiter: ',', decimal: '.', encoding: 'utf-8', dates: 'iso', guard: true };

/**
 * The labelled data as a file, as a stream. Rows of the files as CSV are their cells as read; else cells have kinds.
 * @param notes counts what is to be said of the file
 * @throws EngineError `missing-column`, `unreadable-file`, `too-many-columns`, `archive-too-large`; Stopped
 */
export async function* listFile(
  choice: ListChoice,
  of: LabelledWork,
  work: Work,
  notes: ExportNotes,
): AsyncGenerator<Uint8Array> {
  if (choice.format !== 'csv') {
    const { table, columns } = await chosenTable(choice, of, work);
    yield* choice.format === 'parquet'
      ? parquetTable(table, columns, work)
      : xlsxFile(bookOf(table, columns, choice, of), work, notes);
    return;
  }
  const look = { ...PLAIN, ...choice.csv };
  const text = csvText(choice, look, of, work, notes);
  yield* look.encoding === 'windows-1252' ? toWindows1252(text, notes) : text;
}

async function* csvText(
  choice: ListChoice,
  { delimiter, decimal, encoding, dates, guard: guarded }: CsvLook,
  of: LabelledWork,
  work: Work,
  notes: ExportNotes,
): AsyncGenerator<Uint8Array> {
  const guard = guarded ? new FormulaGuard(notes) : undefined;
  const bom = encoding === 'utf-8-bom';
  if (choice.rows === 'customers') {
    const { table, columns } = await chosenTable(choice, of, work);
    yield* writeCsv(table, columns, { delimiter, decimal, bom, dates, ...(guard && { guard }) }, work);
    return;
  }
  if (bom) yield new TextEncoder().encode('\ufeff');
  const { columns, segments } = choice;
  yield* labelledFiles(await of.files(), of.recipe, of.outcome, work, {
    columns,
    segments,
    delimiter,
    guard,
  });
}

interface ChosenTable {
  table: ColumnTable;
  columns: readonly WrittenColumn[];
}

async function chosenTable(
  { rows, columns, segments }: ListChoice,
  { recipe, outcome, segmentation, tables, contacts }: LabelledWork,
  work: Work,
): Promise<ChosenTable> {
  if (rows === 'customers') {
    const names = tables.flatMap((table) => columnNames(table));
    const customers = contacts
      ? await withColumnsBefore(outcome.table, contacts, columns, work)
      : outcome.table;
    return chosenList(customers, segmentation, names, { columns, segments });
  }
  const table = labelledTable(rowsToLabel(tables[0]!, recipe, outcome), outcome.table, segments);
  const wanted = columns && new Set(columns);
  return { table, columns: everyColumn(table).filter(({ name }) => !wanted || wanted.has(name)) };
}

function bookOf(
  table: ColumnTable,
  columns: readonly WrittenColumn[],
  { rows, segments }: ListChoice,
  { recipe, outcome, segmentation }: LabelledWork,
) {
  const made = rows === 'customers' ? madeColumns(recipe, outcome.used) : undefined;
  const more = [
    ['Profiles', profilesTable(segmentation, segments)],
    ['Recipe', recipeTable(recipe, outcome)],
    ['Data dictionary', dictionaryTable(table, columns, made)],
  ] as const;
  return [
    { name: rows === 'customers' ? 'Customers' : 'Rows', table, columns },
    ...more.map(([name, sheet]) => ({ name, table: sheet, columns: everyColumn(sheet) })),
  ];
}

/** A segment and what its file is called. */
export interface SegmentFile {
  id: number;
  name: string;
}

/**
 * One file per segment, in a zip archive.
 * @param moment what the files bear, in ms of the wall clock
 * @throws EngineError as `listFile`; Stopped
 */
export async function* segmentFiles(
  choice: ListChoice,
  segments: readonly SegmentFile[],
  of: LabelledWork,
  work: Work,
  notes: ExportNotes,
  moment?: number,
): AsyncGenerator<Uint8Array> {
  yield* zipArchive(
    segments.map(({ id, name }) => ({
      name,
      parts: listFile({ ...choice, segments: [id] }, of, work, notes),
    })),
    { moment },
  );
}
