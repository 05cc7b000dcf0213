/** The numbers behind a chart: what *Table* shows and the CSV holds. */
export interface ChartTable {
  columns: readonly { label: string; numeric: boolean }[];
  /** Cells as they are, for the CSV. */
  rows: readonly (readonly (string | number | null)[])[];
  /** Cells as a person reads them. */
  shown: readonly (readonly string[])[];
}

/** Comma-separated text with the numbers in full; quotes where a cell needs them. */
export function chartCsv({ columns, rows }: ChartTable): string {
  const lines = [columns.map(({ label }) => label), ...rows];
  return lines.map((cells) => cells.map(csvCell).join(',') + '\r\n').join('');
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
