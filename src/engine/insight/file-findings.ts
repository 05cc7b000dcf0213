import { rowInFile } from '../files/row-in-file';
import { metaOf } from '../table/meta';
import { dateOrder } from './date-order';
import type { Examined } from './findings';
import type { Finding } from './understanding';

/** What reading the file brought up: rows of another length, dates that can be read two ways, words among numbers. */
export function fileFindings({ table, report, facts, needed }: Examined): Finding[] {
  const found: Finding[] = [];
  const place = placeOf(metaOf(table).sourceRows);
  if (report.ragged) {
    const { count, firstCells, expected } = report.ragged;
    const firstRow = rowInFile(report.ragged.firstRow, report.options);
    found.push({ code: 'ragged', count, details: { firstRow, firstCells, expected }, rows: null });
  }
  if (report.unclosedQuote) {
    const { row, lines } = report.unclosedQuote;
    const details = { row: rowInFile(row, report.options) };
    found.push({ code: 'unclosed-quote', count: lines, details, rows: place([row]) });
  }
  for (const { name, reading, rows, missing } of facts) {
    if (reading?.ambiguous) {
      const details = { column: name, format: reading.format };
      found.push({ code: 'ambiguous-date', count: rows - missing, details, rows: null });
    }
    if (!reading?.stoppers) continue;
    const { kind, count, first } = reading.stoppers;
    const present = rows - missing;
    const share = present > 0 ? 1 - count / present : 0;
    // A column nobody needs as a number may well be words; it is worth a line only where nearly all are numbers.
    if (!needed.has(name) && share < 0.9) continue;
    const row = first[0] ? rowInFile(first[0].row, report.options) : null;
    const details = { column: name, row, value: first[0]?.value ?? null, share };
    const params =
      kind === 'date'
        ? { column: name, to: kind, order: dateOrder(reading) }
        : { column: name, to: kind, decimal: report.options.decimal };
    found.push({
      code: kind === 'date' ? 'text-in-date' : 'text-in-number',
      count,
      details,
      rows: place(first.map((stopper) => stopper.row)),
      remedy: { op: 'change-type', params, effect: { count, of: 'cells' } },
    });
  }
  return found;
}

/** Rows of the file (from 1) as rows of the table (from 0), which may have lost some. */
function placeOf(sourceRows: Uint32Array | null): (rows: readonly number[]) => Uint32Array {
  if (!sourceRows) return (rows) => Uint32Array.from(rows, (row) => row - 1);
  return (rows) =>
    Uint32Array.from(rows, (row) => sourceRows.indexOf(row - 1)).filter((at) => at !== UNKNOWN);
}

const UNKNOWN = 0xffffffff;
