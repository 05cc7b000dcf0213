import type { Crew } from './crew/crew';

/** What long work is doing, in words the interface can turn into a sentence. */
export interface Progress {
  /** `reading`, `copies`, `adding-up`, `grouping`, `redrawing`, `writing` … : a key of `ui/text/progress.ts`. */
  phase: string;
  done: number;
  total: number;
  /** What `done` and `total` count. */
  unit: 'bytes' | 'rows' | 'rounds';
  /** Rows known so far, where `unit` is bytes. */
  rows?: number;
}

/**
 * The host's side of long work: a clock, progress and cancel.
 * Call `breathe` between blocks of at most a few thousand rows; it gives `undefined` at once unless the host wants
 * to be heard, so the usual line is `const rest = work.breathe(p); if (rest) await rest;`.
 * It throws (or rejects with) `Stopped` once the work was cancelled.
 */
export interface Work {
  breathe(progress?: Progress): Promise<void> | undefined;
  /** Milliseconds from any fixed moment; used for timings only, never for results. */
  now(): number;
  /** Others that do pieces of the work at the same time, where the host has them. */
  readonly crew?: Crew | undefined;
}

/** Work nobody watches: never rests, never stops. For tests and short calls. */
export const unwatched: Work = { breathe: () => undefined, now: () => 0 };
