import type { RowsPage, TableHead } from '../../../workers/api';

const ROWS = 541_909;
const COLUMNS = 300;

const kinds = ['text', 'number', 'date', 'boolean'] as const;

/** A table as large as the largest it must hold, computed cell by cell. */
export const head: TableHead = {
  rows: ROWS,
  columns: Array.from({ length: COLUMNS }, (_, i) => ({
    name: `Column ${i + 1}`,
    kind: kinds[i % 4]!,
    role: i === 0 ? ('customer' as const) : null,
    hasTime: i % 8 === 2,
    missing: i % 4 === 3 ? 135_080 : 0,
    histogram: i % 4 === 1 || i % 4 === 2 ? Array.from({ length: 20 }, (_, bin) => (bin * 7 + i) % 23) : [],
    distinct: 4_372,
  })),
};

function cell(row: number, column: number): string | number | null {
  const kind = kinds[column % 4];
  if (kind === 'boolean') return row % 4 === 0 ? null : row % 3 === 0 ? 'yes' : 'no';
  if (kind === 'number') return ((row * 37 + column) % 9973) / 100;
  return kind === 'date' ? 1291190760000 + row * 60_000 : `r${row} c${column}`;
}

/** A page after a short while, as the worker would give it. */
export async function fetchRows(query: {
  from: number;
  count: number;
  columns: string[];
}): Promise<RowsPage> {
  await new Promise((resolve) => setTimeout(resolve, 30));
  const rows = Array.from({ length: query.count }, (_, i) => query.from + i);
  return {
    from: query.from,
    total: ROWS,
    rows,
    columns: query.columns.map((name) => {
      const column = Number(name.slice(7)) - 1;
      return { name, cells: rows.map((row) => cell(row, column)) };
    }),
  };
}
