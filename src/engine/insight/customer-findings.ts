import { inBlocks } from '../steps/parts/blocks';
import { isMissing, MISSING, type TextColumn } from '../table/columns';
import { duplicateRows } from '../table/duplicate-rows';
import { columnNames, columnOf } from '../table/table';
import { quantile, sorted } from '../stats/quantile';
import { codeCounts } from './category-facts';
import type { ColumnFacts } from './column-facts';
import type { Examined } from './findings';
import { copies } from './order-findings';
import { collectRows } from './row-collector';
import type { RfmColumns } from './rfm-columns';
import type { ColumnList, Finding, Remedy } from './understanding';
import { isBirthYear } from './who-words';

const OLDEST_BIRTH = 1910;
const FAR_OFF = 5;
const RARE = 0.005;
const FEW_CATEGORIES = 20;

/** What is worth knowing about a file with one row per customer. */
export async function customerFindings(examined: Examined): Promise<Finding[]> {
  const lists = new Map(examined.lists.map(({ column, list }) => [column, list]));
  const used = examined.facts.filter(({ name }) => lists.get(name) !== 'left-out');
  const aside = asideForOrders(examined, lists);
  const found = [...(await repeats(examined)), ...(aside ? [await neverOrdered(examined, aside)] : [])];
  for (const facts of used) {
    const list = lists.get(facts.name) ?? null;
    found.push(await blanks(examined, facts, list, aside));
    if (isBirthYear(facts)) found.push(await oldBirths(examined, facts));
    else if (facts.kind === 'number' && list !== 'key') found.push(...(await extremes(examined, facts)));
    if (facts.kind === 'text' && list !== 'key') found.push(...(await rareValues(examined, facts)));
  }
  return found;
}

/** The three columns where customers who never ordered are set aside, which grouping by their recency does. */
function asideForOrders({ rfm }: Examined, lists: ReadonlyMap<string, ColumnList>): RfmColumns | null {
  return rfm && rfm.never > 0 && lists.get(rfm.recency) === 'grouped-by' ? rfm : null;
}

/** Customers without a last purchase and without orders. */
async function neverOrdered({ table, work }: Examined, rfm: RfmColumns): Promise<Finding> {
  const all = table.totalRows();
  const { count, rows } = await collectRows(all, work, rfm.neverOrdered);
  return { code: 'never-ordered', count, details: { column: rfm.recency, share: count / all }, rows };
}

/** Blank cells; where customers who never ordered are set aside, those of the others. */
async function blanks(
  { table, work }: Examined,
  facts: ColumnFacts,
  of: ColumnList | null,
  aside: RfmColumns | null,
): Promise<Finding> {
  const column = columnOf(table, facts.name);
  const test = (row: number) => isMissing(column, row) && !aside?.neverOrdered(row);
  const { count, rows } = await collectRows(facts.rows, work, test);
  const list = facts.name === aside?.recency ? 'set-aside' : of;
  const finding: Finding = {
    code: 'blank',
    count,
    details: { column: facts.name, list, share: count / facts.rows },
    rows,
  };
  if (list === 'set-aside') return finding;
  const columns = [facts.name];
  // What groups is filled by the automatic recipe; the other way is to set the rows aside.
  return facts.kind === 'number' && list !== 'grouped-by' && list !== 'key'
    ? withRemedy(finding, 'fill-missing', { columns, with: 'median' }, facts.missing, 'cells')
    : withRemedy(finding, 'drop-missing', { columns }, facts.missing, 'rows');
}

async function oldBirths({ table, work }: Examined, { name }: ColumnFacts): Promise<Finding> {
  const column = columnOf(table, name);
  const test = (row: number) => column.kind === 'number' && column.values[row]! < OLDEST_BIRTH;
  const { count, rows } = await collectRows(column.length, work, test);
  const finding = { code: 'old-birth', count, details: { column: name, year: OLDEST_BIRTH }, rows };
  return withRemedy(finding, 'limit', { column: name, from: OLDEST_BIRTH, outside: 'blank' }, count, 'cells');
}

