import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { makeTable } from '../../../src/engine/table/table';
import { NumberColumn, DateColumn, BooleanColumn, type Column } from '../../../src/engine/table/columns';
import { textColumn } from '../../support/tables';
import type { ReadResult, ColumnReading } from '../../../src/engine/files/read-report';

const MON: Record<string, number> = { Jan: 0, Feb: 1, Mar: 2, Apr: 3, May: 4, Jun: 5, Jul: 6, Aug: 7, Sep: 8, Oct: 9, Nov: 10, Dec: 11 };
function date(s: string): number {
  let m = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d)(?::(\d\d))?)?$/.exec(s);
  if (m) return Date.UTC(+m[1]!, +m[2]! - 1, +m[3]!, +(m[4] ?? 0), +(m[5] ?? 0), +(m[6] ?? 0));
  m = /^(\d{1,2})-([A-Z][a-z]{2})-(\d\d)$/.exec(s);
  if (m) return Date.UTC(2000 + +m[3]!, MON[m[2]!]!, +m[1]!);
  m = /^(\d\d)\/(\d\d)\/(\d\d)$/.exec(s);
  if (m) return Date.UTC(2000 + +m[3]!, +m[2]! - 1, +m[1]!);
  m = /^(19|20)(\d\d)(\d\d)(\d\d)$/.exec(s);
  if (m) return Date.UTC(+(m[1]! + m[2]!), +m[3]! - 1, +m[4]!);
  return NaN;
}
export function readPapa(path: string, name: string, header = true): ReadResult {
  let text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  if (name.endsWith('.txt')) text = text.split(/\r?\n/).map((l) => l.trim().replace(/\s+/g, ',')).join('\n');
  const rows = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  const names = header ? rows.shift()! : rows[0]!.map((_, i) => `Column ${i + 1}`);
  const columns: ColumnReading[] = [];
  const cols: [string, Column][] = names.map((n, i) => {
    const cells = rows.map((r) => { const t = (r[i] ?? '').trim(); return t === '' || t === 'NA' ? null : t; });
    const present = cells.filter((c) => c !== null);
    const put = (c: Column, identifier: string | null = null, stoppers: ColumnReading['stoppers'] = null): [string, Column] => {
      columns.push({ name: n, kind: c.kind, format: null, ambiguous: false, stoppers, identifier });
      return [n, c];
    };
    if (present.length && present.every((c) => !Number.isNaN(date(c)))) return put(new DateColumn(Float64Array.from(cells, (c) => (c === null ? NaN : date(c))), false));
    const isId = /(customer ?_?id|invoiceno|stockcode)$/i.test(n) || present.some((c) => /^0\d/.test(c));
    const nums = present.filter((c) => /^-?\d*\.?\d+([eE]-?\d+)?$/.test(c));
    if (!isId && present.length && nums.length === present.length) return put(new NumberColumn(Float64Array.from(cells, (c) => (c === null ? NaN : Number(c)))));
    if (present.every((c) => /^(yes|no)$/i.test(c))) return put(new BooleanColumn(Uint8Array.from(cells, (c) => (c === null ? 2 : /yes/i.test(c) ? 1 : 0)), ['no', 'yes']));
    return put(textColumn(cells), isId ? 'named-identifier' : null);
  });
  return {
    table: makeTable(cols),
    report: { name, bytes: text.length, rows: rows.length, options: { encoding: 'utf-8', delimiter: ',', quote: '"', skip: 0, header, decimal: '.', missing: [] }, missingMarks: [], columns, ragged: null, renamed: [] },
  };
}
