import type { ColumnTable } from 'arquero';
import type { ErrorDetails } from '../errors';
import { TextColumn } from '../table/columns';
import { columnOf } from '../table/table';
import type { Typed } from './typed';

const COMPARE: ReadonlySet<string> = new Set(['=', '<>', 'in', 'switch']);
/** Of columns with more different texts none is looked through. */
const MOST = 100_000;

/**
 * A text that is compared with a column which has it in other capitals only: `[Status] = "Good"` where there is `good`.
 * The first one; null where there is none. `at` and `to` are its characters, `proposal` what may stand there.
 */
export function otherCase(of: Typed, table: ColumnTable): ErrorDetails | null {
  if (of.type !== 'call') return null;
  if (COMPARE.has(of.fn.name)) {
    const column = of.args.find((arg) => arg.type === 'column' && arg.kind === 'text');
    const wanted =
      of.fn.name === 'switch' ? of.args.filter((_, i) => i % 2 === 1 && i < of.args.length - 1) : of.args;
    for (const arg of column?.type === 'column' ? wanted : []) {
      if (arg.type !== 'constant' || typeof arg.value !== 'string') continue;
      const other = inOtherCase(columnOf(table, (column as { name: string }).name), arg.value);
      if (other !== null)
        return { reason: 'other-case', at: arg.at, to: arg.to, found: arg.value, proposal: quoted(other) };
    }
  }
  for (const arg of of.args) {
    const found = otherCase(arg, table);
    if (found) return found;
  }
  return null;
}

function inOtherCase(column: unknown, text: string): string | null {
  if (!(column instanceof TextColumn) || column.dictionary.size > MOST) return null;
  const plain = text.toLowerCase();
  let found: string | null = null;
  for (let code = 0; code < column.dictionary.size; code++) {
    const one = column.dictionary.text(code);
    if (one === text) return null;
    if (found === null && one.toLowerCase() === plain) found = one;
  }
  return found;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
