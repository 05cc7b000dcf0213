import type { ColumnChoice } from '../files/column-choice';
import type { ColumnReading, ReadResult, SettledDates } from '../files/read-report';
import { dateOrder } from './date-order';
import type { AppendPlan } from './several-files';

/**
 * Dates of one file that could be read day or month first, where other files of the same shape settle it: these files
 * then follow. Where the others contradict each other, nothing is settled.
 * @returns by place of the file in the list given
 */
export function settleDates(
  reads: readonly ReadResult[],
  { files, columns }: AppendPlan,
): Map<number, SettledDates[]> {
  const found = new Map<number, SettledDates[]>();
  for (const { from } of columns) {
    const cells = files.flatMap((file, place) => {
      const reading = reads[file]!.report.columns.find(({ name }) => name === from[place]);
      return reading && isDayOrMonthFirst(reading) ? [{ file, reading }] : [];
    });
    const sure = cells.filter(({ reading }) => !reading.ambiguous);
    const orders = new Set(sure.map(({ reading }) => dateOrder(reading)));
    if (orders.size !== 1) continue;
    const like = reads[sure[0]!.file]!.report.name;
    for (const { file, reading } of cells) {
      if (!reading.ambiguous) continue;
      const format = orders.has(dateOrder(reading)) ? reading.format! : turned(reading.format!);
      found.set(file, [...(found.get(file) ?? []), { column: reading.name, format, like }]);
    }
  }
  return found;
}

const isDayOrMonthFirst = ({ kind, format }: ColumnReading): boolean =>
  kind === 'date' && format !== null && /^(DD?[-/.]MM?|MM?[-/.]DD?)[-/.]/.test(format);

/** The same pattern with day and month in each other's place. */
const turned = (format: string): string => format.replace(/^([DM]+)([-/.])([DM]+)/, '$3$2$1');

/** How columns are to be read that other files have settled. */
export const settledChoices = (settled: readonly SettledDates[]): Map<string, ColumnChoice> =>
  new Map(settled.map(({ column, format }) => [column, { kind: 'date', format }]));

/** A file that was read so: it remembers what other files settled, which is no person's word. */
export function settledRead({ table, report }: ReadResult, settled: readonly SettledDates[]): ReadResult {
  const names = new Set(settled.map(({ column }) => column));
  const columns = report.columns.map((one) => {
    const { choice: _settled, ...reading } = one;
    return names.has(one.name) ? reading : one;
  });
  return { table, report: { ...report, columns, settled } };
}
