import { MISSING, type TextColumn } from '../table/columns';
import { columnOf } from '../table/table';
import type { Examined } from './findings';
import type { Finding } from './understanding';

/** Numbers of customers or orders that passed through a program that took them for decimals: 17850.0. Counts distinct ones. */
export function idsEndInZero({ table, roles }: Examined): Finding[] {
  return (['customer', 'order'] as const).flatMap((role): Finding[] => {
    const column = roles.get(role);
    const cells = column === undefined ? null : columnOf(table, column);
    if (column === undefined || cells?.kind !== 'text') return [];
    const found = allDecimals(cells);
    if (!found) return [];
    const value = cells.dictionary.text(found.first);
    const details = { column, role, value, plain: value.slice(0, -2) };
    const effect = { count: found.cells, of: 'cells' as const };
    const remedy = { op: 'trim-decimals', params: { columns: [column] }, effect };
    return [{ code: 'ids-end-in-zero', count: found.distinct, details, rows: null, remedy }];
  });
}

/** The first code, the distinct texts and the cells of a column all of whose texts are whole numbers with `.0`; else null. */
function allDecimals({
  codes,
  dictionary,
}: TextColumn): { first: number; distinct: number; cells: number } | null {
  const used = new Uint8Array(dictionary.size);
  let cells = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code === MISSING) continue;
    used[code] = 1;
    cells++;
  }
  let distinct = 0;
  for (let code = 0; code < used.length; code++) {
    if (used[code] === 0) continue;
    if (!endsInZero(dictionary.bytes, dictionary.offsets[code]!, dictionary.offsets[code + 1]!)) return null;
    distinct++;
  }
  return distinct === 0 ? null : { first: used.indexOf(1), distinct, cells };
}

/** Whether the bytes are digits, a point and one zero. */
function endsInZero(bytes: Uint8Array, start: number, end: number): boolean {
  const point = end - 2;
  if (point <= start || bytes[point] !== 0x2e || bytes[point + 1] !== 0x30) return false;
  for (let at = start; at < point; at++) if (bytes[at]! < 0x30 || bytes[at]! > 0x39) return false;
  return true;
}
