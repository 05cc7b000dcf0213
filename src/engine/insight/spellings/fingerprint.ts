import { foldAccents } from '../../steps/parts/fold-accents';

const MARKS = /[\p{P}\p{S}\p{Cc}]/gu;
const ALL_BUT_LETTERS = /[\p{P}\p{S}\p{Cc}\s]/gu;

/** Words in small letters without accents and punctuation, each once and in the order of the alphabet (OpenRefine). */
export function fingerprint(text: string): string {
  const words = foldAccents(text.trim().toLowerCase()).replace(MARKS, '').split(/\s+/);
  return words.length === 1 ? words[0]! : [...new Set(words)].sort().join(' ');
}

/** All runs of n letters, each once and in the order of the alphabet (OpenRefine): "Paris" is `arispari` with 2. */
export function ngramFingerprint(text: string, n: number): string {
  const letters = foldAccents(text.toLowerCase()).replace(ALL_BUT_LETTERS, '');
  const runs = new Set<string>();
  for (let at = 0; at + n <= letters.length; at++) runs.add(letters.slice(at, at + n));
  return [...runs].sort().join('');
}

/** The text in small letters without accents, punctuation and double blanks: what near spellings are compared in. */
export const plainSpelling = (text: string): string =>
  foldAccents(text.toLowerCase()).replace(MARKS, '').replace(/\s+/g, ' ').trim();

/** The words with a digit in them: numbers and codes that differ are different things. */
export const codesIn = (plain: string): string =>
  /\d/.test(plain)
    ? plain
        .split(' ')
        .filter((word) => /\d/.test(word))
        .join(' ')
    : '';
