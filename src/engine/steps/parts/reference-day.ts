import { EngineError } from '../../errors';
import { parseDay } from './calendar';

/** 9999-12-31. */
const LAST_DAY = 2_932_896;

/** The next day, but none beyond the year 9999, which systems write for "never". */
export const dayAfter = (day: number): number => Math.min(day + 1, LAST_DAY);

/** Days since 1970-01-01. @throws EngineError `bad-reference-date` */
export function givenDay(text: string): number {
  const day = parseDay(text);
  if (day === null) throw new EngineError('bad-reference-date', { value: text });
  return day;
}

/**
 * The day to count to: the one given, else the one learnt, or, where the data end later, the day after their end.
 * @param latest latest day of the data, −Infinity where they have none
 * @throws EngineError `bad-reference-date`
 */
export function referenceDay(
  given: string | null | undefined,
  learnt: string,
  latest: number,
): { day: number; moved: boolean } {
  if (given) return { day: givenDay(given), moved: false };
  const before = givenDay(learnt);
  const day = Math.max(before, dayAfter(latest));
  return { day, moved: day > before };
}
