import type { ColumnTable } from 'arquero';
import { columnAs, columnNames, numbers } from '../../table/table';
import type { Role } from '../../table/meta';
import { inBlocks } from '../../steps/parts/blocks';
import type { Work } from '../../work';
import { moneyColumns } from '../money';
import { moneyOfRow, type RowMoney } from '../money-of-row';
import type { Understanding } from '../understanding';
import { cardFindings, isMeasure } from './card-findings';
import { daySums } from './day-sums';
import type { ExploreFinding, Headline } from './finding';
import { headlineOf } from './headline';
import type { ColumnOverview } from './overview-of';
import { timeFindings } from './time-findings';
import { toldColumns } from './told-columns';

/** What a table says about itself. */
export interface Explored {
  /** What each period brought; null without a date, or where dates are too far apart. */
  headline: Headline | null;
  /** Worst first. */
  findings: readonly ExploreFinding[];
}

/** How money is computed from a row, and what it is counted in. */
export interface KnownOfMoney extends Pick<Understanding, 'money' | 'currency'> {
  decimal: '.' | ',';
}

/**
 * The findings of a table and its headline. Exact over all rows; thresholds: docs/EXPLORE.md.
 * @param cards what `overviewOf` gave
 * @throws Stopped
 */
export async function explore(
  table: ColumnTable,
  cards: readonly ColumnOverview[],
  known: KnownOfMoney,
  work: Work,
): Promise<Explored> {
  const over = await overTime(table, cards, known, work);
  const told = await toldColumns(table, cards, work);
  return {
    headline: over.headline,
    findings: worstFirst([...cards.flatMap(cardFindings), ...told, ...over.findings]),
  };
}

/** Findings of several looks in one list; those that weigh the same stay as they came. */
export const worstFirst = (findings: readonly ExploreFinding[]): ExploreFinding[] =>
  [...findings].sort((a, b) => a.severity - b.severity || b.weight - a.weight);

async function overTime(
  table: ColumnTable,
  cards: readonly ColumnOverview[],
  known: KnownOfMoney,
  work: Work,
): Promise<Explored> {
  const nothing = { headline: null, findings: [] };
  const card = cards.find(isDateOfRows) ?? cards.find(({ dates }) => dates !== null);
  if (!card?.dates) return nothing;
  const columns = moneyColumns(known.money);
  const of = await moneyIn(table, cards, known, work);
  const money = of && { columns, of };
  const measures = cards
    .filter((one) => isMeasure(one) && !columns.includes(one.name))
    .slice(0, MOST_MEASURES)
    .map(({ name }) => ({ name, values: numbers(table, name) }));
  const dates = columnAs(table, card.name, 'date');
  const sums = await daySums(dates, card.dates, money, measures, work);
  if (!sums) return nothing;
  return {
    headline: headlineOf(card.name, known.currency?.unit ?? null, sums),
    findings: timeFindings(card.name, sums),
  };
}

/** What each row brings before returns, as the headline adds it up; null where no money is known. @throws Stopped */
export async function broughtByRow(
  table: ColumnTable,
  cards: readonly ColumnOverview[],
  known: KnownOfMoney,
  work: Work,
): Promise<Float64Array | null> {
  const of = await moneyIn(table, cards, known, work);
  if (!of) return null;
  const brought = new Float64Array(table.numRows());
  await inBlocks(brought.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) brought[row] = Math.max(0, of(row) || 0);
  });
  return brought;
}

/** Columns of numbers that are followed over time, beside money. */
const MOST_MEASURES = 30;

const isDateOfRows = ({ dates, role }: ColumnOverview): boolean => dates !== null && role === 'date';

/** The money of a row, where the table still has the columns it is made from. */
async function moneyIn(
  table: ColumnTable,
  cards: readonly ColumnOverview[],
  { money, decimal }: KnownOfMoney,
  work: Work,
): Promise<RowMoney | null> {
  const there = new Set(columnNames(table));
  if (!money || !moneyColumns(money).every((name) => there.has(name))) return null;
  const roles = new Map(cards.flatMap(({ name, role }) => (role ? [[role, name] as [Role, string]] : [])));
  return moneyOfRow(table, money, roles, [], decimal, work);
}
