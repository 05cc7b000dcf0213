import { numberFromText } from '../parts/number-from-text';
import { groupIn } from '../pattern/replace-matches';
import { patternOf } from '../pattern/pattern';

/** What is taken out of a text; null where it has none. */
export type TakeText = (text: string) => string | null;

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’_-]*/gu;
const DOMAIN = /^[^@\s]+@([^@\s<>]+\.[^@\s<>.]+)>?$/;

/** Ready ones by name. */
export const EXTRACTORS = {
  'e-mail-domain': (text) => DOMAIN.exec(text.trim().split(/\s/).at(-1) ?? '')?.[1]?.toLowerCase() ?? null,
  'first-word': (text) => text.match(WORD)?.[0] ?? null,
  'last-word': (text) => text.match(WORD)?.at(-1) ?? null,
} satisfies Record<string, TakeText>;

/** What the first group of the first match says, or the match itself in a pattern without groups. */
export function byPattern(source: string, anyCase: boolean): TakeText {
  const pattern = patternOf(source, { anyCase });
  const group = pattern.groups > 0 ? 1 : 0;
  return (text) => {
    const slots = pattern.exec(text);
    return slots && slots[2 * group]! >= 0 ? groupIn(text, slots, group) : null;
  };
}

const NUMBERS = {
  '.': /(?<![\d.,])[-+]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/,
  ',': /(?<![\d.,])[-+]?(?:\d{1,3}(?:\.\d{3})+(?!\d)|\d+)(?:,\d+)?/,
} as const;

/** The first number in the text, thousands in threes, as `decimal` marks its fraction; NaN where there is none. */
export function firstNumber(text: string, decimal: '.' | ','): number {
  const found = NUMBERS[decimal].exec(text);
  return found ? numberFromText(found[0], decimal) : NaN;
}
