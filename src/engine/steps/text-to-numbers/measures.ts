import type { Params, Part } from './params';

const WORD = /\S+/gu;
const DIGIT = /\p{Nd}/gu;
const LETTER = /\p{L}/gu;
const CAPITAL = /\p{Lu}/gu;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const isCapital = (unit: number): boolean => unit >= 65 && unit <= 90;
const isLetter = (unit: number): boolean => isCapital(unit) || (unit >= 97 && unit <= 122);
const isBlank = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13);
const begins = (unit: number, before: number): boolean => !isBlank(unit) && isBlank(before);

/** How many characters a test finds, told also of the one before; of text beyond ASCII, what the pattern finds. */
function found(text: string, test: (unit: number, before: number) => boolean, otherwise: RegExp): number {
  let count = 0;
  for (let i = 0, before = 32; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127) return countOf(text, otherwise);
    if (test(unit, before)) count++;
    before = unit;
  }
  return count;
}

/** A number that a text gives; NaN where there is none. */
export type Measure = (text: string) => number;

/** The measure of a part that is a number. */
export function measureOf(
  part: Exclude<Part, 'e-mail-domain'>,
  { find = '', case: ofCase }: Params,
): Measure {
  switch (part) {
    case 'length':
      return lengthOf;
    case 'words':
      return (text) => found(text, begins, WORD);
    case 'digits':
      return (text) => found(text, isDigit, DIGIT);
    case 'capitals':
      return (text) => found(text, isCapital, CAPITAL) / (found(text, isLetter, LETTER) || NaN);
    case 'contains': {
      if (ofCase !== 'any') return (text) => Number(text.includes(find));
      const plain = find.toLowerCase();
      return (text) => Number(text.toLowerCase().includes(plain));
    }
  }
}

/** In characters, not in UTF-16 units. */
function lengthOf(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
