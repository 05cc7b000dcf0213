import type { Kind } from '../table/columns';
import type { Draft, Refusal } from './automatic-recipe';
import type { ColumnFacts } from './column-facts';

const ENOUGH_CONVERT = 0.99;

/** Whether at least 99 % of the filled cells of a text column would be numbers or dates. */
export function nearlyAll({ reading, rows, missing }: ColumnFacts, kind: 'number' | 'date'): boolean {
  const stoppers = reading?.stoppers;
  return stoppers?.kind === kind && stoppers.count <= (rows - missing) * (1 - ENOUGH_CONVERT);
}

/** The `change-type` a needed column needs (none where it has the kind already), or why it cannot serve. */
export function conversion(
  facts: ColumnFacts,
  kind: 'number' | 'date',
  decimal: '.' | ',',
): { ok: true; steps: Draft[] } | Refusal {
  if (facts.kind === kind) return { ok: true, steps: [] };
  if (nearlyAll(facts, kind)) {
    const how = kind === 'date' ? { order: dateOrder(facts) } : { decimal };
    return { ok: true, steps: [{ op: 'change-type', params: { column: facts.name, to: kind, ...how } }] };
  }
  const first = facts.reading?.stoppers?.first[0] ?? firstFilled(facts);
  const details = {
    column: facts.name,
    row: first?.row ?? null,
    value: first?.value ?? null,
    count: facts.reading?.stoppers?.count ?? facts.rows - facts.missing,
    rows: facts.rows,
  };
  return { ok: false, code: kind === 'date' ? 'no-date' : 'text-in-number', details };
}

/** From the pattern of the reading, such as `DD/MM/YYYY`; year first where none is known. */
function dateOrder({ reading }: ColumnFacts): 'ymd' | 'dmy' | 'mdy' {
  if (reading?.format?.startsWith('D')) return 'dmy';
  return reading?.format?.startsWith('M') ? 'mdy' : 'ymd';
}

function firstFilled({ column, rows, kind }: ColumnFacts): { row: number; value: string } | null {
  for (let row = 0; row < rows; row++) {
    const value = column.at(row);
    if (value !== null) return { row: row + 1, value: printed(value, kind) };
  }
  return null;
}

const printed = (value: string | number | boolean | Date, kind: Kind) =>
  kind === 'date' ? (value as Date).toISOString().slice(0, 10) : String(value);
