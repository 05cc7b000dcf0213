/** How letters may be written. */
export const CASES = ['lower', 'upper', 'title', 'sentence'] as const;
export type LetterCase = (typeof CASES)[number];

const WORD = /\p{L}[\p{L}\p{M}\p{N}'’]*/gu;
/** "O'Neil", "D’Angelo": one letter, an apostrophe, and a name behind it. */
const NAME_AFTER = /^(\p{L}['’])(\p{L}\p{M}*)(?=\p{L})/u;
const FIRST_LETTER = /^[^\p{L}\p{N}]*\p{L}/u;

/** The text in one letter case, in no country's own way. Title case begins each word with a capital, `sentence` the text. */
export function inCase(text: string, to: LetterCase): string {
  if (to === 'upper') return text.toUpperCase();
  const lower = text.toLowerCase();
  if (to === 'lower') return lower;
  if (to === 'sentence') return lower.replace(FIRST_LETTER, (start) => start.toUpperCase());
  return lower.replace(WORD, titled);
}

function titled(word: string): string {
  const [first = ''] = word;
  return (first.toUpperCase() + word.slice(first.length)).replace(
    NAME_AFTER,
    (_, start: string, next: string) => start + next.toUpperCase(),
  );
}
