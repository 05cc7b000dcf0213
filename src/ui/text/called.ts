import { isolated } from './isolated';

const LONGEST = 40;
/** How far from the middle a cut may lie for a word to stay whole, as a share of what is kept. */
const NEAR = 0.5;
const BREAK = /[\s_\-/,]/;

/**
 * A name of the file as titles and sentences have it: of a long one the middle is left out, between words where it has
 * some, for what tells names apart is often at their end. Charts, tables and what is pointed at have it whole.
 */
export function called(name: string, most = LONGEST): string {
  const letters = Array.from(name);
  if (letters.length <= most) return isolated(name);
  const head = Math.ceil((most - 1) / 2);
  const tail = most - 1 - head;
  return isolated(`${atWord(letters.slice(0, head))}…${atWord(letters.slice(-tail).reverse(), true)}`);
}

/** Two names in one title: where they would read the same, what both begin with is left out. */
export function calledBoth(a: string, b: string): [string, string] {
  const both: [string, string] = [called(a), called(b)];
  if (both[0] !== both[1] || a === b) return both;
  let same = 0;
  while (a[same] === b[same]) same++;
  const start = a.slice(0, same).search(/[^\s_\-/,]*$/);
  return [a, b].map((name) => isolated(cutEnd(`…${name.slice(start)}`))) as [string, string];
}

function cutEnd(name: string): string {
  const letters = Array.from(name);
  return letters.length <= LONGEST ? name : `${atWord(letters.slice(0, LONGEST - 1))}…`;
}

/** Letters up to the end of a word, where one ends near. */
function atWord(letters: string[], backwards = false): string {
  const least = letters.length * (1 - NEAR);
  let end = letters.length;
  while (end > least && !BREAK.test(letters[end - 1]!)) end--;
  const kept = end > least ? letters.slice(0, end - 1) : letters;
  return (backwards ? kept.reverse() : kept).join('');
}
