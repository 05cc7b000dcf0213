import { backslashedText, type DatePart, type Dialect } from './dialect';

const PARTS: Record<DatePart, string> = {
  year: 'YEAR',
  month: 'MONTH',
  day: 'DAY',
  hour: 'HOUR',
  minute: 'MINUTE',
  week: 'WEEKISO',
  'iso-year': 'YEAROFWEEKISO',
  weekday: 'DAYOFWEEKISO',
};

export const snowflake: Dialect = {
  target: 'snowflake',
  types: {
    number: 'DOUBLE',
    text: 'VARCHAR',
    date: 'TIMESTAMP_NTZ',
    boolean: 'BOOLEAN',
    decimal: 'NUMBER(38, 15)',
    whole: 'BIGINT',
  },
  ignoresCase: false,
  longestName: 255,
  quoted: (name) => `"${name.replaceAll('\0', '').replaceAll('"', '""')}"`,
  text: backslashedText,
  moment: (day) => `CAST('${day} 00:00:00' AS TIMESTAMP_NTZ)`,
  rowNumber: 'ROW_NUMBER() OVER (ORDER BY 1)',
  dayOf: (moment) => `CAST(${moment} AS DATE)`,
  plusDays: (day, days) => `DATEADD('day', ${days}, ${day})`,
  daysBetween: (from, to) => `DATEDIFF('day', ${from}, ${to})`,
  exact: (number) => `CAST(${number} AS NUMBER(38, 15))`,
  fourteenDigits: (decimal) =>
    `COALESCE(ROUND(CAST(${decimal} AS DOUBLE), CAST(13 - FLOOR(LOG(10, ABS(NULLIF(${decimal}, 0)))) AS INTEGER)), 0)`,
  part: (part, moment) => `DATE_PART('${PARTS[part]}', ${moment})`,
  anyTrue: (condition) => `BOOLOR_AGG(${condition})`,
  placeOf: (find, within) => `POSITION(${find}, ${within})`,
  replaced: (text, pattern, by) => `REGEXP_REPLACE(${text}, ${backslashedText(pattern)}, ${by})`,
  group: (number) => `'\\\\${number}'`,
  isLike: (text, pattern) => `REGEXP_LIKE(${text}, ${backslashedText(pattern)})`,
  dateText: (moment, clock) => `TO_CHAR(${moment}, '${clock ? 'YYYY-MM-DD HH24:MI:SS' : 'YYYY-MM-DD'}')`,
  momentFrom: (text) => `CAST(${text} AS TIMESTAMP_NTZ)`,
  worksOutFirst: '',
  worksOutParts: '',
  compared: '',
};
