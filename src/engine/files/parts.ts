import type { BuilderSpec, TextPart, TypedPart } from '../table/build/builder-part';
import type { RaggedPart } from './ragged-rows';
import type { UnclosedQuote } from './unclosed-quote';

/** A builder of each part, and the cell of every record that it takes. */
export interface PlannedBuilder {
  position: number;
  spec: BuilderSpec;
  /** Whether cells that are not understood count as missing. */
  forgiving: boolean;
}

/** How all parts of one pass over a file are read, as plain data. */
export interface PartPlan {
  /** Another one for each pass. */
  id: number;
  encoding: string;
  delimiter: string;
  quote: string;
  /** Spellings of missing cells, for kinds other than text. */
  marks: readonly string[];
  /** How many cells a record should have. */
  expected: number;
  /** What takes which cell of the records. */
  builders: readonly PlannedBuilder[];
  /** Whether rows of the wrong length are counted and extra cells kept. */
  extras: boolean;
}

/** The records that begin in the bytes from `from` up to `to` of the file. */
export interface PartBounds {
  from: number;
  to: number;
  /** Whether a record is known to begin at `from`; else the first line after it is taken on trust, to be checked. */
  exact: boolean;
  /** Whether its texts are told as if it were the only part: parts are asked for in their order but for such ones. */
  alone?: boolean;
}

/** What one part gave. It counts only where the part before it ended at `begin`. */
export interface PartResult {
  /** Where its first record begins; null where no line begins in the part. */
  begin: number | null;
  /** Where the first record behind it begins. */
  end: number;
  rows: number;
  /** As the plan's builders. */
  built: readonly (TypedPart | TextPart)[];
  ragged: RaggedPart;
  extras: readonly TextPart[];
  unclosed: UnclosedQuote | null;
}

/** Others that read parts of the same file at the same time. */
export interface Hands {
  /** How many read at once. */
  readonly count: number;
  /**
   * Reads one part; null where a record in it is too long for a part. One that tells texts only once (see `TextMemory`)
   * must do with the parts given to it in the order of asking.
   * @throws EngineError `unreadable-file`; HandsLost where the hands themselves fail
   */
  read(plan: PartPlan, bounds: PartBounds): Promise<PartResult | null>;
}

/** Thrown where hands could not be started or died: the file must be read without them. */
export class HandsLost extends Error {}
