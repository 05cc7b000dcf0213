import { textOf } from './cell-bytes';
import { dayNumber } from './date-cell';
import type { DateParser } from './date-parser';
import { isWeekday, monthOf } from './month-names';
import { writtenClock } from './written-clock';

/** In which order the parts of a date with a named month stand. */
export type WrittenOrder = 'D MMMM YYYY' | 'MMMM D, YYYY' | 'YYYY MMMM D';

const DAY_MS = 86_400_000;
const LONGEST = 64;
const MOST_KNOWN = 10_000;
const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|\\.|º|°|ª)?';
const MONTH = '(\\p{L}{3,10})\\.?';
const YEAR = '(\\d{4}|\\d{2})';
const GAP = '(?:[ \\u00a0]+|[-/., ]|, )(?:(?:de|del|of) )?';
const TIME = '(?:,? +(?:(?:um|at|à|às|alle|om|a las) +)?(\\d.*))?';
const PATTERNS: Record<WrittenOrder, RegExp> = {
  'D MMMM YYYY': new RegExp(`^${DAY}${GAP}${MONTH}${GAP}${YEAR}${TIME}$`, 'u'),
  'MMMM D, YYYY': new RegExp(`^${MONTH}${GAP}${DAY}${GAP}${YEAR}${TIME}$`, 'u'),
  'YYYY MMMM D': new RegExp(`^(\\d{4})${GAP}${MONTH}${GAP}${DAY}${TIME}$`, 'u'),
};

/**
 * Reads dates with a named month in the languages of `monthOf`: `3. März 2025`, `3 de marzo de 2025`, `Mon, 3 Mar 2025
 * 14:30`, `March 3rd, 2025`. Two-digit years as everywhere: 69 to 99 are 1969 to 1999.
 */
export class WrittenDateCells implements DateParser {
  readonly ambiguous = false;
  hasTime = false;
  #clock = '';
  readonly #known = new Map<string, number>();

  constructor(readonly order: WrittenOrder) {}

  parse(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > LONGEST) return NaN;
    const text = textOf(bytes, start, end).trim();
    let value = this.#known.get(text);
    if (value === undefined) {
      value = this.#read(text);
      if (this.#known.size < MOST_KNOWN) this.#known.set(text, value);
    }
    return value;
  }

  get format(): string {
    return this.hasTime ? `${this.order} ${this.#clock}` : this.order;
  }

  #read(text: string): number {
    const found = PATTERNS[this.order].exec(withoutWeekday(text));
    if (!found) return NaN;
    const [, first = '', second = '', third = '', time] = found;
    const [day, month, year] = {
      'D MMMM YYYY': [first, second, third],
      'MMMM D, YYYY': [second, first, third],
      'YYYY MMMM D': [third, second, first],
    }[this.order] as [string, string, string];
    const days = dayNumber(fullYear(year), monthOf(month), Number(day));
    if (time === undefined || Number.isNaN(days)) return days * DAY_MS;
    const clock = writtenClock(time);
    if (!clock) return NaN;
    this.hasTime = true;
    if (clock.format.length > this.#clock.length) this.#clock = clock.format;
    return days * DAY_MS + clock.ms;
  }
}

function withoutWeekday(text: string): string {
  const found = /^(\p{L}+)\.?,? +/u.exec(text);
  return found && isWeekday(found[1]!) && Number.isNaN(monthOf(found[1]!))
    ? text.slice(found[0].length)
    : text;
}

const fullYear = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 69 ? 2000 : 1900);
