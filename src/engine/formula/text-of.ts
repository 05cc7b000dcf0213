import { momentText } from '../steps/parts/calendar';

/** Milliseconds from 1970 beyond which there is no date. */
export const MOST_MS = 8.64e15;

/** The shortest digits that are the number; null for a blank. */
export const textOfNumber = (value: number): string | null => (Number.isFinite(value) ? String(value) : null);

/** `YYYY-MM-DD`, the clock behind it where it is not midnight; null for a blank. */
export const textOfDate = (ms: number): string | null =>
  Math.abs(ms) <= MOST_MS ? momentText(Math.trunc(ms)).replace(/\.\d+$/, '') : null;

export const textOfYesNo = (mark: number): string | null => (mark === 2 ? null : mark === 1 ? 'yes' : 'no');
