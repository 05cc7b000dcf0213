import type { Draws } from './draws';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** First and last day of the shop's year, as ms since 1970. */
export const FIRST_DAY = Date.UTC(2024, 9, 1);
export const LAST_DAY = Date.UTC(2025, 8, 30);

/** How busy each month is, January first: quiet summers, full weeks before Christmas. */
const MONTHS = [0.6, 0.5, 0.55, 0.6, 0.55, 0.42, 0.35, 0.35, 0.5, 0.65, 0.95, 1];
/** How busy each day of the week is, Sunday first. */
const WEEKDAYS = [1, 0.7, 0.7, 0.75, 0.7, 0.65, 0.8];

/** A moment between two days, both included: likelier when the shop is busy, and during the day. */
export function moment(draws: Draws, from: number, to: number): number {
  for (;;) {
    const day = Math.max(FIRST_DAY, from) + draws.whole(0, Math.max(0, Math.round((to - from) / DAY))) * DAY;
    const date = new Date(Math.min(day, to));
    const busy = MONTHS[date.getUTCMonth()]! * WEEKDAYS[date.getUTCDay()]!;
    if (draws.chance(busy)) return date.getTime() + Math.floor(draws.between(7 * 60, 23 * 60)) * MINUTE;
  }
}

/** The day so many days before the last one, not before the first. */
export const daysBeforeEnd = (days: number): number => Math.max(FIRST_DAY, LAST_DAY - days * DAY);

/** `2025-03-03 14:05`. */
export const written = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
