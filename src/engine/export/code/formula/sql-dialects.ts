import type { Target } from '../targets';

type Unit = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour';

/** What formulas write otherwise in one database than in another. Expressions are given and taken as text. */
interface FormulaDialect {
  /** Logarithm to the base 10. */
  log10(x: string): string;
  /** A number to so many digits, told by the 15 digits that are written, halves away from 0. */
  rounded(x: string, digits: number): string;
  /** The least or greatest of several, blanks passed over; null where that is not what the function does. */
  outermost: readonly [least: string, greatest: string] | null;
  /** The start of the unit of time. */
  truncated(unit: Unit, moment: string): string;
  /** So many milliseconds on. */
  later(moment: string, ms: string): string;
  /** So many months on, the last day of a shorter one. `months`: a whole number. */
  monthsLater(moment: string, months: string): string;
  /** Days from one moment to another, with their part of a day. */
  daysApart(from: string, to: string): string;
  /** The part of a text at a place from 1; from -1 counted from the end. Null where it is not said. */
  splitPart: ((text: string, separator: string, place: number) => string) | null;
}

const DAY_MS = 86_400_000;
const dateTrunc = (unit: Unit, moment: string): string => `DATE_TRUNC('${unit}', ${moment})`;
const splitPart = (text: string, separator: string, place: number): string =>
  `SPLIT_PART(${text}, ${separator}, ${place})`;
const log10 = (x: string): string => `LOG10(${x})`;

export const FORMULA_DIALECTS: Readonly<Record<Exclude<Target, 'python'>, FormulaDialect>> = {
  duckdb: {
    log10,
    rounded: (x, digits) => `ROUND(CAST(PRINTF('%.14e', ${x}) AS DECIMAL(38, 16)), ${digits})`,
    outermost: ['LEAST', 'GREATEST'],
    truncated: dateTrunc,
    later: (moment, ms) => `${moment} + TO_MILLISECONDS(CAST(${ms} AS BIGINT))`,
    monthsLater: (moment, months) => `${moment} + TO_MONTHS(CAST(${months} AS INTEGER))`,
    daysApart: (from, to) => `(EPOCH_MS(${to}) - EPOCH_MS(${from})) / 86400000e0`,
    splitPart,
  },
  postgresql: {
    log10,
    // A number keeps 15 digits when it is cast so.
    rounded: (x, digits) => `ROUND(CAST(${x} AS numeric), ${digits})`,
    outermost: ['LEAST', 'GREATEST'],
    truncated: dateTrunc,
    later: (moment, ms) => `${moment} + ${ms} * INTERVAL '1 millisecond'`,
    monthsLater: (moment, months) => `${moment} + CAST(${months} AS integer) * INTERVAL '1 month'`,
    daysApart: (from, to) => `EXTRACT(EPOCH FROM ${to} - ${from}) / 86400e0`,
    splitPart,
  },
  bigquery: {
    log10,
    rounded: (x, digits) => `ROUND(PARSE_BIGNUMERIC(FORMAT('%.14e', ${x})), ${digits})`,
    outermost: null,
    truncated: (unit, moment) =>
      `DATETIME_TRUNC(${moment}, ${unit === 'week' ? 'ISOWEEK' : unit.toUpperCase()})`,
    later: (moment, ms) =>
      `DATETIME(TIMESTAMP_MILLIS(UNIX_MILLIS(TIMESTAMP(${moment})) + CAST(${ms} AS INT64)))`,
    monthsLater: (moment, months) => `DATETIME_ADD(${moment}, INTERVAL CAST(${months} AS INT64) MONTH)`,
    daysApart: (from, to) => `(UNIX_MILLIS(TIMESTAMP(${to})) - UNIX_MILLIS(TIMESTAMP(${from}))) / ${DAY_MS}`,
    splitPart: null,
  },
  snowflake: {
    log10: (x) => `LOG(10, ${x})`,
    rounded: (x, digits) => `ROUND(CAST(${x} AS NUMBER(38, 15)), ${digits})`,
    outermost: ['LEAST_IGNORE_NULLS', 'GREATEST_IGNORE_NULLS'],
    truncated: dateTrunc,
    later: (moment, ms) => `DATEADD('millisecond', ${ms}, ${moment})`,
    monthsLater: (moment, months) => `DATEADD('month', ${months}, ${moment})`,
    daysApart: (from, to) => `DATEDIFF('millisecond', ${from}, ${to}) / ${DAY_MS}`,
    splitPart,
  },
  spark: {
    log10,
    rounded: (x, digits) => `ROUND(CAST(FORMAT_STRING('%.14e', ${x}) AS DECIMAL(38, 15)), ${digits})`,
    outermost: ['LEAST', 'GREATEST'],
    truncated: dateTrunc,
    later: (moment, ms) => `TIMESTAMP_MILLIS(UNIX_MILLIS(${moment}) + CAST(${ms} AS BIGINT))`,
    monthsLater: (moment, months) => `${moment} + MAKE_YM_INTERVAL(0, CAST(${months} AS INT))`,
    daysApart: (from, to) => `(UNIX_MILLIS(${to}) - UNIX_MILLIS(${from})) / ${DAY_MS}`,
    splitPart,
  },
};