/** Values above five times the 99th percentile of a column that has no negatives: so far off that a slip is likely. */
async function extremes({ table, work }: Examined, { name, min, reading }: ColumnFacts): Promise<Finding[]> {
  const column = columnOf(table, name);
  if (column.kind !== 'number' || min === null || min < 0) return [];
  const limit = quantile(sorted(column.values), 0.99) * FAR_OFF;
  if (!(limit > 0)) return [];
  let value = limit;
  const each = (row: number) => (value = Math.max(value, column.values[row]!));
  const { count, rows } = await collectRows(column.length, work, (row) => column.values[row]! > limit, each);
  const unit = reading?.unit;
  const details = { column: name, value, limit, ...(unit && { unit }) };
  const finding = { code: 'extreme', count, details, rows };
  return [withRemedy(finding, 'limit', { column: name, to: limit, outside: 'blank' }, count, 'cells')];
}

/** Categories of under 0.5 % of the rows, in columns of at most 20 categories where such rows are under 1 % in all. */
async function rareValues({ table, work }: Examined, facts: ColumnFacts): Promise<Finding[]> {
  if (facts.distinct > FEW_CATEGORIES) return [];
  const column = columnOf(table, facts.name) as TextColumn;
  const counts = await codeCounts(column, work);
  const rare = [...counts.keys()].filter((code) => counts[code]! > 0 && counts[code]! < facts.rows * RARE);
  rare.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const isRare = new Set(rare);
  const test = (row: number) => column.codes[row] !== MISSING && isRare.has(column.codes[row]!);
  const { count, rows } = await collectRows(facts.rows, work, test);
  if (count >= facts.rows * 2 * RARE) return [];
  const values = rare.map((code) => `${column.dictionary.text(code)} ${counts[code]}`).join(', ');
  return [{ code: 'rare-values', count, details: { column: facts.name, values }, rows }];
}

/** Copies of whole rows; rows that are copies but for the key; keys that stand in several rows. */
async function repeats(examined: Examined): Promise<Finding[]> {
  const { table, roles, work } = examined;
  const key = roles.get('customer');
  // Rows that are alike may be different people: they are said, and stay.
  const { count: copied, rows: copiedRows } = await copies(examined);
  const details = { column: key ?? null };
  const kept: Finding = { code: 'copies-kept', count: copied, details, rows: copiedRows };
  const whole = withRemedy(kept, 'drop-duplicates', {}, copied, 'rows');
  if (key === undefined) return [whole];
  const others = columnNames(table).filter((name) => name !== key);
  const alike = others.length > 1 ? await duplicateRows(table, others, work) : null;
  const sameKey = await duplicateRows(table, [key], work);
  const column = columnOf(table, key);
  const found = [whole];
  const finding = async (
    code: string,
    columns: string[],
    marks: Uint8Array,
    test: (row: number) => boolean,
  ) => {
    const { count, rows } = await collectRows(column.length, work, test);
    const dropped = await marked(marks, examined);
    const one: Finding = { code, count, details: { column: key }, rows };
    found.push(withRemedy(one, 'drop-duplicates', { columns }, dropped, 'rows'));
  };
  if (alike) await finding('copies-but-key', others, alike, (row) => alike[row] === 1 && sameKey[row] === 0);
  if (whole.count < (await marked(sameKey, examined))) {
    await finding('repeated-key', [key], sameKey, (row) => sameKey[row] === 1 && !isMissing(column, row));
  }
  return found;
}

const withRemedy = (
  finding: Finding,
  op: string,
  params: Remedy['params'],
  count: number,
  of: 'rows' | 'cells',
): Finding => ({ ...finding, remedy: { op, params, effect: { count, of } } });

async function marked(marks: Uint8Array, { work }: Examined): Promise<number> {
  let count = 0;
  await inBlocks(marks.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) count += marks[row]!;
  });
  return count;
}
