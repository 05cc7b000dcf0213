import { KNOWN_LETTERS } from './known-letters';
import type { LegacyEncoding } from './legacy-encodings';

const OPENING = /[«“„‘¿¡]/;
const CLOSING = /[»”’]/;
const MONEY = /[€£¥]/;
const PUNCTUATION = /[€£¥°©®™§«»“”„‘’‚–—…•·¿¡ºª²³½¼¾×±´、。「」『』・（），：；！？《》【】￥〒\u00a0\u3000]/;
const LETTER = /[\p{L}\p{M}]/u;
const ASCII_LETTER = /[A-Za-z]/;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const LONGEST_RUN = 3;
const VALUE = {
  common: 1,
  seldom: 0.8,
  rareIdeograph: 0.4,
  rare: 0.25,
  punctuation: 0.6,
  stray: -0.5,
  wrong: -1,
};
/** Letters that Western languages share with a look-alike which is far commoner elsewhere. */
const SELDOM = 'õûìòÕÛ';
const NO_CHARACTER = /[\p{Co}\p{Cn}\uff61-\uff9f]/u;
const IDEOGRAPH_FROM = '\u2e80';

/**
 * How much a decoded text looks like the language its encoding was made for: the mean, over its characters beyond
 * ASCII, of 1 for a common letter in a fitting place down to −1 for one that no text holds. 0 for ASCII alone.
 */
export function scoreDecoding(text: string, encoding: LegacyEncoding): number {
  const common = KNOWN_LETTERS[encoding.script];
  const characters = [...text];
  let count = 0;
  let sum = 0;
  characters.forEach((character, at) => {
    if (character < '\u0080') return;
    count++;
    sum += valueOf(characters, at, encoding, common);
  });
  return count === 0 ? 0 : sum / count;
}

function valueOf(
  characters: readonly string[],
  at: number,
  { script, letters, mixesWithAscii, wide }: LegacyEncoding,
  common: string,
): number {
  const character = characters[at]!;
  const before = characters[at - 1] ?? ' ';
  const after = characters[at + 1] ?? ' ';
  if (PUNCTUATION.test(character)) return punctuationValue(character, before, after, wide);
  if (!letters.test(character)) return LETTER.test(character) ? VALUE.stray : VALUE.wrong;
  const besideAscii = ASCII_LETTER.test(before) || ASCII_LETTER.test(after);
  if (wide) {
    if (NO_CHARACTER.test(character)) return VALUE.wrong;
    if (common.includes(character)) return VALUE.common;
    return besideAscii && character >= IDEOGRAPH_FROM ? VALUE.stray : VALUE.rareIdeograph;
  }
  // A mark stands on a letter of its own script.
  if (/\p{M}/u.test(character)) return letters.test(before) ? VALUE.common : VALUE.wrong;
  if (!LETTER.test(before) && !LETTER.test(after)) return VALUE.rare;
  if (UPPER.test(character) && LOWER.test(before)) return VALUE.stray;
  if (LOWER.test(character) && loud(characters, at)) return VALUE.stray;
  if (mixesWithAscii && runAround(characters, at) > LONGEST_RUN) return VALUE.wrong;
  if (!mixesWithAscii && besideAscii) return VALUE.stray;
  if (script === 'western' && SELDOM.includes(character)) return VALUE.seldom;
  return common.includes(character) ? VALUE.common : VALUE.rare;
}

/** Quotes open before words and close after them; a sign of money stands beside a number. */
function punctuationValue(character: string, before: string, after: string, wide: boolean): number {
  if (wide) return VALUE.punctuation;
  const [left, right] = [LETTER.test(before), LETTER.test(after)];
  if (character === '’' && left) return VALUE.common;
  if (left && right && character !== '·') return VALUE.wrong;
  if (OPENING.test(character) && !left && right) return VALUE.common;
  if (CLOSING.test(character) && left && !right) return VALUE.common;
  if (/[–—]/.test(character) && !left && !right) return VALUE.common;
  if (MONEY.test(character) && (/\d/.test(before) || /\d/.test(after))) return VALUE.common;
  return VALUE.punctuation;
}

/** A small letter between two capitals: `MÜLLER` has none, a wrong decoding of it has. */
const loud = (characters: readonly string[], at: number): boolean =>
  UPPER.test(characters[at - 1] ?? '') && UPPER.test(characters[at + 1] ?? '');

/** How many characters beyond ASCII stand in a row around a place. */
function runAround(characters: readonly string[], at: number): number {
  let first = at;
  let last = at;
  const beyond = (place: number) => (characters[place] ?? ' ') >= '\u0080';
  while (beyond(first - 1) && at - first < LONGEST_RUN) first--;
  while (beyond(last + 1) && last - at < LONGEST_RUN) last++;
  return last - first + 1;
}
