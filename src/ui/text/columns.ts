import type { ColumnReading, ColumnProfile, ColumnSummary, Finding } from '../../engine/index';
import { areYears } from './years';
import { count, counted, date, dateTime, figure, inUnit, listed, number, share } from './format';

/** A value of a column as a sentence says it. */
export function valueText(
  {
    kind,
    hasTime,
    unit = null,
    min = null,
    max = null,
  }: Pick<ColumnSummary, 'kind' | 'hasTime'> & Partial<Pick<ColumnSummary, 'unit' | 'min' | 'max'>>,
  value: string | number,
): string {
  if (typeof value === 'string') return value;
  if (kind === 'date') return hasTime ? dateTime(value) : date(value);
  if (unit === '%') return figure(value, unit, 2);
  return inUnit(
    // Years stay unbroken, as in the table.
    areYears([min ?? value, max ?? value]) && Number.isInteger(value) ? String(value) : number(value, 3),
    unit,
  );
}

/** "4,372 different", "all different", "always 3". */
export function distinctLine(column: ColumnSummary, rows: number): string {
  const present = rows - column.missing;
  if (present === 0) return 'nothing in it';
  if (column.distinct === 1) return `always ${cut(valueText(column, column.examples[0] ?? ''), 14)}`;
  return column.distinct === present ? 'all different' : `${count(column.distinct)} different`;
}

/** Words kept to so many letters. */
const cut = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words;

/** What the column holds, in a line: its span, its most frequent texts, or a few examples. */
export function exampleLine(column: ColumnSummary): string {
  const { kind, min, max, top, examples } = column;
  if ((kind === 'number' || kind === 'date') && min !== null && max !== null && min !== max) {
    const day = { ...column, hasTime: false };
    return `${valueText(day, min)} to ${valueText(day, max)}`;
  }
  const values = (top.some((one) => one.count > 1) ? top.map(({ value }) => value) : examples).map((one) =>
    cut(valueText(column, one), 28),
  );
  return values.join(', ');
}

/** "11 cells are no numbers", for a column kept as text. */
export const stopperLine = ({ kind, count: cells }: NonNullable<ColumnReading['stoppers']>): string =>
  `${counted(cells, 'cell')} ${cells === 1 ? 'is' : 'are'} no ${kind === 'date' ? (cells === 1 ? 'date' : 'dates') : cells === 1 ? 'number' : 'numbers'}`;

/** The finding that speaks of the cells of a column that stood in the way; its rows can be shown. */
export const stopperFinding = (findings: readonly Finding[], column: string): Finding | null =>
  findings.find(({ code, details }) => code.startsWith('text-in-') && details.column === column) ?? null;

const QUANTILES = ['least', '5 % below', '25 % below', 'typical', '75 % below', '95 % below', 'greatest'];
const QUANTILES_OF_DATES = [
  'first',
  '5 % before',
  '25 % before',
  'middle',
  '75 % before',
  '95 % before',
  'last',
];

/** Names and values of where the numbers or dates of a column stand. */
export function standings(
  column: ColumnSummary,
  { quantiles }: ColumnProfile,
): { name: string; value: string }[] {
  const names = column.kind === 'date' ? QUANTILES_OF_DATES : QUANTILES;
  const day = { ...column, hasTime: false };
  return (quantiles ?? []).map((value, at) => ({
    name: names[at]!.replace(' %', '\u00a0%'),
    value: valueText(day, value),
  }));
}

const DAY = 86_400_000;

/** What else a profile says, in sentences. */
export function profileLines(column: ColumnSummary, profile: ColumnProfile): string[] {
  const { mean, deviation, quantiles, lengths, frequent, rows, missing, distinct } = profile;
  const lines: string[] = [];
  if (mean !== null && deviation !== null && distinct > 1)
    lines.push(
      `Mean ${figure(mean, column.unit ?? null, 2)}, standard deviation ${figure(deviation, column.unit ?? null, 2)}.`,
    );
  if (column.kind === 'date' && quantiles)
    lines.push(`A span of ${counted(Math.floor((quantiles.at(-1)! - quantiles[0]!) / DAY) + 1, 'day')}.`);
  if (lengths)
    lines.push(
      lengths.least === lengths.most
        ? `Each is ${counted(lengths.most, 'character')} long.`
        : `${count(lengths.least)} to ${counted(lengths.most, 'character')} long.`,
    );
  if (frequent.length === 0 && rows > missing && distinct > 1)
    lines.push('No value is in more than one row.');
  if (missing > 0) lines.push(`${counted(missing, 'cell')} blank (${share(missing / rows)}).`);
  return lines;
}

/** "row 5 says 'twelve', row 80 'n/a'". */
export function stopperExamples(
  first: readonly { row: number; value: string }[],
  rowInFile: (row: number) => number,
): string {
  const shown = first.slice(0, 5).map(({ row, value }, at) => {
    const says = at === 0 ? ' says' : '';
    return `row ${count(rowInFile(row))}${says} '${cut(value, 24)}'`;
  });
  return listed(shown);
}
