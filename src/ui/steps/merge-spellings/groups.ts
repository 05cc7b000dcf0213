import type { SpellingGroup, Spellings } from '../../../engine/index';

/** Spellings written as one, as the step has them. */
export interface Merge {
  from: readonly string[];
  to: string;
}

/** A spelling of a group. */
export interface Line {
  text: string;
  /** 0 to 1 that it is the head; null for the head, and where only the step says so. */
  evidence: number | null;
  /** Cells that hold it; null while that is not known. */
  rows: number | null;
}

/** Spellings that may be one, or that the step makes one. */
export interface Group {
  /** Stays the same while the form is open. */
  id: string;
  /** The most frequent one, which survives unless said otherwise. */
  head: string;
  /** All of them, the head first. */
  lines: readonly Line[];
  /** 0 to 1; null where only the step says that they are one. */
  evidence: number | null;
  /** How the least certain of them was found. */
  by: SpellingGroup['from'][number]['by'] | null;
}

/** The merges among the choices of a step. */
export const mergesIn = (value: unknown): Merge[] =>
  Array.isArray(value) ? (value as Merge[]).map(({ from, to }) => ({ from: [...from], to })) : [];

/**
 * What there is to accept: the step's own merges first, with all spellings found beside them, then the other groups
 * found. Each spelling stands in one group.
 */
export function groupsOf(merges: readonly Merge[], found: Spellings | null): Group[] {
  const rows = new Map<string, number>(found?.rows ?? []);
  const evidence = new Map<string, number>();
  for (const group of found?.groups ?? []) {
    rows.set(group.to, group.rows);
    for (const one of group.from) {
      rows.set(one.text, one.rows);
      evidence.set(one.text, one.evidence);
    }
  }
  const owner = ownersOf(merges);
  const beside = new Map<number, SpellingGroup[]>();
  const others: Group[] = [];
  for (const group of found?.groups ?? []) {
    const at = textsOf(group)
      .map((text) => owner.get(text))
      .find((one) => one !== undefined);
    if (at === undefined) others.push(foundGroup(group));
    else beside.set(at, [...(beside.get(at) ?? []), group]);
  }
  const isTaken = (text: string, at: number) => (owner.get(text) ?? at) !== at;
  const own = merges.map((merge, at): Group => {
    const near = beside.get(at) ?? [];
    const known = found === null || (rows.get(merge.to) ?? 0) > 0;
    const head = known && !isTaken(merge.to, at) ? merge.to : merge.from[0]!;
    const texts = new Set([
      head,
      ...merge.from,
      ...near.flatMap(textsOf).filter((text) => !isTaken(text, at)),
    ]);
    return {
      id: `merge ${at}`,
      head,
      lines: [...texts].map((text) => ({
        text,
        evidence: evidence.get(text) ?? null,
        rows: rows.get(text) ?? null,
      })),
      evidence: near.length > 0 ? Math.min(...near.map(({ evidence }) => evidence)) : null,
      by: near.length > 0 ? leastOf(near[0]!) : null,
    };
  });
  return [...own, ...others];
}

/** Which merge each text belongs to: first the one that rewrites it, else the one that writes it. */
function ownersOf(merges: readonly Merge[]): Map<string, number> {
  const owner = new Map<string, number>();
  merges.forEach(({ from }, at) => from.forEach((text) => owner.set(text, at)));
  merges.forEach(({ to }, at) => {
    if (!owner.has(to)) owner.set(to, at);
  });
  return owner;
}

const textsOf = ({ to, from }: SpellingGroup): string[] => [to, ...from.map(({ text }) => text)];

const leastOf = ({ from }: SpellingGroup): Group['by'] =>
  from.reduce((least, one) => (one.evidence < least.evidence ? one : least)).by;

const foundGroup = (group: SpellingGroup): Group => ({
  id: `found ${group.to}`,
  head: group.to,
  lines: [{ text: group.to, rows: group.rows, evidence: null }, ...group.from],
  evidence: group.evidence,
  by: leastOf(group),
});
