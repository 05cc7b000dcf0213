import { MISSING, type TextColumn } from '../table/columns';
import { columnOf } from '../table/table';
import type { Examined } from './findings';
import type { Finding } from './understanding';

const ENDS_IN_ZERO = /^\d+\.0$/;

/** Numbers of customers or orders that passed through a program that took them for decimals: 17850.0. Counts distinct ones. */
export function idsEndInZero({ table, roles }: Examined): Finding[] {
  return (['customer', 'order'] as const).flatMap((role): Finding[] => {
    const column = roles.get(role);
    const cells = column === undefined ? null : columnOf(table, column);
    if (column === undefined || cells?.kind !== 'text') return [];
    const { codes, cells: present } = usedCodes(cells);
    if (codes.length === 0 || !codes.every((code) => ENDS_IN_ZERO.test(cells.dictionary.text(code))))
      return [];
    const value = cells.dictionary.text(codes[0]!);
    const details = { column, role, value, plain: value.slice(0, -2) };
    const effect = { count: present, of: 'cells' as const };
    const remedy = { op: 'trim-decimals', params: { columns: [column] }, effect };
    return [{ code: 'ids-end-in-zero', count: codes.length, details, rows: null, remedy }];
  });
}

function usedCodes({ codes, dictionary }: TextColumn): { codes: number[]; cells: number } {
  const used = new Uint8Array(dictionary.size);
  let cells = 0;
  for (const code of codes) {
    if (code === MISSING) continue;
    used[code] = 1;
    cells++;
  }
  return { codes: [...used.keys()].filter((code) => used[code]), cells };
}
