import type { Draft, Refusal } from './automatic-recipe';
import { bestFormat } from './best-format';
import type { ColumnFacts } from './column-facts';
import { dateOrder } from './date-order';
import { misfits, readsAsNumbers, type Misfits } from './text-numbers';

const ENOUGH_CONVERT = 0.99;

/** Whether the column holds text of which at least 99 % of the filled cells would be numbers. */
export function isNearlyNumeric(facts: ColumnFacts, decimal: '.' | ','): boolean {
  const { column, reading } = facts;
  if (column.kind !== 'text') return false;
  if (reading?.stoppers?.kind !== 'number' && !readsAsNumbers(facts)) return false;
  return enough(facts, misfits(column, decimal, bestFormat(reading, 'number')).count);
}

/**
 * The `change-type` a needed column needs (none where it has the kind already), or why it cannot serve. Under 99 % of
 * cells that convert are enough only for the columns of `othersBlank`, and there it must be one cell at least.
 */
export function conversion(
  facts: ColumnFacts,
  kind: 'number' | 'date',
  decimal: '.' | ',',
  othersBlank: readonly string[] = [],
): { ok: true; steps: Draft[] } | Refusal {
  if (facts.kind === kind) return { ok: true, steps: [] };
  const { count, first } = kind === 'number' ? notNumbers(facts, decimal) : notDates(facts);
  const some = othersBlank.includes(facts.name) && count < facts.rows - facts.missing;
  if (some || enough(facts, count)) {
    const format = bestFormat(facts.reading, kind);
    const how = format ? { format } : kind === 'date' ? { order: dateOrder(facts.reading) } : { decimal };
    return { ok: true, steps: [{ op: 'change-type', params: { column: facts.name, to: kind, ...how } }] };
  }
  const details = {
    column: facts.name,
    row: first?.row ?? null,
    value: first?.value ?? null,
    count,
    rows: facts.rows,
    missing: facts.missing,
  };
  return { ok: false, code: kind === 'date' ? 'no-date' : 'text-in-number', details };
}

const enough = ({ rows, missing }: ColumnFacts, bad: number) =>
  rows > missing && bad <= (rows - missing) * (1 - ENOUGH_CONVERT);

function notNumbers(facts: ColumnFacts, decimal: '.' | ','): Misfits {
  if (facts.column.kind !== 'text') return allCells(facts);
  return misfits(facts.column, decimal, bestFormat(facts.reading, 'number'));
}

function notDates(facts: ColumnFacts): Misfits {
  const stoppers = facts.reading?.stoppers;
  if (stoppers?.kind !== 'date') return allCells(facts);
  return { count: stoppers.count, first: stoppers.first[0] ?? null };
}

function allCells({ column, rows, missing }: ColumnFacts): Misfits {
  for (let row = 0; row < rows; row++) {
    const value = column.at(row);
    if (value === null) continue;
    const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
    return { count: rows - missing, first: { row: row + 1, value: text } };
  }
  return { count: 0, first: null };
}
