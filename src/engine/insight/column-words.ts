/**
 * The words of a column's name: `MntMeatProducts` gives Mnt, Meat, Products; `annual_income (k$)` gives annual, income, (k$).
 * A run of capitals stays one word, up to the capital that begins the next: `HTMLPages` gives HTML, Pages.
 */
export function columnWords(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_.]+/u)
    .filter((word) => word !== '');
}

const SHARED_BY = 3;

/**
 * Names in words, in the order given: the first word is dropped where at least three of the names share it
 * (`MntWines`, `MntFruits`, `MntGoldProds` give "Wines", "Fruits", "Gold prods"), sentence case, no two alike:
 * names whose labels would be equal keep their whole name.
 */
export function columnLabels(names: readonly string[]): string[] {
  const words = names.map(columnWords);
  const firsts = new Map<string, number>();
  for (const [first] of words) if (first !== undefined) firsts.set(first, (firsts.get(first) ?? 0) + 1);
  const short = words.map((parts) => sentence(withoutStem(parts, firsts)));
  const taken = new Map<string, number>();
  for (const label of short) taken.set(label, (taken.get(label) ?? 0) + 1);
  const whole = words.map((parts, i) => (taken.get(short[i]!)! > 1 ? sentence(parts) : short[i]!));
  return whole.map((label, i) => (label === '' || whole.indexOf(label) !== i ? names[i]! : label));
}

function withoutStem(parts: readonly string[], firsts: ReadonlyMap<string, number>): readonly string[] {
  const [first, second] = parts;
  const shared = first !== undefined && second !== undefined && (firsts.get(first) ?? 0) >= SHARED_BY;
  return shared && /^\p{L}/u.test(second) ? parts.slice(1) : parts;
}

function sentence(parts: readonly string[]): string {
  const shouted = parts.every((part) => part === part.toUpperCase()) && parts.join('').length > 4;
  const lowered = parts.map((part) => (!shouted && isAcronym(part) ? part : part.toLowerCase()));
  const text = lowered.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const isAcronym = (word: string) => /^\p{Lu}{2,}\d*$/u.test(word);
