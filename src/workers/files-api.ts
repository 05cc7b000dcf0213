import type {
  FilesPlan,
  FirstRows,
  JoinPlan,
  ReadOptions,
  SettledDates,
  Understanding,
} from '../engine/index';
import type { Outcome, Watch, RoleChoice } from './api';

/** A file read and understood, and how long each took. */
export interface Opened {
  understanding: Understanding;
  /** Where several files were put together: what says so. */
  choice?: RoleChoice;
  ms: { read: number; understand: number };
}

/** Several files that were read, and how they may be put together. Nothing of what is open has changed. */
export interface Gathered {
  files: readonly {
    name: string;
    rows: number;
    columns: readonly string[];
    /** Dates of it that others of these files settle. */
    settled: readonly SettledDates[];
  }[];
  plan: FilesPlan;
}

/** Several files put together and understood, and the choice that says so. */
export interface PutTogether extends Opened {
  choice: RoleChoice;
}

/** A file and what is said about how it is to be read. */
export interface FileToRead {
  file: File;
  options: Partial<ReadOptions>;
}

/** Bytes of memory: of each file as it will stand among the others, and of what is open, which may be a sample. */
export interface FilesWeighed {
  bytes: readonly number[];
  open: number;
  sample: NonNullable<ReadOptions['sample']> | null;
}

/** How files come in: looked at, weighed, opened, put together. */
export interface FilesApi {
  /**
   * The first rows of a file, from its first megabyte alone; nothing is kept. Null for a file that is no delimited
   * text, such as a spreadsheet.
   */
  preview(
    call: number,
    file: File,
    chosen: Partial<ReadOptions>,
    watch: Watch,
  ): Promise<Outcome<FirstRows | null>>;
  /** The column by which a sample of the file keeps customers whole; null without one. */
  sampleColumn(
    call: number,
    file: File,
    chosen: Partial<ReadOptions>,
    watch: Watch,
  ): Promise<Outcome<string | null>>;
  /** What several files will take in memory, beside those that are open if they are to be added. */
  weigh(call: number, files: readonly File[], add: boolean, watch: Watch): Promise<Outcome<FilesWeighed>>;
  /** For each file the column that names the customer, by which samples of several files go together; null without one. */
  sampleColumns(call: number, files: readonly File[], watch: Watch): Promise<Outcome<(string | null)[]>>;
  open(call: number, file: File, chosen: Partial<ReadOptions>, watch: Watch): Promise<Outcome<Opened>>;
  /** Reads files, beside those that are open if they are to be added, and says how they go together. */
  gather(call: number, files: readonly FileToRead[], add: boolean, watch: Watch): Promise<Outcome<Gathered>>;
  /** What a join of that file by other columns would find. */
  joinBy(
    call: number,
    plan: FilesPlan,
    file: number,
    key: { left: string; right: string },
    watch: Watch,
  ): Promise<Outcome<JoinPlan>>;
  /** Puts the gathered files together; they are what is open from now on. */
  putTogether(call: number, plan: FilesPlan, choice: RoleChoice, watch: Watch): Promise<Outcome<PutTogether>>;
  openSample(call: number, watch: Watch): Promise<Outcome<Opened>>;
  /** Reads the same file in another way. */
  reread(call: number, chosen: Partial<ReadOptions>, watch: Watch): Promise<Outcome<Opened>>;
}
