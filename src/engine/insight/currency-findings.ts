import { numberFormats, unitInCell } from '../files/number-formats';
import { numberFormatText } from '../table/build/number-format';
import { MISSING, type TextColumn } from '../table/columns';
import type { Work } from '../work';
import { codeCounts } from './category-facts';
import type { ColumnFacts } from './column-facts';
import type { Examined } from './findings';
import { currencyColumns } from './stated-currency';
import { collectRows } from './row-collector';
import { misfits, mostTexts } from './text-numbers';
import type { Finding } from './understanding';

/** So many of the texts must be numbers, with or without a currency. */
const MOSTLY = 0.9;
const NAMED = 3;

/** Money in several currencies: in the cells of one column, or said row by row by a column beside it. */
export async function currencyFindings(examined: Examined): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const facts of examined.facts) {
    const mixed = await mixedCells(facts, examined);
    if (mixed) found.push(mixed);
    found.push(...ofFiles(facts));
  }
  if (examined.moneyTotal !== null) found.push(...(await byRow(examined)));
  return found;
}

/** Cells that are not in the currency most cells of their column are in. They keep the column from being numbers. */
async function mixedCells(
  { column, name, identifier, rows, missing }: ColumnFacts,
  { report, needed, work }: Examined,
): Promise<Finding | null> {
  if (column.kind !== 'text' || identifier) return null;
  if (!mostTexts(column, MOSTLY, (text) => unitInCell(text) !== undefined)) return null;
  const units = Array.from({ length: column.dictionary.size }, (_, code) =>
    unitInCell(column.dictionary.text(code)),
  );
  const counts = await countsOf(column, units, work);
  const [main, ...others] = counts;
  if (!main || others.length === 0) return null;
  const other = new Set(others.map(({ value }) => value));
  const isOther = (row: number) =>
    column.codes[row] !== MISSING && other.has(units[column.codes[row]!] ?? '');
  const { count, rows: first } = await collectRows(column.length, work, isOther);
  const format = formatOf(column, units, main.value, report.options.decimal);
  const failing = format === null ? count : misfits(column, report.options.decimal, format).count;
  const details = {
    column: name,
    main: main.value,
    others: some(others),
    needed: needed.has(name) ? 1 : 0,
    share: 1 - failing / (rows - missing),
  };
  const finding: Finding = { code: 'mixed-currencies', count, details, rows: first };
  if (format === null) return finding;
  const params = { column: name, to: 'number', format };
  return { ...finding, remedy: { op: 'change-type', params, effect: { count: failing, of: 'cells' } } };
}

type Counted = { value: string; count: number };

/** How many cells each currency has, most first. */
async function countsOf(
  column: TextColumn,
  units: readonly (string | null | undefined)[],
  work: Work,
): Promise<Counted[]> {
  const counts = new Map<string, number>();
  const cells = await codeCounts(column, work);
  cells.forEach((count, code) => {
    const unit = units[code];
    if (count > 0 && unit && unit !== '%') counts.set(unit, (counts.get(unit) ?? 0) + count);
  });
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}

/** The format that understands most of the cells in that currency. */
function formatOf(
  { dictionary }: TextColumn,
  units: readonly (string | null | undefined)[],
  unit: string,
  decimal: '.' | ',',
): string | null {
  const texts = units.flatMap((one, code) => (one === unit ? [dictionary.text(code)] : []));
  const [best] = numberFormats(texts, decimal);
  return best ? numberFormatText(best) : null;
}

/** Numbers that one file counts in one thing and the next in another. */
function ofFiles({ name, reading }: ColumnFacts): Finding[] {
  const [main, ...others] = reading?.units ?? [];
  if (!main || others.length === 0) return [];
  const counted = others.map(({ unit, rows }) => ({ value: unit, count: rows }));
  const count = counted.reduce((sum, one) => sum + one.count, 0);
  const details = { column: name, main: main.unit, others: some(counted) };
  return [{ code: 'currencies-of-files', count, details, rows: null }];
}

/** Rows whose money is in another currency than that of most rows, as a column of currencies says. */
async function byRow({ facts, work }: Examined): Promise<Finding[]> {
  const [beside] = await currencyColumns(facts, work);
  const [main, ...others] = beside?.currencies ?? [];
  if (!beside || !main || others.length === 0) return [];
  const { codes, dictionary } = beside.column;
  const isMain = Uint8Array.from({ length: dictionary.size }, (_, code) =>
    Number(dictionary.text(code) === main.value),
  );
  const test = (row: number) => codes[row] !== MISSING && !isMain[codes[row]!];
  const { count, rows } = await collectRows(codes.length, work, test);
  const details = { column: beside.name, main: main.value, others: some(others) };
  const params = { column: beside.name, values: [main.value], blanks: 'keep' };
  const remedy = { op: 'keep-values', params, effect: { count, of: 'rows' as const } };
  return [{ code: 'several-currencies', count, details, rows, remedy }];
}

/** "12 in USD, 3 in GBP and 2 more". */
function some(counted: readonly Counted[]): string {
  const shown = counted.slice(0, NAMED).map(({ value, count }) => `${count} in ${value}`);
  return counted.length > NAMED ? `${shown.join(', ')} and ${counted.length - NAMED} more` : shown.join(', ');
}
