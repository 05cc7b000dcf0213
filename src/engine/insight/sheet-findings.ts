import type { ReadReport } from '../files/read-report';
import type { Finding } from './understanding';

const MOST_NAMED = 3;

/** What reading a sheet of a spreadsheet brought up: other tables on it, errors, hidden rows, names in merged cells. */
export function sheetFindings({ sheet }: ReadReport): Finding[] {
  if (!sheet) return [];
  const { range = null, otherTables = [], errors, hiddenRows = 0, mergedNames = 0 } = sheet;
  const named = otherTables.slice(0, MOST_NAMED).map((one) => one.range);
  const others = named.join(', ') + (otherTables.length > MOST_NAMED ? ' …' : '');
  const rows = otherTables.reduce((sum, one) => sum + one.rows, 0);
  return [
    { code: 'other-tables', count: otherTables.length, details: { range, others, rows }, rows: null },
    { code: 'error-cells', count: errors, details: {}, rows: null },
    { code: 'hidden-rows', count: hiddenRows, details: {}, rows: null },
    { code: 'merged-names', count: mergedNames, details: {}, rows: null },
  ];
}
