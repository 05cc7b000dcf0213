import type { ColumnTable } from 'arquero';
import { isMissing, MISSING, type Kind } from '../../table/columns';
import { columnAs, columnOf } from '../../table/table';
import { DAY, parseDay } from '../parts/calendar';
import { clockTest } from '../parts/clock';
import { patternOf } from '../pattern/pattern';
import type { Condition } from './params';

/** Whether a row meets something. */
export type RowTest = (row: number) => boolean;

/** The kind of column a condition asks about; null where any will do. */
export function kindFor({ is }: Condition): Kind | null {
  switch (is) {
    case 'equal':
    case 'not-equal':
    case 'less':
    case 'at-most':
    case 'more':
    case 'at-least':
    case 'between':
      return 'number';
    case 'before':
    case 'after':
    case 'on':
    case 'days':
    case 'weekdays':
    case 'hours':
      return 'date';
    case 'yes':
    case 'no':
      return 'boolean';
    case 'blank':
    case 'not-blank':
      return null;
    default:
      return 'text';
  }
}

/** The condition as a test of rows; each distinct text is asked once. @throws EngineError `missing-column`, `wrong-kind` */
export function conditionTest(table: ColumnTable, one: Condition): RowTest {
  const kind = kindFor(one);
  if (kind === null) {
    const column = columnOf(table, one.column);
    return one.is === 'blank' ? (row) => isMissing(column, row) : (row) => !isMissing(column, row);
  }
  if (kind === 'boolean') {
    const { values } = columnAs(table, one.column, 'boolean');
    const wanted = one.is === 'yes' ? 1 : 0;
    return (row) => values[row] === wanted;
  }
  if (kind === 'text') {
    const { codes, dictionary } = columnAs(table, one.column, 'text');
    const meets = textTest(one as TextCondition);
    const known = Uint8Array.from({ length: dictionary.size }, (_, code) =>
      Number(meets(dictionary.text(code))),
    );
    return (row) => codes[row] !== MISSING && known[codes[row]!] === 1;
  }
  const { values } = columnAs(table, one.column, kind);
  const meets = numberTest(one as NumberCondition);
  return (row) => meets(values[row]!);
}

type TextCondition = Extract<
  Condition,
  { is: 'text' | 'not-text' | 'contains' | 'lacks' | 'starts' | 'ends' | 'matches' | 'one-of' }
>;
type NumberCondition = Exclude<Condition, TextCondition | { is: 'yes' | 'no' | 'blank' | 'not-blank' }>;

function textTest(one: TextCondition): (text: string) => boolean {
  if (one.is === 'one-of') {
    const wanted = new Set(one.values);
    return (text) => wanted.has(text);
  }
  const anyCase = one.case === 'any';
  if (one.is === 'matches') {
    const pattern = patternOf(one.value, { anyCase });
    return (text) => pattern.exec(text) !== null;
  }
  const plain = (text: string) => (anyCase ? text.toLowerCase() : text);
  const value = plain(one.value);
  switch (one.is) {
    case 'text':
      return (text) => plain(text) === value;
    case 'not-text':
      return (text) => plain(text) !== value;
    case 'contains':
      return (text) => plain(text).includes(value);
    case 'lacks':
      return (text) => !plain(text).includes(value);
    case 'starts':
      return (text) => plain(text).startsWith(value);
    case 'ends':
      return (text) => plain(text).endsWith(value);
  }
}

const startOf = (day: string): number => parseDay(day)! * DAY;

/** NaN, a blank, meets none of them. */
function numberTest(one: NumberCondition): (value: number) => boolean {
  switch (one.is) {
    case 'equal':
      return (value) => value === one.value;
    case 'not-equal':
      return (value) => value === value && value !== one.value;
    case 'less':
      return (value) => value < one.value;
    case 'at-most':
      return (value) => value <= one.value;
    case 'more':
      return (value) => value > one.value;
    case 'at-least':
      return (value) => value >= one.value;
    case 'between':
      return (value) => value >= one.from && value <= one.to;
    case 'weekdays':
    case 'hours':
      return clockTest(one.is, one.values);
    default: {
      const [from, until] = spanOf(one);
      return (value) => value >= from && value < until;
    }
  }
}

/** Days as moments: the first of the span, and the first behind it. */
function spanOf(
  one: Extract<NumberCondition, { is: 'before' | 'after' | 'on' | 'days' }>,
): [from: number, until: number] {
  switch (one.is) {
    case 'before':
      return [-Infinity, startOf(one.day)];
    case 'after':
      return [startOf(one.day) + DAY, Infinity];
    case 'on':
      return [startOf(one.day), startOf(one.day) + DAY];
    case 'days':
      return [startOf(one.from), startOf(one.to) + DAY];
  }
}
