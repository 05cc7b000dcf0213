import type { Moves } from '../moves/moves-of';

/** The segments as of one day: recency is counted to the day after it. */
export interface HistoryPoint {
  /** Milliseconds since 1970: the last day of a month or week, or the last day of the orders. */
  day: number;
  /** By segment, from the first. */
  sizes: readonly number[];
  /** What they were worth by then; null where nothing says what customers are worth. */
  worth: readonly number[] | null;
  /** Customers in no segment. */
  withoutSegment: number;
}

/** The segments of a run as they would have been before, with what was learnt from all orders. */
export interface History {
  by: 'months' | 'weeks';
  /** Earlier months or weeks that are left out: the last 24 are looked at. */
  leftOut: number;
  /** Rows dated more than a year after all others, and the last day of those, ms; the time between is left out. */
  stray?: { after: number; rows: number };
  /** Names of segments by place from 1: those of the run, then those that nobody is in any more. */
  names: readonly string[];
  /** Two at least, days rising; the last is the run itself. */
  points: readonly HistoryPoint[];
  /** Who moved from each point to the next; one less than there are points. */
  moves: readonly Moves[];
  /** Who moved from the first point to the last. */
  overall: Moves;
}
