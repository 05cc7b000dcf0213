import type { DateParser } from './date-parser';
import { numberCell } from './number-cell';

/** Numbers that count days or time from a fixed day on. */
export type SerialFormat = 'excel-serial' | 'epoch-seconds' | 'epoch-milliseconds';

const DAY_MS = 86_400_000;
const POINT = 0x2e;
/** 1899-12-30, from which Excel's days count since March 1900: it knows a 29 February 1900 that never was. */
const EXCEL_ZERO = -25_569;
const LEAP_DAY = 60;
/** In ms: what six decimals of a day cannot say. */
const NEARLY = 44;
/** 9999-12-31. */
const LAST_SERIAL = 2_958_465;
/** 1900 to 2100 in seconds: beyond, a number counts something else. */
const EPOCH = { from: -2_208_988_800, to: 4_102_444_800 };

/** Reads numbers as days in Excel's system of 1900, or as seconds or milliseconds since 1970 (UTC, kept as wall clock). */
export class SerialDateCells implements DateParser {
  readonly ambiguous = false;
  hasTime = false;

  constructor(readonly format: SerialFormat) {}

  parse(bytes: Uint8Array, start: number, end: number): number {
    const ms = momentOf(numberCell(bytes, start, end, POINT), this.format);
    if (ms % DAY_MS !== 0 && ms === ms) this.hasTime = true;
    return ms;
  }
}

/** Wall-clock milliseconds of a number counted so; NaN outside the calendar. Excel's clock is a whole second where it is within 44 ms of one. */
export function momentOf(value: number, format: SerialFormat): number {
  if (format === 'excel-serial') return excelMoment(value);
  const seconds = format === 'epoch-seconds' ? value : value / 1000;
  return seconds >= EPOCH.from && seconds < EPOCH.to ? Math.floor(seconds * 1000 + 1e-6) : NaN;
}

function excelMoment(serial: number): number {
  if (!(serial >= 1 && serial < LAST_SERIAL + 1) || Math.floor(serial) === LEAP_DAY) return NaN;
  const day = Math.floor(serial);
  const ms = Math.round((serial - day) * DAY_MS);
  const second = Math.round(ms / 1000) * 1000;
  return (
    (day + EXCEL_ZERO + (day < LEAP_DAY ? 1 : 0)) * DAY_MS + (Math.abs(ms - second) <= NEARLY ? second : ms)
  );
}
