import type { ColumnTable } from 'arquero';
import { freeName } from '../steps/append/append-layout';
import { plainName } from '../steps/append/plain-name';
import { keysOf, type KeyMatching } from '../steps/join/keys-of';
import { matchKeys, type MatchedSide } from '../steps/join/match-keys';
import { columnNames, columnOf } from '../table/table';
import type { Work } from '../work';
import type { ColumnFacts } from './column-facts';
import { nameScore, plainWords } from './role-words';
import type { UnrelatedFile } from './several-files';

/** How a file is joined, with what would match, before it is done. */
export interface JoinPlan {
  /** Place of the file in the list given. */
  file: number;
  /** The key in the first files and in this one. */
  left: string;
  right: string;
  /** What the key names, as its name says. */
  of: (typeof NAMING)[number] | null;
  matching: KeyMatching;
  how: 'left' | 'inner';
  columns: readonly { column: string; as: string }[];
  match: { left: MatchedSide; right: MatchedSide };
}

export interface JoinSide {
  table: ColumnTable;
  facts: readonly ColumnFacts[];
}

interface Pair {
  left: string;
  right: string;
  /** How much the names say that the two are one thing, 0 to 1. */
  said: number;
  /** Whether the right one names the rows of its file. */
  unique: boolean;
}

/** A key may stand twice in so many of its rows; the first is taken then. */
const FEW_REPEATS = 0.05;
/** Pairs of columns whose keys are compared; comparing reads every row. */
const MOST_PAIRS = 12;
/** So many keys of either file must be in the other … */
const LEAST_FOUND = 0.2;
/** … and so many where the names of the columns say nothing. */
const LEAST_UNSAID = 0.6;

/**
 * The key that two files share, judged by names, meaning and the values themselves, and what a join by it would find;
 * or why there is none. Every column of the right file comes along but for the key.
 * @param taken names that columns brought must not have.
 */
export async function joinPlan(
  left: JoinSide,
  right: JoinSide,
  file: number,
  taken: readonly string[],
  work: Work,
): Promise<JoinPlan | UnrelatedFile> {
  const pairs = pairsOf(left.facts, right.facts);
  let best: { plan: JoinPlan; score: number } | null = null;
  for (const pair of pairs.filter(({ unique }) => unique).slice(0, MOST_PAIRS)) {
    const plan = await joinBy(left.table, right.table, file, pair, taken, work);
    const found = foundShare(plan);
    const score = pair.said + found;
    if (found >= (pair.said >= 0.5 ? LEAST_FOUND : LEAST_UNSAID) && score > (best?.score ?? 0))
      best = { plan, score };
  }
  if (best) return best.plan;
  const repeats = pairs.find(({ unique, said }) => !unique && said >= 0.5);
  return repeats
    ? { file, reason: 'repeats', column: repeats.right }
    : { file, reason: 'nothing-in-common', column: null };
}

const foundShare = ({ match: { left, right } }: JoinPlan): number =>
  Math.max(left.matched / Math.max(1, left.keys), right.matched / Math.max(1, right.keys));

/** What a join by these two columns would find; keys are compared loosely only where that finds more. */
export async function joinBy(
  left: ColumnTable,
  right: ColumnTable,
  file: number,
  key: { left: string; right: string },
  taken: readonly string[],
  work: Work,
): Promise<JoinPlan> {
  const matchBy = async (matching: KeyMatching) =>
    matchKeys(
      await keysOf(columnOf(left, key.left), matching, work),
      await keysOf(columnOf(right, key.right), matching, work),
    );
  const exact = await matchBy('exact');
  const whole = exact.left.matched === exact.left.keys || exact.right.matched === exact.right.keys;
  const alike = whole ? null : await matchBy('alike');
  const looser = alike !== null && alike.left.matchedRows > exact.left.matchedRows;
  const { left: ours, right: theirs } = looser ? alike : exact;
  return {
    file,
    left: key.left,
    right: key.right,
    of: NAMING.find((role) => nameScore(role, plainWords(key.left)) >= 0.5) ?? null,
    matching: looser ? 'alike' : 'exact',
    how: 'left',
    columns: broughtFrom(right, key.right, taken),
    match: { left: ours, right: theirs },
  };
}

function broughtFrom(right: ColumnTable, key: string, taken: readonly string[]): JoinPlan['columns'] {
  const names = [...taken];
  return columnNames(right)
    .filter((column) => column !== key)
    .map((column) => {
      const as = freeName(column, names);
      names.push(as);
      return { column, as };
    });
}

/** Pairs of columns that may name the same, those whose names say so first. */
function pairsOf(left: readonly ColumnFacts[], right: readonly ColumnFacts[]): Pair[] {
  const pairs: Pair[] = [];
  for (const theirs of right.filter(mayBeKey)) {
    const present = theirs.rows - theirs.missing;
    const unique = theirs.distinct >= present * (1 - FEW_REPEATS);
    for (const ours of left.filter(mayBeKey)) {
      const said = saidSame(ours, theirs);
      if (said > 0) pairs.push({ left: ours.name, right: theirs.name, said, unique });
    }
  }
  return pairs.sort((a, b) => b.said - a.said);
}

/** Text, or whole numbers; more than two values. */
const mayBeKey = ({ kind, spread, distinct }: ColumnFacts): boolean =>
  distinct > 2 && (kind === 'text' || (kind === 'number' && spread?.whole === true));

const NAMING = ['customer', 'email', 'order', 'phone', 'product'] as const;

function saidSame(ours: ColumnFacts, theirs: ColumnFacts): number {
  const [one, other] = [plainName(ours.name), plainName(theirs.name)];
  if (one === other) return 1;
  for (const role of NAMING) {
    const both = Math.min(nameScore(role, ours.words), nameScore(role, theirs.words));
    if (both >= 0.5) return Math.min(0.9, both);
  }
  if (one.endsWith(other) || other.endsWith(one)) return 0.6;
  // Whole numbers of different names have much in common by chance; texts hardly.
  return ours.kind === 'text' && theirs.kind === 'text' ? 0.1 : 0;
}
