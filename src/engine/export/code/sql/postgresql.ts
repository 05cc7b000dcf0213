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

export const postgresql: Dialect = {
  target: 'postgresql',
  types: {
    number: 'double precision',
    text: 'text',
    date: 'timestamp',
    boolean: 'boolean',
    decimal: 'numeric',
    whole: 'bigint',
  },
  ignoresCase: false,
  longestName: 63,
  quoted: (name) => `"${name.replaceAll('\0', '').replaceAll('"', '""')}"`,
  text: standardText,
  moment: (day) => `TIMESTAMP '${day} 00:00:00'`,
  rowNumber: 'ROW_NUMBER() OVER ()',
  dayOf: (moment) => `CAST(${moment} AS date)`,
  plusDays: (day, days) => `${day} + ${days}`,
  daysBetween: (from, to) => `(${to} - ${from})`,
  // By way of text, for a number cast to numeric keeps 15 digits only.
  exact: (number) => `CAST(CAST(${number} AS text) AS numeric)`,
  fourteenDigits: (decimal) => `CAST(TO_CHAR(${decimal}, '9.9999999999999EEEE') AS double precision)`,
  part: (part, moment) => `CAST(EXTRACT(${PARTS[part]} FROM ${moment}) AS double precision)`,
  anyTrue: (condition) => `BOOL_OR(${condition})`,
  placeOf: (find, within) => `STRPOS(${within}, ${find})`,
  replaced: (text, pattern, by) => `REGEXP_REPLACE(${text}, ${standardText(pattern)}, ${by}, 'g')`,
  group: (number) => `'\\${number}'`,
  isLike: (text, pattern) => `${text} ~ ${standardText(`^(${pattern})$`)}`,
  dateText: (moment, clock) => `TO_CHAR(${moment}, '${clock ? 'YYYY-MM-DD HH24:MI:SS' : 'YYYY-MM-DD'}')`,
  momentFrom: (text) => `CAST(${text} AS timestamp)`,
  // Expressions that are used several times would be put in again at each place.
  worksOutFirst: 'MATERIALIZED ',
  worksOutParts: 'MATERIALIZED ',
  compared: ' COLLATE "C"',
};
