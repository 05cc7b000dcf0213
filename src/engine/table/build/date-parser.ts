/** Reads the dates of one column, all written in one way, and remembers only what may be joined in any order. */
export interface DateParser {
  /** Milliseconds since 1970 of the wall-clock moment the bytes spell; NaN where they spell none in this way. */
  parse(bytes: Uint8Array, start: number, end: number): number;
  /** The pattern in letters, such as `YYYY-MM-DD HH:mm:ss`, `DD/MM/YY` or `D MMMM YYYY`; or `excel-serial`, `epoch-seconds`, `epoch-milliseconds`. */
  readonly format: string;
  /** Whether days and months could change places in every cell met. */
  readonly ambiguous: boolean;
  /** Whether a cell had a time of day. */
  readonly hasTime: boolean;
}
