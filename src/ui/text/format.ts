const HARD_SPACE = '\u00a0';
const MINUS = '\u2212';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LARGE = [
  { from: 1e12, unit: 'tn' },
  { from: 1e9, unit: 'bn' },
  { from: 1e6, unit: 'M' },
  { from: 1e3, unit: 'k' },
] as const;

let signBehind: boolean | null = null;
let locale: string | undefined = typeof navigator === 'undefined' ? 'en-GB' : navigator.language;
const made = new Map<string, Intl.NumberFormat>();

/** Numbers follow this locale from now on; the browser's own unless told otherwise. */
export function useLocale(name: string): void {
  locale = name;
  made.clear();
  signBehind = null;
}

function digits(value: number, least: number, most: number, grouping = true): string {
  const key = `${least} ${most} ${grouping}`;
  let format = made.get(key);
  if (!format) {
    const options = { minimumFractionDigits: least, maximumFractionDigits: most, useGrouping: grouping };
    format = new Intl.NumberFormat(locale, options);
    made.set(key, format);
  }
  // The font has neither the narrow space nor a figure-wide hyphen.
  return format
    .format(value)
    .replace(/\u202f/g, HARD_SPACE)
    .replace(/^-/, MINUS);
}

/** A number in words with what it is counted in, where this locale puts a currency: "£5.58 M", "CHF 12", "12 €", "5 %". */
export function inUnit(text: string, unit: string | null): string {
  if (unit === null) return text;
  const [minus, size] = text.startsWith(MINUS) ? [MINUS, text.slice(1)] : ['', text];
  signBehind ??= isSignBehind();
  if (unit === '%' || signBehind) return `${minus}${size}${HARD_SPACE}${unit}`;
  return `${minus}${unit}${/[\p{L}.]$/u.test(unit) ? HARD_SPACE : ''}${size}`;
}

function isSignBehind(): boolean {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).formatToParts(1);
  const placeOf = (wanted: string) => parts.findIndex(({ type }) => type === wanted);
  return placeOf('currency') > placeOf('integer');
}

/** Any figure as what it is counted in wants it; a percentage is given as a share. */
export const figure = (value: number, unit: string | null, decimals: number): string =>
  inUnit(number(unit === '%' ? value * 100 : value, decimals), unit);

/** Rows and customers, always in full: "541,909". */
export const count = (value: number): string => digits(value, 0, 0);

/** Any number in full, with at most so many decimals. */
export const number = (value: number, decimals = 2): string => digits(value, 0, decimals);

/** With exactly so many decimals. */
export const fixed = (value: number, decimals: number): string => digits(value, decimals, decimals);

/** A change with its sign: "−5,268". */
export const change = (value: number): string => (value > 0 ? `+${count(value)}` : count(value));

/** Three figures: "12.4", "656", "8.29". */
function threeFigures(value: number): string {
  const size = Math.abs(value);
  const decimals = size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
  return fixed(value, decimals);
}

/** Large numbers in three figures with their unit: "12.4 k", "8.29 M". Below 1,000 as they are. */
export function short(value: number): string {
  const size = Math.abs(value);
  // 999,600 reads "1.00 M", not "1,000 k".
  const step = LARGE.find(({ from }) => size >= from * 0.9995);
  if (!step || size < 1000) return number(value, size < 100 ? 2 : 0);
  return `${threeFigures(value / step.from)}${HARD_SPACE}${step.unit}`;
}

/** Money in sentences and cards: three figures from 10,000 up, below in full without pennies from 100 up. */
export function money(value: number, unit: string | null = null): string {
  const size = Math.abs(value);
  const text =
    size >= 10_000 ? short(size) : size >= 100 || Number.isInteger(size) ? count(size) : fixed(size, 2);
  return inUnit(value < 0 ? `${MINUS}${text}` : text, unit);
}

/** Money as tables print it: "17,850.00". */
export const moneyInFull = (value: number, unit: string | null = null): string =>
  inUnit(fixed(value, 2), unit);

/** A share from 0 to 1 in sentences and cards: "18 %", "under 1 %", "over 99 %". */
export function share(value: number): string {
  const percent = value * 100;
  if (percent > 0 && percent < 0.5) return `under 1${HARD_SPACE}%`;
  if (percent > 99.5 && percent < 100) return `over 99${HARD_SPACE}%`;
  // Adding 0 takes the sign off a rounded −0.3 %.
  return `${digits(Math.round(percent) + 0, 0, 0)}${HARD_SPACE}%`;
}

/** A share in tables: one decimal. */
export const shareInFull = (value: number): string => `${fixed(value * 100, 1)}${HARD_SPACE}%`;

/** "3 Mar 2025". Dates are wall-clock time kept as UTC. */
export function date(ms: number): string {
  const day = new Date(ms);
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** "Mar 2025". */
export const month = (ms: number): string => date(ms).replace(/^\d+ /, '');

/** "1 Dec 2010 08:26", with seconds only where there are any. */
export function dateTime(ms: number): string {
  const clock = new Date(ms).toISOString().slice(11, 19);
  return `${date(ms)} ${clock.endsWith(':00') ? clock.slice(0, 5) : clock}`;
}

/** "48.0 MB": a file's size, powers of ten as operating systems show it. */
export function bytes(value: number): string {
  if (value < 1000) return `${count(value)} bytes`;
  const [size, unit] = value < 999_500 ? [1e3, 'kB'] : value < 999.5e6 ? [1e6, 'MB'] : [1e9, 'GB'];
  return `${fixed(value / size, unit === 'kB' ? 0 : 1)}${HARD_SPACE}${unit}`;
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Whole numbers up to ten as words: "three". */
export const inWords = (value: number): string => SMALL[value] ?? count(value);

/** "Three". */
export function inWordsCapital(value: number): string {
  const word = inWords(value);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "1 row", "5,268 rows". */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

/** "a, b and c". */
export function listed(words: readonly string[], joint = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}

/** A long name with its middle left out: "online_re…2011.csv". */
export function middleCut(name: string, most: number): string {
  if (name.length <= most) return name;
  const tail = Math.ceil((most - 1) / 2);
  return `${name.slice(0, most - 1 - tail)}…${name.slice(-tail)}`;
}
