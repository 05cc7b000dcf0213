import type { ColumnTable } from 'arquero';
import { inBlocks } from '../../steps/parts/blocks';
import { MISSING } from '../../table/columns';
import { columnAs } from '../../table/table';
import type { Work } from '../../work';
import { codesIn, fingerprint, ngramFingerprint, plainSpelling } from './fingerprint';
import { nearPairs } from './near-pairs';

/** How a spelling was found to be another way to write the one that stays. */
export type FoundBy = 'fingerprint' | 'n-gram' | 'neighbour';

/** A spelling beside the one that stays. */
export interface Spelling {
  text: string;
  rows: number;
  by: FoundBy;
  /** 0 to 1, see `evidenceOf`. */
  evidence: number;
}

/** Spellings that may be one. */
export interface SpellingGroup {
  /** The most frequent of them. */
  to: string;
  rows: number;
  /** The others, most frequent first. */
  from: readonly Spelling[];
  /** The least of theirs. */
  evidence: number;
}

/** A spelling while groups are being made. */
interface Value {
  text: string;
  rows: number;
}

/**
 * Groups of spellings of a text column that may mean one thing, those with most evidence first, then those of most rows.
 * Found by fingerprint, by runs of two letters, and by few edits between them; texts whose numbers or codes differ
 * are never one. Each spelling is in one group at most. @throws EngineError `missing-column`, `wrong-kind`
 */
export async function findSpellings(
  table: ColumnTable,
  column: string,
  work: Work,
): Promise<SpellingGroup[]> {
  const values = await valuesOf(table, column, work);
  const heads = new Map<Value, Spelling[]>();
  const join = (head: Value, value: Value, by: FoundBy, alike: number) => {
    const inner = heads.get(value) ?? [];
    heads.delete(value);
    const found = [{ ...value, by, evidence: evidenceOf(alike, head.rows, value.rows) }, ...inner];
    heads.set(head, [...(heads.get(head) ?? []), ...found]);
  };
  const first = await byKey(values, fingerprint, work, (head, value) =>
    join(head, value, 'fingerprint', plainSpelling(head.text) === plainSpelling(value.text) ? 1 : 0.98),
  );
  const second = await byKey(
    first,
    (text) => `${ngramFingerprint(text, 2)} ${codesIn(plainSpelling(text))}`,
    work,
    (head, value) => join(head, value, 'n-gram', 0.95),
  );
  await byEdits(second, work, (head, value, alike) => join(head, value, 'neighbour', alike));
  return [...heads]
    .map(([{ text, rows }, from]): SpellingGroup => ({
      to: text,
      rows,
      from: from.sort((a, b) => b.rows - a.rows || compareTexts(a.text, b.text)),
      evidence: Math.min(...from.map(({ evidence }) => evidence)),
    }))
    .sort((a, b) => b.evidence - a.evidence || rowsIn(b) - rowsIn(a) || compareTexts(a.to, b.to));
}

/**
 * How likely two spellings are one: how alike they are, less where both are frequent, for a slip is rare. Alike 1 is 1
 * whatever the counts; alike a gives a − 2 (1 − a) × the rarer one's share of both, at least 0.
 */
export const evidenceOf = (alike: number, rows: number, others: number): number =>
  Math.max(0, alike - (2 * (1 - alike) * Math.min(rows, others)) / Math.max(1, rows + others));

const rowsIn = ({ from }: SpellingGroup) => from.reduce((sum, { rows }) => sum + rows, 0);
const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The distinct texts, most frequent first. */
async function valuesOf(table: ColumnTable, column: string, work: Work): Promise<Value[]> {
  const { codes, dictionary } = columnAs(table, column, 'text');
  const rows = new Uint32Array(dictionary.size);
  await inBlocks(codes.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) if (codes[row] !== MISSING) rows[codes[row]!]!++;
  });
  const values: Value[] = [];
  rows.forEach((count, code) => {
    if (count > 0) values.push({ text: dictionary.text(code), rows: count });
  });
  return values.sort((a, b) => b.rows - a.rows || compareTexts(a.text, b.text));
}

/** Joins values of one key to the most frequent of them; returns those that are left. */
async function byKey(
  values: readonly Value[],
  keyOf: (text: string) => string,
  work: Work,
  join: (head: Value, value: Value) => void,
): Promise<Value[]> {
  const heads = new Map<string, Value>();
  const left: Value[] = [];
  await inBlocks(values.length, 'comparing', work, (from, to) => {
    for (let at = from; at < to; at++) {
      const value = values[at]!;
      const key = keyOf(value.text);
      const head = key.trim() === '' ? undefined : heads.get(key);
      if (head) join(head, value);
      else {
        heads.set(key, value);
        left.push(value);
      }
    }
  });
  return left;
}

/** Joins values with few edits to the most frequent one beside them, never in chains. */
async function byEdits(
  values: readonly Value[],
  work: Work,
  join: (head: Value, value: Value, alike: number) => void,
): Promise<void> {
  const plain = values.map(({ text }) => plainSpelling(text));
  const pairs = await nearPairs(plain, plain.map(codesIn), work);
  const beside = new Map<number, { other: number; edits: number }[]>();
  for (const { one, other, edits } of pairs) {
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const) {
      const list = beside.get(a);
      if (list) list.push({ other: b, edits });
      else beside.set(a, [{ other: b, edits }]);
    }
  }
  const taken = new Set<number>();
  // Values stand by frequency, so that the first of a neighbourhood is its most frequent.
  for (const head of [...beside.keys()].sort((a, b) => a - b)) {
    if (taken.has(head)) continue;
    taken.add(head);
    for (const { other, edits } of beside.get(head)!) {
      if (taken.has(other)) continue;
      taken.add(other);
      const length = Math.max(plain[head]!.length, plain[other]!.length);
      join(values[head]!, values[other]!, 1 - edits / length);
    }
  }
}
