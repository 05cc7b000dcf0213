import type { Measure } from './measures';

/** Segments of one name closer than this to their middle, in deviations, are not told apart by the measure. */
const VISIBLE_GAP = 0.1;

/** What could be said of one of several segments of one name. */
interface Phrase {
  id: number;
  text: string;
  /** Distance from the middle of these segments, in deviations. */
  size: number;
}

/**
 * The names, by segment id from 1, made unique: each of those that fall together adds the measure on which it lies
 * farthest out among them, the widest gap choosing first, no phrase twice. One of them may go without; the rest of what
 * is still alike gets a number.
 */
export function makeUnique(names: readonly string[], measures: readonly Measure[]): string[] {
  const unique = [...names];
  for (const twins of groupsOf(names)) {
    for (const { id, text } of chosen(phrasesAmong(twins, measures))) unique[id - 1] += `, ${text}`;
  }
  return numbered(unique);
}

/** Segment ids by shared name, of names that stand more than once. */
function groupsOf(names: readonly string[]): number[][] {
  const places = new Map<string, number[]>();
  names.forEach((name, i) => places.set(name, [...(places.get(name) ?? []), i + 1]));
  return [...places.values()].filter((ids) => ids.length > 1);
}

/** For each measure the segments at its two ends, the widest gap first. */
function phrasesAmong(twins: readonly number[], measures: readonly Measure[]): Phrase[] {
  const phrases = measures.flatMap(({ gaps, more, less }) => {
    const middle = twins.reduce((sum, id) => sum + gaps[id]!, 0) / twins.length;
    const top = twins.reduce((a, b) => (gaps[b]! > gaps[a]! ? b : a));
    const bottom = twins.reduce((a, b) => (gaps[b]! < gaps[a]! ? b : a));
    return [
      { id: top, text: more, size: gaps[top]! - middle },
      { id: bottom, text: less, size: middle - gaps[bottom]! },
    ];
  });
  return phrases.filter(({ size }) => size >= VISIBLE_GAP).sort((a, b) => b.size - a.size);
}

function chosen(phrases: readonly Phrase[]): Phrase[] {
  const served = new Set<number>();
  const said = new Set<string>();
  return phrases.filter(({ id, text }) => {
    if (served.has(id) || said.has(text)) return false;
    served.add(id);
    said.add(text);
    return true;
  });
}

function numbered(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let n = 2; taken.has(free) || (free !== name && names.includes(free)); n++) free = `${name} ${n}`;
    taken.add(free);
    return free;
  });
}
