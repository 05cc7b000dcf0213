import { backslashedText, type DatePart, type Dialect } from './dialect';

const PARTS: Record<Exclude<DatePart, 'weekday'>, string> = {
  year: 'YEAR',
  month: 'MONTH',
  day: 'DAY',
  hour: 'HOUR',
  minute: 'MINUTE',
  week: 'ISOWEEK',
  'iso-year': 'ISOYEAR',
};

export const bigquery: Dialect = {
  target: 'bigquery',
  types: {
    number: 'FLOAT64',
    text: 'STRING',
    date: 'DATETIME',
    boolean: 'BOOL',
    decimal: 'BIGNUMERIC',
    whole: 'INT64',
  },
  ignoresCase: true,
  longestName: 300,
  quoted: (name) =>
    `\`${name.replaceAll('\0', '').replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}\``,
  text: backslashedText,
  moment: (day) => `DATETIME '${day} 00:00:00'`,
  rowNumber: 'ROW_NUMBER() OVER ()',
  dayOf: (moment) => `CAST(${moment} AS DATE)`,
  plusDays: (day, days) => `DATE_ADD(${day}, INTERVAL ${days} DAY)`,
  daysBetween: (from, to) => `DATE_DIFF(${to}, ${from}, DAY)`,
  exact: (number) => `PARSE_BIGNUMERIC(CAST(${number} AS STRING))`,
  fourteenDigits: (decimal) => `CAST(FORMAT('%.13e', CAST(${decimal} AS FLOAT64)) AS FLOAT64)`,
  part: (part, moment) =>
    part === 'weekday'
      ? `(MOD(EXTRACT(DAYOFWEEK FROM ${moment}) + 5, 7) + 1)`
      : `EXTRACT(${PARTS[part]} FROM ${moment})`,
  anyTrue: (condition) => `LOGICAL_OR(${condition})`,
  placeOf: (find, within) => `STRPOS(${within}, ${find})`,
  replaced: (text, pattern, by) => `REGEXP_REPLACE(${text}, ${backslashedText(pattern)}, ${by})`,
  group: (number) => `'\\\\${number}'`,
  isLike: (text, pattern) => `REGEXP_CONTAINS(${text}, ${backslashedText(`^(${pattern})$`)})`,
  dateText: (moment, clock) => `FORMAT_DATETIME('${clock ? '%Y-%m-%d %H:%M:%S' : '%Y-%m-%d'}', ${moment})`,
  momentFrom: (text) => `CAST(${text} AS DATETIME)`,
  worksOutFirst: '',
  worksOutParts: '',
  compared: '',
};
