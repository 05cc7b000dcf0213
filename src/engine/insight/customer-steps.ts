import { daysColumn } from '../steps/days-since';
import type { Draft, Drafts, RecipeInput, Refusal } from './automatic-recipe';
import type { ColumnFacts } from './column-facts';
import { isDateLike } from './last-purchase';
import { moneyColumns } from './money';
import { conversion } from './needed-numbers';
import type { RfmColumns } from './rfm-columns';
import { takenLabels } from './taken-labels';

/**
 * Customers who never ordered set aside, days counted since dates, blanks of grouping columns filled, long tails
 * evened out, one scale, segments. Rows that are alike may be different people and stay.
 */
export function customerSteps(input: RecipeInput): Drafts {
  const { report, lists, money, rfm, facts, measured, othersBlank } = input;
  const grouped = lists.filter(({ list }) => list === 'grouped-by').map(({ column }) => column);
  if (grouped.length === 0) return nothingToGroupBy(input);
  const worth = moneyColumns(money);
  const conversions: Draft[] = [];
  const measuredAs = new Map(measured.map((column) => [column.name, column]));
  const isDate = (name: string) => isDateLike(measuredAs.get(name)!);
  for (const column of new Set([...grouped, ...worth])) {
    const found = facts.find(({ name }) => name === column)!;
    const kind = isDate(column) ? 'date' : 'number';
    const converted = conversion(found, kind, report.options.decimal, othersBlank);
    if (!converted.ok) return converted;
    conversions.push(...converted.steps);
  }
  const whole = rfm && isGroupedBy(rfm, grouped) ? rfm : null;
  const aside = whole && whole.never > 0 ? whole : null;
  const nameOf = (name: string) => (isDate(name) ? daysColumn(name) : name);
  const blank = grouped.filter(
    (name) => blanksOf(measuredAs.get(name)!, whole) > 0 && name !== aside?.recency,
  );
  const three = whole && isDate(whole.recency) ? [whole.recency, whole.frequency, whole.monetary] : [];
  const tailed = grouped.filter((name) => three.includes(name) || hasLongTail(measuredAs.get(name)!));
  const evened = grouped.map((name) => (tailed.includes(name) ? `${nameOf(name)}_log` : nameOf(name)));
  const segment = { columns: evened.map((name) => `${name}_z`), k: 'auto', ...takenLabels(facts) };
  return {
    ok: true,
    steps: [
      ...conversions,
      ...(aside ? [withoutOrders(aside)] : []),
      ...grouped.filter(isDate).map(daysSince),
      ...onColumns('fill-missing', blank.map(nameOf), 'median'),
      ...onColumns('transform', tailed.map(nameOf), 'log1p'),
      { op: 'scale', params: { columns: evened, with: 'z' } },
      { op: 'segment', params: worth.length > 0 ? { ...segment, money: [...worth] } : segment },
    ],
  };
}

const daysSince = (column: string): Draft => ({ op: 'days-since', params: { column, referenceDate: null } });

const onColumns = (op: string, columns: readonly string[], how: string): Draft[] =>
  columns.length > 0 ? [{ op, params: { columns: [...columns], with: how } }] : [];

/** Where there are numbers but each is the same for everybody, it says so and names the columns that never vary. */
function nothingToGroupBy({ report, lists, facts }: RecipeInput): Refusal {
  const same = new Set(lists.filter(({ reason }) => reason === 'constant').map(({ column }) => column));
  const numbers = facts.filter(({ kind, identifier }) => kind === 'number' && !identifier);
  if (numbers.length === 0 || !numbers.every(({ name }) => same.has(name)))
    return { ok: false, code: 'no-features', details: {} };
  return { ok: false, code: 'all-equal', details: { columns: [...same], customers: report.rows } };
}

const isGroupedBy = ({ recency }: RfmColumns, grouped: readonly string[]) => grouped.includes(recency);

/** Where others lack a date too, the sentence names the column: they are not known to have never ordered. */
const withoutOrders = ({ recency, blanks }: RfmColumns): Draft => ({
  op: 'drop-missing',
  params: { columns: [recency], ...(blanks.get(recency) === 0 ? { label: 'an order' } : {}) },
});

const blanksOf = ({ name, missing }: ColumnFacts, rfm: RfmColumns | null) => rfm?.blanks.get(name) ?? missing;

/** Of two values, as of 0 and 1, none is a tail. */
const hasLongTail = ({ min, spread, derived, distinct }: ColumnFacts) =>
  !derived && distinct > 2 && spread !== null && min !== null && min >= 0 && spread.skewness > 1;
