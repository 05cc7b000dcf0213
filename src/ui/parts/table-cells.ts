import type { ColumnHead } from '../../workers/api';
import { count, date, dateTime, fixed, inUnit, share } from '../text/format';
import { kindLabel, roleLabel } from '../text/labels';
import { areYears } from '../text/years';

export type Cell = string | number | null;

const MOST_DECIMALS = 3;
const FEW_BLANKS = 0.01;

function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals++) {
    const scaled = value * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-7 * Math.max(Math.abs(scaled), 1)) return decimals;
  }
  return MOST_DECIMALS;
}

/** Decimals that all these cells need, at most three; shares of a hundred as many more as they have digits before. */
export function decimalsFor(cells: readonly Cell[], unit: string | null = null): number {
  if (unit === '%')
    return decimalsFor(cells.map((cell) => (typeof cell === 'number' ? cell * 100 : cell))) + 2;
  let most = 0;
  for (const cell of cells) if (typeof cell === 'number') most = Math.max(most, decimalsOf(cell));
  return most;
}

/** Whether the thousands of these cells are set apart: in all of a column or, if it holds years, in none. */
export const groupsFor = (cells: readonly Cell[]): boolean =>
  !areYears(cells.filter((cell) => typeof cell === 'number'));

/** A cell as the table prints it; a missing one is empty here. */
export function cellText(head: ColumnHead, cell: Cell, decimals: number, grouped = true): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (head.kind === 'date') return head.hasTime ? dateTime(cell) : date(cell);
  if (head.unit === '%') return inUnit(fixed(cell * 100, Math.max(0, decimals - 2)), '%');
  if (decimals > 0) return fixed(cell, decimals);
  return grouped ? count(cell) : String(cell);
}

/** A cell as other programs read it: plain digits, dates as 2010-12-01 08:26:00. */
function cellToCopy(head: ColumnHead, cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number' && head.kind === 'date') {
    const iso = new Date(cell).toISOString();
    return head.hasTime ? iso.slice(0, 19).replace('T', ' ') : iso.slice(0, 10);
  }
  return String(cell).replace(/[\t\r\n]+/g, ' ');
}

/** Rows as tab-separated text, columns in the order given. */
export function tabSeparated(heads: readonly ColumnHead[], columns: readonly (readonly Cell[])[]): string {
  const rows = columns[0]?.length ?? 0;
  return Array.from({ length: rows }, (_, row) =>
    heads.map((head, i) => cellToCopy(head, columns[i]?.[row] ?? null)).join('\t'),
  ).join('\n');
}

/** "text, order", "date and time", "date of the last order", "identifier". */
export function kindAndRole(head: ColumnHead): string {
  if (head.role === 'customer') return 'identifier';
  const label = kindLabel(head.kind, head.hasTime);
  const kind = head.unit ? `${label} in ${head.unit}` : label;
  if (head.role === 'recency' && head.kind === 'number') return roleLabel(head.role);
  if (head.role === 'recency' && head.kind === 'date') return `${kind} of the last order`;
  return head.role === null || head.role === head.kind ? kind : `${kind}, ${roleLabel(head.role)}`;
}

/** "25 % blank", "1,454 blank", "25,900 different", "no blanks". */
export function blanks(head: ColumnHead, rows: number): string {
  if (head.missing > 0) {
    const part = head.missing / rows;
    return `${part < FEW_BLANKS ? count(head.missing) : share(part)} blank`;
  }
  return head.kind === 'text' && head.distinct !== null ? `${count(head.distinct)} different` : 'no blanks';
}
