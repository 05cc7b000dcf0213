import { weekdayName } from '../text/clock';

export type ClockPart = 'weekdays' | 'hours';

export const CLOCK_LABELS: Readonly<Record<ClockPart, string>> = {
  weekdays: 'is on days of the week',
  hours: 'is in hours',
};
export const CLOCK_HINTS: Readonly<Record<ClockPart, string>> = {
  weekdays: 'For example: Saturday, Sunday. Or: Monday to Friday.',
  hours: 'Hours as they begin, 0 to 23. For example: 9 to 11, 20.',
};

const SEVEN = Array.from({ length: 7 }, (_, at) => weekdayName(at));
const FEWEST_LETTERS = 2;

/** Days of the week (1 Monday) or hours as they are written; null where a part is none. */
export function clockSaid(part: ClockPart, text: string): number[] | null {
  const found = text
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const ends = one.split(/ to |–|-/).map((end) => oneSaid(part, end.trim()));
      const [from, to] = [ends[0] ?? null, ends.at(-1) ?? null];
      if (ends.length > 2 || from === null || to === null || from > to) return null;
      return Array.from({ length: to - from + 1 }, (_, at) => from + at);
    });
  if (found.length === 0) return null;
  const all = found.flatMap((one) => one ?? []);
  return found.includes(null) ? null : [...new Set(all)].sort((a, b) => a - b);
}

function oneSaid(part: ClockPart, word: string): number | null {
  if (part === 'hours') {
    const hour = /^\d{1,2}(:00)?$/.test(word) ? Number.parseInt(word, 10) : NaN;
    return hour <= 23 ? hour : null;
  }
  const plain = word.toLowerCase();
  const at = SEVEN.findIndex((name) => name.toLowerCase().startsWith(plain));
  return plain.length < FEWEST_LETTERS || at < 0 ? null : at + 1;
}

export const clockWritten = (part: ClockPart, values: readonly number[]): string =>
  values.map((value) => (part === 'hours' ? String(value) : weekdayName(value - 1))).join(', ');
