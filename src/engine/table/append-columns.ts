import { float64, uint32, uint8 } from './buffers';
import {
  BooleanColumn,
  DateColumn,
  MISSING,
  NumberColumn,
  TextColumn,
  type Column,
  type Kind,
} from './columns';
import { mergeDictionaries } from './merge-dictionaries';

/** One part of a column: cells of the kind wanted, or null for so many blanks. */
export interface ColumnPart {
  column: Column | null;
  rows: number;
}

/**
 * The parts end to end as one column of the kind; those of another kind, which must be blank, count as blanks.
 * A date has times where any part has; yes and no are spelt as in the first part that has them.
 */
export function appendColumns(kind: Kind, parts: readonly ColumnPart[]): Column {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const found = parts.map(({ column }) => (column?.kind === kind ? column : null));
  const starts: number[] = [];
  parts.reduce((start, part) => (starts.push(start), start + part.rows), 0);
  if (kind === 'text') return appendTexts(found as (TextColumn | null)[], starts, rows);
  const values = kind === 'boolean' ? uint8(rows).fill(2) : float64(rows).fill(NaN);
  found.forEach((column, i) => {
    if (column && column.kind !== 'text') values.set(column.values, starts[i]);
  });
  if (values instanceof Uint8Array) {
    const spelt = found.find((column) => column !== null) as BooleanColumn | undefined;
    return new BooleanColumn(values, spelt?.spelling ?? ['false', 'true']);
  }
  if (kind === 'number') return new NumberColumn(values);
  return new DateColumn(
    values,
    found.some((column) => column?.kind === 'date' && column.hasTime),
  );
}

function appendTexts(
  parts: readonly (TextColumn | null)[],
  starts: readonly number[],
  rows: number,
): TextColumn {
  const codes = uint32(rows).fill(MISSING);
  const merged = mergeDictionaries(parts.flatMap((part) => (part ? [part.dictionary] : [])));
  let at = 0;
  parts.forEach((part, i) => {
    if (!part) return;
    const now = merged.codes[at++]!;
    const start = starts[i]!;
    for (let row = 0; row < part.codes.length; row++) {
      const code = part.codes[row]!;
      if (code !== MISSING) codes[start + row] = now[code]!;
    }
  });
  return new TextColumn(codes, merged.dictionary);
}
