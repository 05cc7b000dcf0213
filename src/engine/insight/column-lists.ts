import type { NumberColumn } from '../table/columns';
import type { Work } from '../work';
import type { ColumnFacts } from './column-facts';
import { copiedNumbers, type NamedNumbers } from './copied-numbers';
import { commonestOf } from './hardly-varies';
import type { RfmColumns } from './rfm-columns';
import { summedColumns } from './summed-columns';
import type { ColumnList, RoleGuess, SortedColumn } from './understanding';
import { saysWho } from './who-words';

const MOST_BLANK = 0.4;
const MOST_FILLED = 0.05;
const MOST_TEXTS = 50;
const FEW_WHOLE = 5;
const MOST_GROUPED = 12;

/** The columns of recency, frequency and money, and whether they group alone. */
export interface Purchases {
  rfm: RfmColumns;
  alone: boolean;
}

/**
 * Sorts the columns of a customer file into key, left out, described by and grouped by; one entry per column, in the
 * order of the file. The person's choices win. The rules stand in the order in which they apply.
 */
export async function columnLists(
  all: readonly ColumnFacts[],
  guesses: readonly RoleGuess[],
  purchases: Purchases | null,
  chosen: ReadonlyMap<string, ColumnList>,
  work: Work,
): Promise<SortedColumn[]> {
  const key = guesses.find(({ role }) => role === 'customer')?.column ?? null;
  const rfm = purchases?.rfm;
  const three = new Set(rfm ? [rfm.recency, rfm.frequency, rfm.monetary] : []);
  const measured = all.filter((facts) => facts.kind === 'number' && facts.distinct > 1 && facts.name !== key);
  const named = measured.map((facts): NamedNumbers => ({
    name: facts.name,
    values: (facts.column as NumberColumn).values,
  }));
  const many = new Set(measured.filter(({ distinct }) => distinct > FEW_WHOLE).map(({ name }) => name));
  const sums = summedColumns(named.filter(({ name }) => many.has(name)));
  const copies = await copiedNumbers(
    named.filter(({ name }) => !sums.has(name)),
    work,
  );
  const sorted = await withoutStill(
    all.map((facts) => sortColumn(facts, key, sums, copies)),
    measured.filter(({ name }) => !three.has(name)),
    work,
  );
  const kept = purchases?.alone ? keepThree(sorted, three) : sorted;
  return withChoices(promoted(limited(kept), all), chosen);
}

function sortColumn(
  facts: ColumnFacts,
  key: string | null,
  sums: ReadonlyMap<string, readonly string[]>,
  copies: ReadonlyMap<string, string>,
): SortedColumn {
  const column = facts.name;
  const put = (list: ColumnList, reason: string | null = null, detail: string | null = null) => ({
    column,
    list,
    reason,
    detail,
  });
  const blank = facts.missing / Math.max(1, facts.rows);
  if (column === key) return put('key');
  if (facts.distinct <= 1 && facts.missing === 0) return put('left-out', 'constant', valueOf(facts));
  if (blank > MOST_BLANK) return put('left-out', 'mostly-blank', blank.toFixed(2));
  if (facts.distinct <= 1) return put('left-out', 'constant', valueOf(facts));
  if (facts.kind === 'text' && facts.distinct > MOST_TEXTS) {
    return put('left-out', 'too-many-texts', String(facts.distinct));
  }
  if (copies.has(column)) return put('left-out', 'copy-of', copies.get(column)!);
  if (sums.has(column)) return put('left-out', 'sum-of-others', sums.get(column)!.join(', '));
  if (facts.kind !== 'number' || hasFewWhole(facts) || saysWho(facts)) return put('described-by');
  return blank > MOST_FILLED ? put('left-out', 'blanks', blank.toFixed(2)) : put('grouped-by');
}

/**
 * Columns that hardly vary tell no groups apart and, on one scale with the others, let the few who differ rule the
 * distance. They stay where fewer than two others would group. Recency, frequency and money are not asked: who comes
 * again where hardly anybody does is worth a segment.
 */
async function withoutStill(
  sorted: readonly SortedColumn[],
  measured: readonly ColumnFacts[],
  work: Work,
): Promise<readonly SortedColumn[]> {
  const still = new Map<string, number>();
  const grouped = new Set(sorted.filter(({ list }) => list === 'grouped-by').map(({ column }) => column));
  for (const { name, column, spread } of measured) {
    if (!grouped.has(name)) continue;
    const value = await commonestOf((column as NumberColumn).values, spread?.whole ?? false, work);
    if (value !== null) still.set(name, value);
  }
  if (grouped.size - still.size < 2) return sorted;
  return sorted.map((entry) => {
    const value = still.get(entry.column);
    if (value === undefined) return entry;
    return { ...entry, list: 'left-out', reason: 'nearly-constant', detail: String(value) };
  });
}

const hasFewWhole = ({ spread, distinct }: ColumnFacts) =>
  spread !== null && spread.whole && distinct <= FEW_WHOLE;

function valueOf({ column, kind, rows }: ColumnFacts): string | null {
  for (let row = 0; row < rows; row++) {
    const value = column.at(row);
    if (value === null) continue;
    return kind === 'date' ? (value as Date).toISOString().slice(0, 10) : String(value);
  }
  return null;
}

/** One recency, one frequency and one money column are the features; every other number describes. */
function keepThree(sorted: readonly SortedColumn[], three: ReadonlySet<string>): readonly SortedColumn[] {
  return sorted.map((entry): SortedColumn => {
    if (three.has(entry.column)) return { ...entry, list: 'grouped-by', reason: null, detail: null };
    return entry.list === 'grouped-by' ? { ...entry, list: 'described-by' } : entry;
  });
}

function limited(sorted: readonly SortedColumn[]): readonly SortedColumn[] {
  let grouped = 0;
  return sorted.map((entry) => {
    if (entry.list !== 'grouped-by' || ++grouped <= MOST_GROUPED) return entry;
    return { ...entry, list: 'left-out', reason: 'beyond-twelve' };
  });
}

/** Where fewer than two columns would group, numbers that describe group instead: those of many values first. */
function promoted(sorted: readonly SortedColumn[], all: readonly ColumnFacts[]): SortedColumn[] {
  const factsOf = new Map(all.map((facts) => [facts.name, facts]));
  const grouped = () => result.filter(({ list }) => list === 'grouped-by').length;
  const canGroup = (facts: ColumnFacts) =>
    facts.kind === 'number' && facts.missing <= facts.rows * MOST_FILLED;
  const result = [...sorted];
  for (const fits of [
    (facts: ColumnFacts) => !hasFewWhole(facts),
    ({ distinct, rows }: ColumnFacts) => distinct > 2 || distinct === rows,
  ]) {
    if (grouped() >= 2) break;
    for (const [at, entry] of result.entries()) {
      const facts = factsOf.get(entry.column)!;
      if (entry.list !== 'described-by' || !canGroup(facts) || !fits(facts)) continue;
      if (grouped() < MOST_GROUPED) result[at] = { ...entry, list: 'grouped-by' };
    }
  }
  return result;
}

function withChoices(
  sorted: readonly SortedColumn[],
  chosen: ReadonlyMap<string, ColumnList>,
): SortedColumn[] {
  return sorted.map((entry) => {
    const list = chosen.get(entry.column);
    return list === undefined || list === entry.list ? entry : { ...entry, list, reason: null, detail: null };
  });
}
