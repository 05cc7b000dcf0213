import { inBlocks } from '../steps/parts/blocks';
import { daysColumn } from '../steps/days-since';
import { isMissing, type NumberColumn } from '../table/columns';
import type { Role } from '../table/meta';
import type { Work } from '../work';
import type { ColumnFacts } from './column-facts';
import { isDateLike } from './last-purchase';
import { conversion } from './needed-numbers';
import type { RoleGuess } from './understanding';

const SURE_ENOUGH = 0.7;
const MOST_FILLED = 0.05;
const THREE = ['recency', 'frequency', 'monetary'] as const satisfies readonly Role[];

/** The columns of a customer file that say recency, frequency and money, and who has no recency. */
export interface RfmColumns {
  /** Days since the last purchase, or its date. */
  recency: string;
  frequency: string;
  monetary: string;
  /** Whether a row has no recency and no orders either: a customer who never ordered. */
  neverOrdered(row: number): boolean;
  /** How many such rows there are. */
  never: number;
  /** Blanks of the customers who ordered, by column; cells of text that are no dates among them. */
  blanks: ReadonlyMap<string, number>;
}

/**
 * One recency, one frequency and one money column that are sure enough and, among customers who ordered, blank in at
 * most 5 %; null where there are none, or where one of them is the same for all.
 * @param all text columns that are nearly numbers measured as numbers
 */
export async function rfmColumns(
  all: readonly ColumnFacts[],
  guesses: readonly RoleGuess[],
  work: Work,
): Promise<RfmColumns | null> {
  const [recency, frequency, monetary] = THREE.map((role) => {
    const guess = guesses.find((one) => one.role === role && one.confidence >= SURE_ENOUGH);
    return all.find(({ name }) => name === guess?.column);
  });
  if (!recency || !frequency || !monetary) return null;
  const three = [recency, frequency, monetary];
  if (!three.every(({ distinct }) => distinct > 1)) return null;
  if (frequency.kind !== 'number' || monetary.kind !== 'number' || !countsDays(recency, all)) return null;
  const orders = (frequency.column as NumberColumn).values;
  const neverOrdered = (row: number) => isMissing(recency.column, row) && !(orders[row]! > 0);
  const blanks = new Map(three.map(({ name }) => [name, 0]));
  let never = 0;
  await inBlocks(recency.rows, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      if (neverOrdered(row)) never++;
      else
        for (const { name, column } of three)
          if (isMissing(column, row)) blanks.set(name, blanks.get(name)! + 1);
    }
  });
  if (recency.kind === 'text') {
    blanks.set(recency.name, blanks.get(recency.name)! + (recency.reading?.stoppers?.count ?? 0));
  }
  const most = (recency.rows - never) * MOST_FILLED;
  if ([...blanks.values()].some((count) => count > most)) return null;
  return {
    recency: recency.name,
    frequency: frequency.name,
    monetary: monetary.name,
    neverOrdered,
    never,
    blanks,
  };
}

/** Whether the column holds days, or dates of which days can be made. */
function countsDays(recency: ColumnFacts, all: readonly ColumnFacts[]): boolean {
  if (!isDateLike(recency)) return recency.kind === 'number';
  return conversion(recency, 'date', '.').ok && !all.some(({ name }) => name === daysColumn(recency.name));
}
