import type { Kind } from '../../../table/columns';
import type { Target } from '../targets';

/** What one database writes otherwise than another. Expressions are given and taken as text. */
export interface Dialect {
  readonly target: Exclude<Target, 'python'>;
  /** Types of columns; `decimal` is exact, for sums of money; `whole` has no fraction. */
  readonly types: Readonly<Record<Kind | 'decimal' | 'whole', string>>;
  /** Whether names that differ in case only are one. */
  readonly ignoresCase: boolean;
  /** So many bytes of a name count. */
  readonly longestName: number;
  /** A name in the marks that make any text a name. */
  quoted(name: string): string;
  /** A text as a literal. */
  text(value: string): string;
  /** `YYYY-MM-DD` as a moment at its midnight. */
  moment(day: string): string;
  /** The place of each row, in whatever order the database gives them. */
  rowNumber: string;
  /** The calendar day of a moment. */
  dayOf(moment: string): string;
  /** A day some days later. */
  plusDays(day: string, days: number): string;
  /** Whole days from one day to another. */
  daysBetween(from: string, to: string): string;
  /** A number as an exact decimal. */
  exact(number: string): string;
  /** An exact decimal as the number of 14 significant digits nearest to it. */
  fourteenDigits(decimal: string): string;
  /** Year, month … of a moment as a number; `weekday` from 1, Monday. */
  part(part: DatePart, moment: string): string;
  /** Whether any of a group is true. */
  anyTrue(condition: string): string;
  /** The place of a text within another, from 1; 0 where it is not there. */
  placeOf(find: string, within: string): string;
  /** Every match of a pattern replaced. Patterns keep to what all dialects read: classes, repeats, ends. */
  replaced(text: string, pattern: string, by: string): string;
  /** What a group of a pattern found, as what it is replaced by. */
  group(number: string): string;
  /** Whether the whole text is the pattern. */
  isLike(text: string, pattern: string): string;
  /** A moment in words, `YYYY-MM-DD` with ` HH:mm:ss` where there is a clock. */
  dateText(moment: string, clock: boolean): string;
  /** A moment from text that is known to be `YYYY-MM-DD` or `YYYY-MM-DD HH:mm:ss`. */
  momentFrom(text: string): string;
  /** Before the bracket of a part that is to be worked out by itself. */
  worksOutFirst: string;
  /** The same of a part that holds what later ones look at often. */
  worksOutParts: string;
  /** Behind a text that is put in order, so that its characters' codes decide. */
  compared: string;
}

export type DatePart = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'week' | 'iso-year' | 'weekday';

const SAFE = Number.MAX_SAFE_INTEGER;

/** The shortest digits that are read back as the same number; an exponent makes databases take them for no decimal. */
export function numberLiteral(value: number): string {
  const text = Number.isInteger(value) && Math.abs(value) <= SAFE ? String(value + 0) : withExponent(value);
  return value < 0 ? `(${text})` : text;
}

function withExponent(value: number): string {
  const text = String(value);
  return text.includes('e') ? text.replace('e+', 'e') : `${text}e0`;
}

/** Text in single quotes, doubled inside; characters no text of a database can hold are left out. */
export const standardText = (value: string): string =>
  `'${value.replaceAll('\0', '').replaceAll("'", "''")}'`;

/** Text in single quotes for databases that read a backslash as the beginning of something. */
export const backslashedText = (value: string): string =>
  `'${value
    .replaceAll('\0', '')
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')}'`;
