import { plainWords } from '../role-words';
import { columnOf } from '../../table/table';
import { DAY, dayOf, isoDay, parseDay } from '../../steps/parts/calendar';
import { collectRows } from '../row-collector';
import type { ColumnSummary } from '../understanding';
import { BIRTH } from '../who-words';
import { OLDEST } from './thresholds';
import type { Draft, Studied } from './suggestion';

const AGE = /^((customer|kunden?|client) )?(age|alter|age years|age in years)$/;

/** Ages above 110 or below 0, and births that would give such an age today; they become blank. */
export async function impossibleYears({ table, understanding, today, work }: Studied): Promise<Draft[]> {
  const found: Draft[] = [];
  for (const summary of understanding.columns) {
    const range = rangeOf(summary, today);
    const column = columnOf(table, summary.name);
    if (!range || (column.kind !== 'number' && column.kind !== 'date')) continue;
    const { values } = column;
    const { count } = await collectRows(values.length, work, (row) => range.isOutside(values[row]!));
    // Where many are outside, the column is something else.
    if (count === 0 || count > values.length / 10) continue;
    found.push({
      code: range.code,
      columns: [summary.name],
      step: { op: 'limit', params: { column: summary.name, ...range.bounds, outside: 'blank' } },
      effect: { cells: count },
      details: {
        ...range.details,
        early: Number(range.isOutside(summary.min!)),
        late: Number(range.isOutside(summary.max!)),
      },
    });
  }
  return found;
}

interface Range {
  code: string;
  isOutside(value: number): boolean;
  bounds: Record<string, number | string>;
  details: Record<string, number>;
}

function rangeOf({ name, kind, min, max }: ColumnSummary, today: number | null): Range | null {
  const words = plainWords(name);
  if (min === null || max === null) return null;
  if (kind === 'number' && AGE.test(words)) return ofNumbers('impossible-age', 0, OLDEST);
  if (today === null || !BIRTH.test(words)) return null;
  const year = new Date(today).getUTCFullYear();
  // Years are written with four digits; other numbers under such a name are not judged.
  if (kind === 'number')
    return min >= 1000 && max <= 9999 ? ofNumbers('impossible-birth', year - OLDEST, year) : null;
  return kind === 'date' ? ofDates(today, year - OLDEST, year) : null;
}

const ofNumbers = (code: string, from: number, to: number): Range => ({
  code,
  isOutside: (value) => value < from || value > to,
  bounds: { from, to },
  details: { from, to },
});

function ofDates(today: number, from: number, to: number): Range {
  const last = dayOf(today);
  const first = parseDay(`${from}-01-01`)!;
  return {
    code: 'impossible-birth',
    isOutside: (value) => value < first * DAY || value >= (last + 1) * DAY,
    bounds: { from: isoDay(first), to: isoDay(last) },
    details: { from, to },
  };
}
