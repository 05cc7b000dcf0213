import type { Stopper } from '../../files/read-report';
import type { DateOrder } from './date-cell';
import type { NumberFormat } from './number-format';

/** What a builder is made from, as plain data: with it another thread makes the same one. */
export type BuilderSpec =
  | { builder: 'text' }
  | { builder: 'boolean'; zeroOne: boolean }
  | { builder: 'number'; decimal: '.' | ',' }
  | { builder: 'formatted-number'; format: NumberFormat }
  | { builder: 'date'; order: DateOrder; separator: number };

/** What a builder of numbers, dates or booleans made of some rows; row numbers count from these rows' first. */
export interface TypedPart {
  good: number;
  bad: number;
  unread: number;
  first: readonly Stopper[];
  marks: readonly (readonly [mark: string, times: number])[];
  /** Null where something stood in the way. */
  cells: Float64Array | Uint8Array | null;
  /** What else the kind remembers. */
  memory: unknown;
}

/** What a builder of text made of some rows: codes into distinct texts in the order of first appearance. */
export interface TextPart {
  codes: Uint32Array;
  bytes: Uint8Array;
  /** One more than there are texts. */
  offsets: Uint32Array;
  hashes: Int32Array;
  /**
   * Whose codes these are, where they go on from one part to the next: `before` texts were told with the parts before,
   * and the texts here follow them.
   */
  told?: { by: string; before: number } | null;
}
