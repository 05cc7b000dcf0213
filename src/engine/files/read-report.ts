import type { ColumnTable } from 'arquero';
import type { Kind } from '../table/columns';
import type { ColumnChoice } from './column-choice';
import type { DialectEvidence } from './dialect-evidence';
import type { ReadOptions } from './read-options';
import type { SpreadsheetFormat } from './spreadsheet/spreadsheet-format';
import type { StrangeCells } from './sniff-encoding';
import type { Rewritten, StoredFormat } from './stored/stored-table';

/** Why a column is not a number, date or boolean though most of its cells are. */
export interface Stopper {
  /** 1-based line of data (the first row below the header is 1). */
  row: number;
  value: string;
}

/** Why a column is what it is; the sentence stands in `ui/text`. */
export type WhyCode =
  | 'chosen' // a person or a recipe said so
  | 'all-fit' // every cell that is not missing
  | 'day-settled' // a number above 12 stands where only a day can: place `first` or `second`
  | 'day-open' // days and months could change places in every cell
  | 'two-words' // no, yes
  | 'identifier' // see `identifier`
  | 'in-the-way' // kind, and how many cells have another
  | 'words'
  | 'blank';

/** The evidence for what a column is. */
export interface Why {
  code: WhyCode;
  /** Cells that fit the kind, of those that are not missing. */
  fits: number;
  of: number;
  details: Readonly<Record<string, string | number | null>>;
}

/** Another way in which a column could be understood. */
export interface RunnerUp {
  kind: Kind;
  /** As `ColumnReading.format`. */
  format: string | null;
  /** Cells that fit, of those that are not missing. */
  fits: number;
  of: number;
  /** The first few that do not. */
  first: readonly Stopper[];
  /** Whether only the first rows of the file were tried. */
  sampled: boolean;
}

export interface ColumnReading {
  name: string;
  kind: Kind;
  /**
   * How the cells are written: the pattern of dates (`YYYY-MM-DD HH:mm:ss`, `DD/MM/YYYY`), an example of numbers that
   * are more than plain digits (`1.234,56 €`); null for plain numbers and other kinds.
   */
  format: string | null;
  /** What numbers are counted in, as written (`€`, `US$`, `kr`, `%`); null where nothing is written. */
  unit?: string | null;
  /** Of several files that count in different things: which, with the rows of their files, most first; `unit` is null then. */
  units?: readonly { unit: string; rows: number }[];
  /** A date column whose days and months could change places in every row. */
  ambiguous: boolean;
  /** For text columns of which at least half the non-missing cells would be numbers or dates: how many stand in the way, and the first few. */
  stoppers: { kind: 'number' | 'date'; count: number; first: readonly Stopper[] } | null;
  /** Absent in sessions stored by earlier versions, as are the four below. */
  why?: Why;
  /** Best first; text, which fits always, last. */
  runnersUp?: readonly RunnerUp[];
  /** Cells that count as missing because a person said what the column is. */
  unread?: { count: number; first: readonly Stopper[] } | null;
  /** Known spellings of a missing cell in a text column, and whether they count as missing there. */
  marks?: readonly { mark: string; count: number; blank: boolean }[];
  /** What a person or a recipe said about the column. */
  choice?: ColumnChoice;
  /** For text columns kept so on purpose: `leading-zeros`, `too-many-digits`, `named-identifier`, `phone`, `postal-code`, `email`. */
  identifier: string | null;
}

/** The sheet of a spreadsheet, or the table of a database, that was read. Reports stored before 0.2 have the first four only. */
export interface SheetReport {
  format: SpreadsheetFormat | 'sqlite';
  name: string;
  /** The others that hold rows. */
  others: readonly {
    name: string;
    rows: number;
    hidden?: boolean;
    preview?: readonly (readonly string[])[];
  }[];
  /** Error cells that became missing. */
  errors: number;
  /** The first cells of its first rows. */
  preview?: readonly (readonly string[])[];
  /** Rows hidden in the file; they were read like the others. */
  hiddenRows?: number;
  /** Where the table lies, if the sheet holds several; null where everything on it was read. */
  range?: string | null;
  /** The other tables on the sheet, which were not read. */
  otherTables?: readonly { range: string; rows: number }[];
  /** Columns that have their name from merged cells. */
  mergedNames?: number;
}

export interface ReadReport {
  name: string;
  /** Where the table was put together from several files: those whose rows it has, in their order. */
  files?: readonly ReadPart[];
  /** Size of the file in bytes. */
  bytes: number;
  rows: number;
  options: ReadOptions;
  /** Of a spreadsheet: which sheet was read, and what is to be said about it. Of a database: the same of its tables. */
  sheet?: SheetReport;
  /** What the conclusions of a delimited file rest on; a sheet of a spreadsheet has none worth showing. */
  evidence?: DialectEvidence;
  /**
   * Of a file that keeps cells with their kinds: how it packs them (`snappy`, `zstd` …), which columns were rewritten
   * because their kind is none of ours, and which were left out and why (`binary`, `interval`, `variant`, `geometry`).
   */
  stored?: {
    format: StoredFormat;
    codecs: readonly string[];
    rewritten: readonly { column: string; as: Rewritten }[];
    leftOut: readonly { column: string; reason: string }[];
    /** Whether the last changes of a database may lie in a `-wal` file beside it. */
    wal?: boolean;
    /** Faults in how the table of a database is stored: rows may be missing or wrong. */
    faults?: number;
  };
  /** Spellings of missing cells that were met, with how often. */
  missingMarks: readonly { mark: string; count: number }[];
  columns: readonly ColumnReading[];
  /** Rows whose number of cells differs from the header's. Extra cells are kept in columns `Extra 1`, `Extra 2` … */
  ragged: { count: number; firstRow: number; firstCells: number; expected: number } | null;
  /** Rows that were cut anew to have as many cells as the header: how many, and the first 20 as they stand in the file. */
  mended?: { count: number; first: readonly { row: number; text: string }[] } | null;
  /** A quote that never closes: the row it opens in (1-based, of data), and how many lines it took into its cell. */
  /** Rows that repeat the names of the columns: how many, and the first of them, from 1. They are rows like others, if not left out. */
  repeatedNames?: { count: number; first: readonly number[]; leftOut?: true };
  /** Cells with bytes that are no UTF-8 in a file that is: unreadable letters stand for them. */
  spoilt?: StrangeCells;
  unclosedQuote: { row: number; lines: number } | null;
  /** Header names that had to be changed to be unique or not empty. */
  renamed: readonly { from: string; to: string }[];
  /** Columns that a saved recipe knows by another name, which they have here: as the file calls them, and that name. */
  named?: readonly (readonly [found: string, name: string])[];
  /** Dates that other files settled. */
  settled?: readonly SettledDates[];
}

/** A column of dates that could be read day or month first, and is read as another file of the same shape has it. */
export interface SettledDates {
  /** As the file calls it. */
  column: string;
  /** As `ColumnReading.format`. */
  format: string;
  /** Name of the file that settled it. */
  like: string;
}

/** One of the files a table was put together from. */
export interface ReadPart {
  name: string;
  rows: number;
  options: ReadOptions;
}

export interface ReadResult {
  table: ColumnTable;
  report: ReadReport;
}
