import type { Params, Part } from './params';

const WORD = /\S+/gu;
const DIGIT = /\p{Nd}/gu;
const LETTER = /\p{L}/gu;
const CAPITAL = /\p{Lu}/gu;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

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
      return (text) => countOf(text, WORD);
    case 'digits':
      return (text) => countOf(text, DIGIT);
    case 'capitals':
      return (text) => countOf(text, CAPITAL) / (countOf(text, LETTER) || NaN);
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
