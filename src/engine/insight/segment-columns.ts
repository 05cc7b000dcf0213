import type { ColumnTable } from 'arquero';

/** The columns the `segment` step added last, or null if there are none. */
export function segmentColumns(table: ColumnTable): { id: string; name: string } | null {
  const names = new Set(table.columnNames());
  for (const prefix of ['tessera_', '']) {
    const id = `${prefix}segment_id`;
    const name = `${prefix}segment`;
    if (names.has(id) && names.has(name)) return { id, name };
  }
  return null;
}
