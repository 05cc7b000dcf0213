import type { ColumnTable } from 'arquero';
import { MISSING, type TextColumn } from '../table/columns';
import { metaOf } from '../table/meta';
import { columnOf } from '../table/table';

/**
 * For each row of a table on the way to the customers the row of its customer, or MISSING. By the customers' key; where there is none,
 * or each row was a customer from the start, by the row of the file.
 * @throws EngineError `missing-column` where the table lacks the key
 */
export function customerRows(source: ColumnTable, customers: ColumnTable): Uint32Array {
  const { key, sourceRows } = metaOf(customers);
  if (metaOf(source).grain === 'customers' || key === null)
    return rowsByPlace(source, sourceRows, customers.numRows());
  const rows = new Uint32Array(source.numRows()).fill(MISSING);
  const ours = columnOf(customers, key);
  const theirs = columnOf(source, key);
  if (ours.kind === 'text' && theirs.kind === 'text') return rowsByText(theirs, ours, rows);
  const byValue = new Map<string, number>();
  for (let at = 0; at < ours.length; at++) byValue.set(String(ours.at(at)), at);
  for (let row = 0; row < rows.length; row++) rows[row] = byValue.get(String(theirs.at(row))) ?? MISSING;
  return rows;
}

function rowsByPlace(source: ColumnTable, places: Uint32Array | null, customers: number): Uint32Array {
  const own = metaOf(source).sourceRows;
  let most = source.numRows();
  for (const place of own ?? []) if (place >= most) most = place + 1;
  const byPlace = new Uint32Array(most).fill(MISSING);
  for (let at = 0; at < customers; at++) byPlace[places?.[at] ?? at] = at;
  return own ? own.map((place) => byPlace[place]!) : byPlace;
}

function rowsByText(source: TextColumn, customers: TextColumn, rows: Uint32Array): Uint32Array {
  const byText = new Map<string, number>();
  for (let at = 0; at < customers.length; at++) {
    const text = customers.at(at);
    if (text !== null) byText.set(text, at);
  }
  const byCode = Uint32Array.from(
    { length: source.dictionary.size },
    (_, code) => byText.get(source.dictionary.text(code)) ?? MISSING,
  );
  for (let row = 0; row < rows.length; row++) {
    const code = source.codes[row]!;
    rows[row] = code === MISSING ? MISSING : byCode[code]!;
  }
  return rows;
}
