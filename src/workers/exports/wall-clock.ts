/** The moment, in ms as if the wall clock here were in UTC: archives keep no time zone. */
export const wallClock = (now = new Date()): number => now.getTime() - now.getTimezoneOffset() * 60_000;
