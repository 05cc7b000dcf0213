import { registry } from '../../recipe/registry';
import { byCodePoint } from '../../steps/encode/coded';
import type { RecipeStep } from '../../recipe/schema';
import type { Association, Associations } from '../explore/associations';
import type { ColumnOverview } from '../explore/overview-of';
import { plainWords } from '../role-words';
import type { SortedColumn } from '../understanding';
import { saysOutcome, saysWho } from '../who-words';
import type { FeatureProposal } from './proposal';

/** As the automatic steps and the findings of Explore judge a long tail. */
const LONG_TAIL = 1;
/** Two columns that say the same thing twice count it twice in every distance. */
const NEAR_COPY = 0.95;

type Proposed = Pick<FeatureProposal, 'then' | 'reason'> & Partial<FeatureProposal>;

/**
 * What each column of a customer table could become before customers are grouped, in the order of the table.
 * @param lists how the columns are used as things stand; empty for orders, which have no proposal
 * @param cards what `overviewOf` gave of the same table
 * @param found how its columns go together
 * @param derived columns that a step evened out or scaled from others
 */
export function proposeFeatures(
  lists: readonly SortedColumn[],
  cards: readonly ColumnOverview[],
  found: Pick<Associations, 'pairs'>,
  derived: ReadonlySet<string>,
): FeatureProposal[] {
  const cardOf = new Map(cards.map((card) => [card.name, card]));
  const copies = copiesAmong(lists, found.pairs);
  return lists.flatMap((entry) => {
    const card = cardOf.get(entry.column);
    if (!card) return [];
    const proposed = {
      ...NOTHING,
      ...proposal(entry, card, { copy: copies.get(entry.column), made: derived.has(entry.column) }),
    };
    const made = proposed.makes.length > 0 && proposed.makes.every((name) => cardOf.has(name));
    return [{ column: entry.column, now: entry.list, ...proposed, ...(made && ALREADY) }];
  });
}

/** What the step makes is there. */
const ALREADY = { step: null, makes: [], advised: false } as const;
const NOTHING = { details: {}, step: null, makes: [], advised: false } as const;

interface Known {
  copy: Copy | undefined;
  /** By a step, from another column. */
  made: boolean;
}

function proposal(entry: SortedColumn, card: ColumnOverview, { copy, made }: Known): Proposed {
  const stays = entry.list;
  if (stays === 'key') return { then: 'key', reason: 'key' };
  if (saysOutcome({ words: plainWords(entry.column) }))
    return { then: stays === 'grouped-by' ? 'described-by' : stays, reason: 'outcome', advised: true };
  if (stays === 'left-out')
    return { then: 'left-out', reason: 'left-out', details: { why: entry.reason, detail: entry.detail } };
  if (stays === 'described-by') return describing(card);
  if (copy) return { then: 'left-out', reason: 'near-copy', details: { ...copy }, advised: true };
  return made ? { then: 'grouped-by', reason: 'made' } : grouping(card);
}

/** Of a column that shapes the groups already. */
function grouping({ name, numbers, distinct }: ColumnOverview): Proposed {
  const skewness = numbers?.skewness ?? null;
  if (!numbers || skewness === null || distinct <= 2 || Math.abs(skewness) <= LONG_TAIL)
    return { then: 'grouped-by', reason: 'ready', details: { skewness } };
  const { min, max, negatives, quantiles } = numbers;
  const way = min >= 0 && skewness > 0 ? 'log1p' : 'yeo-johnson';
  return {
    then: 'described-by',
    reason: 'long-tail',
    details: { skewness, median: quantiles[2], max, negatives },
    ...making({ op: 'transform', params: { columns: [name], with: way } }),
    advised: true,
  };
}

/**
 * Of a column that tells the groups apart in words; making it shape them is for the person to say. Kinds become columns
 * of 0 and 1 where a card names them all, which are at most eight: more would drown the numbers.
 */
function describing({ name, kind, distinct, frequent }: ColumnOverview): Proposed {
  if (kind === 'date')
    return {
      then: 'described-by',
      reason: 'date',
      ...making({ op: 'days-since', params: { column: name, referenceDate: null } }),
    };
  if (kind === 'boolean' && distinct === 2)
    return {
      then: 'described-by',
      reason: 'few-kinds',
      details: { distinct },
      ...making({ op: 'encode', params: { with: 'ordinal', column: name } }),
    };
  if (kind === 'text' && distinct >= 2 && distinct === frequent.length)
    return {
      then: 'described-by',
      reason: 'few-kinds',
      details: { distinct },
      step: {
        op: 'encode',
        params: { with: 'one-hot', column: name, other: 'none', ...(distinct === 2 && { most: 1 }) },
      },
      makes: kindsMade(frequent).map((kind) => `${name}_${kind}`),
    };
  return { then: 'described-by', reason: saysWho({ words: plainWords(name) }) ? 'who' : 'describes' };
}

/**
 * The values that have a column of their own: all, sorted; of two, which say the same the other way round, the more
 * frequent one, as `encode` chooses it.
 */
function kindsMade(frequent: ColumnOverview['frequent']): string[] {
  const sorted = [...frequent].sort((one, other) => byCodePoint(String(one.value), String(other.value)));
  if (sorted.length > 2) return sorted.map(({ value }) => String(value));
  const [first, second] = sorted;
  return [String(first!.count > second!.count ? first!.value : second!.value)];
}

function making(step: Pick<RecipeStep, 'op' | 'params'>): Pick<FeatureProposal, 'step' | 'makes'> {
  return { step, makes: registry.get(step.op)!.adds(step.params) };
}

type Copy = { other: string; value: number; measure: 'pearson' | 'spearman' };
type Strength = Omit<Copy, 'other'>;

/** Of the columns that group, those that run with one that stands before them. */
function copiesAmong(lists: readonly SortedColumn[], pairs: readonly Association[]): Map<string, Copy> {
  const order = lists.filter(({ list }) => list === 'grouped-by').map(({ column }) => column);
  const strength = new Map(pairs.map((pair) => [key(pair.a, pair.b), strengthOf(pair)]));
  const copies = new Map<string, Copy>();
  order.forEach((column, at) => {
    for (const other of order.slice(0, at)) {
      const found = strength.get(key(other, column));
      if (!found || copies.has(other) || Math.abs(found.value) < NEAR_COPY) continue;
      copies.set(column, { other, ...found });
      return;
    }
  });
  return copies;
}

/** Pearson's r or Spearman's rho, whichever says more. */
function strengthOf({ measure, value, spearman }: Association): Strength {
  if (measure !== 'pearson') return { value: 0, measure: 'pearson' };
  const [r, rho] = [value ?? 0, spearman?.value ?? 0];
  return Math.abs(rho) > Math.abs(r) ? { value: rho, measure: 'spearman' } : { value: r, measure: 'pearson' };
}

const key = (a: string, b: string): string => JSON.stringify(a < b ? [a, b] : [b, a]);
