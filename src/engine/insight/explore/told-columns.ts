import type { ColumnTable } from 'arquero';
import { inBlocks } from '../../steps/parts/blocks';
import { log } from '../../stats/logarithm';
import type { Column } from '../../table/columns';
import { columnOf } from '../../table/table';
import type { Work } from '../../work';
import { namesThings } from './card-findings';
import { columnTells, keysOf } from './column-tells';
import type { ExploreFinding } from './finding';
import type { ColumnOverview } from './overview-of';
import { ENOUGH_CELLS, ROWS_A_VALUE, TELLS_BY_CHANCE } from './thresholds';

/** Columns that say the same as another one, and columns that tell another one. */
export async function toldColumns(
  table: ColumnTable,
  cards: readonly ColumnOverview[],
  work: Work,
): Promise<ExploreFinding[]> {
  const same = await sameColumns(table, cards, work);
  const copies = new Set(same.map(({ columns }) => columns[1]!));
  const left = cards.filter(({ name }) => !copies.has(name));
  return [...same, ...(await determined(table, left, work))];
}

async function sameColumns(
  table: ColumnTable,
  cards: readonly ColumnOverview[],
  work: Work,
): Promise<ExploreFinding[]> {
  const found: ExploreFinding[] = [];
  for (const alike of alikeCards(cards)) {
    const copies = new Set<string>();
    for (const [at, first] of alike.entries()) {
      if (copies.has(first.name)) continue;
      const rest = work.breathe();
      if (rest) await rest;
      for (const second of alike.slice(at + 1)) {
        const equal = copies.has(second.name) ? null : await howAlike(table, first, second, work);
        if (!equal) continue;
        copies.add(second.name);
        found.push(sameFinding(first, second, equal));
      }
    }
  }
  return found;
}

/** Cards with as many blanks and as many different values as each other. */
function alikeCards(cards: readonly ColumnOverview[]): ColumnOverview[][] {
  const groups = new Map<string, ColumnOverview[]>();
  for (const card of cards) {
    if (card.distinct < 2 || card.rows - card.missing < ENOUGH_CELLS) continue;
    const key = `${card.missing} ${card.distinct}`;
    groups.set(key, [...(groups.get(key) ?? []), card]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

async function howAlike(
  table: ColumnTable,
  first: ColumnOverview,
  second: ColumnOverview,
  work: Work,
): Promise<'cells' | 'one-to-one' | null> {
  const [one, other] = [columnOf(table, first.name), columnOf(table, second.name)];
  if (byChance(second, second.rows - second.missing) > TELLS_BY_CHANCE) return null;
  // Of nearly unique columns each tells all others.
  if (!repeats(first)) return (await allCellsEqual(one, other, work)) ? 'cells' : null;
  const beside = await columnTells(one, other, work);
  const values = beside && [...beside.values()];
  // Blank in the same rows, and no two values beside one.
  if (!values || values.some((key) => key !== key) || new Set(values).size < values.length) return null;
  const same = [...beside].every(([key, value]) => isSameValue(one, key, other, value));
  return same ? 'cells' : 'one-to-one';
}

async function allCellsEqual(one: Column, other: Column, work: Work): Promise<boolean> {
  const [here, there] = [keysOf(one), keysOf(other)];
  let equal = one.kind === other.kind;
  await inBlocks(one.length, 'looking', work, (from, to) => {
    for (let row = from; row < to && equal; row++) equal = isSameValue(one, here(row), other, there(row));
  });
  return equal;
}

/** By `keysOf` of each; blanks are the same. */
function isSameValue(one: Column, key: number, other: Column, value: number): boolean {
  if (one.kind !== 'text' || other.kind !== 'text') return one.kind === other.kind && Object.is(key, value);
  if (key !== key || value !== value) return Object.is(key, value);
  return one.dictionary.text(key) === other.dictionary.text(value);
}

const sameFinding = (
  first: ColumnOverview,
  second: ColumnOverview,
  equal: 'cells' | 'one-to-one',
): ExploreFinding => ({
  kind: 'duplicate-columns',
  columns: [first.name, second.name],
  figures: { equal, distinct: first.distinct },
  severity: equal === 'cells' ? 1 : 2,
  weight: 1,
  picture: { of: 'pair', columns: [first.name, second.name] },
  remedy: { op: 'remove-columns', params: { columns: [second.name] } },
});

/** Each column that another one tells: of several that do, the one of fewest values. */
async function determined(
  table: ColumnTable,
  cards: readonly ColumnOverview[],
  work: Work,
): Promise<ExploreFinding[]> {
  const tellers = cards
    .filter(
      (card) => card.distinct > 2 && !namesThings(card) && card.kind !== 'date' && repeatsThroughout(card),
    )
    .sort((a, b) => a.distinct - b.distinct);
  const found: ExploreFinding[] = [];
  for (const told of cards) {
    if (told.distinct < 2 || told.kind === 'date') continue;
    const rest = work.breathe();
    if (rest) await rest;
    for (const teller of tellers) {
      if (teller.distinct <= told.distinct || !isSurprising(teller, told)) continue;
      if (!(await columnTells(columnOf(table, teller.name), columnOf(table, told.name), work))) continue;
      found.push(toldFinding(teller, told));
      break;
    }
  }
  return found;
}

/** Whether chance would hardly have the one tell the other: all repeated rows of a value would have to agree. */
const isSurprising = (teller: ColumnOverview, told: ColumnOverview): boolean =>
  byChance(told, teller.rows - teller.missing - teller.distinct) < TELLS_BY_CHANCE;

const repeats = (card: ColumnOverview): boolean =>
  card.rows - card.missing >= Math.max(ENOUGH_CELLS, ROWS_A_VALUE * card.distinct);

/** Also without its most frequent value: beside a heap of zeros all other amounts may stand alone, and each tells by being a key. */
function repeatsThroughout(card: ColumnOverview): boolean {
  const others = card.rows - card.missing - (card.frequent[0]?.count ?? 0);
  return repeats(card) && others >= ROWS_A_VALUE * (card.distinct - 1);
}

/** Logarithm of the chance that so many rows agree with what is expected of them. */
function byChance(card: ColumnOverview, rows: number): number {
  const present = card.rows - card.missing;
  const shown = card.frequent.reduce((sum, { count }) => sum + count, 0);
  const others = card.distinct - card.frequent.length;
  const rest = others > 0 ? (present - shown) ** 2 / others : 0;
  const squares = card.frequent.reduce((sum, { count }) => sum + count * count, rest);
  return rows * log(squares / present ** 2);
}

const toldFinding = (teller: ColumnOverview, told: ColumnOverview): ExploreFinding => ({
  kind: 'determines',
  columns: [teller.name, told.name],
  figures: { distinct: teller.distinct, told: told.distinct, rows: teller.rows - teller.missing },
  severity: 3,
  weight: 0.5,
  picture: { of: 'pair', columns: [teller.name, told.name] },
});
