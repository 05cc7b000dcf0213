import { firstOf } from './sql/cases';
import type { SqlScript } from './sql/script';

const NO = [
  '0',
  'no',
  'n',
  'false',
  'f',
  'off',
  'nein',
  'falsch',
  'non',
  'faux',
  'falso',
  'não',
  'nao',
  'nee',
  'nej',
  'nei',
  'nie',
];
const YES = [
  '1',
  'yes',
  'y',
  'true',
  't',
  'on',
  'ja',
  'j',
  'wahr',
  'oui',
  'o',
  'vrai',
  'si',
  'sí',
  'sì',
  's',
  'verdadero',
  'vero',
  'sim',
  'verdadeiro',
  'tak',
];

/** Yes or no as words say it; blank where they say neither. `text` is without white space at its ends. */
export function truthSql(sql: SqlScript, text: string): string {
  const listed = (words: readonly string[]) =>
    `LOWER(${text}) IN (${words.map((word) => sql.text(word)).join(', ')})`;
  return firstOf([
    [listed(YES), 'TRUE'],
    [listed(NO), 'FALSE'],
  ]);
}

/** The number a text says, blank where it says none. */
export function numberSql(sql: SqlScript, text: string, decimal: '.' | ','): string {
  const { dialect } = sql;
  const mark = decimal === '.' ? '[.]' : ',';
  const thousands =
    decimal === '.' ? ["'", ',', '’', ' ', '\u00a0', '\u202f'] : ["'", '[.]', '’', ' ', '\u00a0', '\u202f'];
  const unsigned = dialect.replaced(dialect.replaced(text, '[$¢£¤¥₠-⃀]', "''"), '−', "'-'");
  const bare = dialect.replaced(
    dialect.replaced(unsigned, '^[ \u00a0]+|[ \u00a0]+$', "''"),
    '^([+-]) +',
    dialect.group('1'),
  );
  const whole = ['[0-9]*', ...thousands.map((sign) => `[0-9]{1,3}(${sign}[0-9]{3})+`)].join('|');
  const like = dialect.isLike(bare, `[+-]?(${whole})(${mark}[0-9]*)?([eE][+-]?[0-9]+)?`);
  const some = dialect.isLike(bare, '[+-]?[^eE]*[0-9].*');
  const digits = dialect.replaced(bare, decimal === '.' ? "[,'’ \u00a0\u202f]" : "[.'’ \u00a0\u202f]", "''");
  const pointed = decimal === '.' ? digits : `REPLACE(${digits}, ',', '.')`;
  const value = `CAST(${pointed} AS ${dialect.types.number})`;
  const isWhole = dialect.isLike(bare, `[+-]?(${whole})${mark}?`);
  return `CASE WHEN ${like} AND ${some} THEN CASE WHEN ${isWhole} AND ABS(${value}) > 9007199254740991 THEN NULL ELSE ${value} END END`;
}

/** Which group of a pattern is the year, the month and the day. */
type Places = readonly [year: string, month: string, day: string];

/** The moment a text says in numbers alone; blank where it says none, and for days that are none. */
export function dateSql(sql: SqlScript, text: string, order: 'ymd' | 'dmy' | 'mdy'): string {
  const { dialect } = sql;
  const clock =
    '(( |T|, ?) *([0-9]{1,2}):([0-9]{2})(:([0-9]{2})([.,][0-9]{1,9})?)?(Z| ?[+-][0-9]{2}:?[0-9]{2})?)?';
  // Which marks stand there is looked at once, for both of them are the same; what is taken out then is the same for all.
  const marked = (first: string, last: string) => ({
    like: `${first}(${['-', '/', '[.]', ' '].map((mark) => `${mark}[0-9]{1,2}${mark}`).join('|')})${last}`,
    shape: `(${first})[-/. ]([0-9]{1,2})[-/. ](${last})`,
  });
  const compact = '([0-9]{4})([0-9]{2})([0-9]{2})';
  const short = '[0-9]{2}';
  const [year, month, day] = ['1', '2', '3'] as const;
  const places: Places = order === 'dmy' ? ['3', '2', '1'] : ['3', '1', '2'];
  const shapes: { like: string; shape: string; places: Places; short: boolean }[] = [
    { ...marked('[0-9]{4}', '[0-9]{1,2}'), places: [year, month, day], short: false },
    { like: compact, shape: compact, places: [year, month, day], short: false },
    ...(order === 'ymd'
      ? [{ ...marked(short, short), places: [year, month, day] as Places, short: true }]
      : [
          { ...marked('[0-9]{1,2}', '[0-9]{4}'), places, short: false },
          { ...marked('[0-9]{1,2}', short), places, short: true },
        ]),
  ];
  const cases = shapes.map(({ like, shape, places: at, short: isShort }): [string, string] => {
    const part = (group: string) =>
      `CAST(${dialect.replaced(text, `^${shape}${clock}$`, dialect.group(group))} AS ${dialect.types.whole})`;
    const [of, ofMonth, ofDay] = at.map(part) as [string, string, string];
    const full = isShort ? `(${of} + CASE WHEN ${of} < 69 THEN 2000 ELSE 1900 END)` : of;
    return [
      dialect.isLike(text, `${like}${clock}`),
      validDay(sql, full, ofMonth, ofDay, clockSql(sql, text, `^${shape}${clock}$`)),
    ];
  });
  return firstOf(cases);
}

/** Hours, minutes and seconds of the text as its own text, `08:26:00`; midnight where there are none, blank where they are no clock. */
function clockSql(sql: SqlScript, text: string, pattern: string): string {
  const { dialect } = sql;
  // Groups of the clock stand behind the three of the day.
  const part = (group: number) =>
    `COALESCE(NULLIF(${dialect.replaced(text, pattern, dialect.group(String(group)))}, ''), '0')`;
  const [hour, minute, second] = [part(6), part(7), part(9)];
  const number = (of: string) => `CAST(${of} AS ${dialect.types.whole})`;
  const padded = (of: string) => `LPAD(${of}, 2, '0')`;
  return `CASE WHEN ${number(hour)} < 24 AND ${number(minute)} < 60 AND ${number(second)} < 60 THEN CONCAT(${padded(hour)}, ':', ${padded(minute)}, ':', ${padded(second)}) END`;
}

function validDay(sql: SqlScript, year: string, month: string, day: string, clock: string): string {
  const { types } = sql.dialect;
  const leap = `(MOD(${year}, 4) = 0 AND (MOD(${year}, 100) <> 0 OR MOD(${year}, 400) = 0))`;
  const last = `CASE WHEN ${month} IN (4, 6, 9, 11) THEN 30 WHEN ${month} = 2 THEN CASE WHEN ${leap} THEN 29 ELSE 28 END ELSE 31 END`;
  const padded = (of: string, length: number) => `LPAD(CAST(${of} AS ${types.text}), ${length}, '0')`;
  const text = `CONCAT(${padded(year, 4)}, '-', ${padded(month, 2)}, '-', ${padded(day, 2)}, ' ', ${clock})`;
  const is = `${month} BETWEEN 1 AND 12 AND ${day} BETWEEN 1 AND ${last} AND ${clock} IS NOT NULL`;
  return `CASE WHEN ${is} THEN ${sql.dialect.momentFrom(text)} END`;
}
