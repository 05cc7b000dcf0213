import { JaroWinkler } from '../stats/jaro-winkler';

const ALIKE = 0.75;

/** The name most like a word, whatever its case; the first of equally alike ones. Null where none is much alike. */
export function nearest(word: string, names: readonly string[], alike = ALIKE): string | null {
  const plain = [word, ...names].map((name) => name.toLowerCase());
  const compare = new JaroWinkler(plain);
  let [best, likeness] = [-1, alike];
  for (let i = 0; i < names.length; i++) {
    const found = compare.of(0, i + 1);
    if (found > likeness || (found === likeness && best < 0)) [best, likeness] = [i, found];
  }
  return names[best] ?? null;
}

/** A column as a formula writes it. */
export const inBrackets = (name: string): string => `[${name.replaceAll(']', ']]')}]`;
