import { plainName } from '../steps/append/plain-name';

/** Of the file with fewer columns, so many must be in the other too … */
const OF_SMALLER = 0.75;
/** … and of the one with more, so many. */
const OF_LARGER = 0.5;

/**
 * The files in groups of one shape, each group in the order given: their columns have the same names, but for case,
 * blanks and marks, and but for some that one lacks or calls otherwise.
 */
export function sameShape(files: readonly (readonly string[])[]): number[][] {
  const groups: number[][] = [];
  const plain = files.map((names) => new Set(names.map(plainName)));
  plain.forEach((names, file) => {
    const group = groups.find(([first]) => alike(plain[first!]!, names));
    if (group) group.push(file);
    else groups.push([file]);
  });
  return groups;
}

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((name) => other.has(name)).length;
  const [smaller, larger] = [Math.min(one.size, other.size), Math.max(one.size, other.size)];
  // Two columns of which one is the key are no shape.
  const enough = smaller < 3 ? shared === larger : shared >= OF_SMALLER * smaller;
  return enough && shared >= OF_LARGER * larger;
}
