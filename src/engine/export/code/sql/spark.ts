import { backslashedText, type DatePart, type Dialect } from './dialect';

const PARTS: Record<Exclude<DatePart, 'weekday'>, string> = {
  year: 'YEAR',
  month: 'MONTH',
  day: 'DAY',
  hour: 'HOUR',
  minute: 'MINUTE',
  week: 'WEEK',
  'iso-year': 'YEAROFWEEK',
};

export const spark: Dialect = {
  target: 'spark',
  types: {
    number: 'DOUBLE',
    text: 'STRING',
    date: 'TIMESTAMP',
    boolean: 'BOOLEAN',
    decimal: 'DECIMAL(38, 15)',
    whole: 'BIGINT',
  },
  ignoresCase: true,
  longestName: 255,
  quoted: (name) => `\`${name.replaceAll('\0', '').replaceAll('`', '``')}\``,
  text: backslashedText,
  moment: (day) => `TIMESTAMP '${day} 00:00:00'`,
  rowNumber: 'ROW_NUMBER() OVER (ORDER BY MONOTONICALLY_INCREASING_ID())',
  dayOf: (moment) => `CAST(${moment} AS DATE)`,
  plusDays: (day, days) => `DATE_ADD(${day}, ${days})`,
  daysBetween: (from, to) => `DATEDIFF(${to}, ${from})`,
  exact: (number) => `CAST(${number} AS DECIMAL(38, 15))`,
  fourteenDigits: (decimal) => `CAST(FORMAT_STRING('%.13e', CAST(${decimal} AS DOUBLE)) AS DOUBLE)`,
  part: (part, moment) =>
    part === 'weekday' ? `(WEEKDAY(${moment}) + 1)` : `EXTRACT(${PARTS[part]} FROM ${moment})`,
  anyTrue: (condition) => `BOOL_OR(${condition})`,
  placeOf: (find, within) => `LOCATE(${find}, ${within})`,
  replaced: (text, pattern, by) => `REGEXP_REPLACE(${text}, ${backslashedText(pattern)}, ${by})`,
  group: (number) => `'$${number}'`,
  isLike: (text, pattern) => `${text} RLIKE ${backslashedText(`^(${pattern})$`)}`,
  dateText: (moment, clock) => `DATE_FORMAT(${moment}, '${clock ? 'yyyy-MM-dd HH:mm:ss' : 'yyyy-MM-dd'}')`,
  momentFrom: (text) => `CAST(${text} AS TIMESTAMP)`,
  worksOutFirst: '',
  worksOutParts: '',
  compared: '',
};
