import { standardText, type DatePart, type Dialect } from './dialect';

const PARTS: Record<DatePart, string> = {
  year: 'year',
  month: 'month',
  day: 'day',
  hour: 'hour',
  minute: 'minute',
  week: 'week',
  'iso-year': 'isoyear',
  weekday: 'isodow',
};

export const duckdb: Dialect = {
  target: 'duckdb',
  types: {
    number: 'DOUBLE',
    text: 'VARCHAR',
    date: 'TIMESTAMP',
    boolean: 'BOOLEAN',
    decimal: 'DECIMAL(38, 15)',
    whole: 'BIGINT',
  },
  ignoresCase: true,
  longestName: Infinity,
  quoted: (name) => `"${name.replaceAll('\0', '').replaceAll('"', '""')}"`,
  text: standardText,
  moment: (day) => `TIMESTAMP '${day} 00:00:00'`,
  rowNumber: 'ROW_NUMBER() OVER ()',
  dayOf: (moment) => `CAST(${moment} AS DATE)`,
  plusDays: (day, days) => `${day} + ${days}`,
  daysBetween: (from, to) => `DATE_DIFF('day', ${from}, ${to})`,
  exact: (number) => `CAST(${number} AS DECIMAL(38, 15))`,
  fourteenDigits: (decimal) => `CAST(PRINTF('%.13e', CAST(${decimal} AS DOUBLE)) AS DOUBLE)`,
  part: (part, moment) => `EXTRACT(${PARTS[part]} FROM ${moment})`,
  anyTrue: (condition) => `BOOL_OR(${condition})`,
  placeOf: (find, within) => `STRPOS(${within}, ${find})`,
  replaced: (text, pattern, by) => `REGEXP_REPLACE(${text}, ${standardText(pattern)}, ${by}, 'g')`,
  group: (number) => `'\\${number}'`,
  isLike: (text, pattern) => `REGEXP_FULL_MATCH(${text}, ${standardText(pattern)})`,
  dateText: (moment, clock) => `STRFTIME(${moment}, '${clock ? '%Y-%m-%d %H:%M:%S' : '%Y-%m-%d'}')`,
  momentFrom: (text) => `CAST(${text} AS TIMESTAMP)`,
  worksOutFirst: '',
  // Windows that look at windows would be put into one another, and planned for hours.
  worksOutParts: 'MATERIALIZED ',
  compared: '',
};
