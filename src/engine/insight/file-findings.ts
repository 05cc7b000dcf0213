import { isNamedMoment } from '../files/offered-ways';
import type { ColumnReading } from '../files/read-report';
import { rowInFile } from '../files/row-in-file';
import type { Column } from '../table/columns';
import { metaOf } from '../table/meta';
import { bestFormat } from './best-format';
import { dateOrder } from './date-order';
import type { Examined } from './findings';
import { storedFindings } from './stored-findings';
import type { Finding } from './understanding';

/** What reading the file brought up: rows of another length, dates that can be read two ways, words among numbers. */
export function fileFindings({ table, report, facts, needed }: Examined): Finding[] {
  const found: Finding[] = [];
  const place = placeOf(metaOf(table).sourceRows);
  const { headerRows = 1 } = report.options;
  if (headerRows > 1) found.push({ code: 'header-rows', count: headerRows, details: {}, rows: null });
  if (report.repeatedNames) {
    const { count, first, leftOut = false } = report.repeatedNames;
    const row = rowInFile(first[0]!, report.options);
    const below = report.rows - first[0]! + (leftOut ? 1 : 0);
    const details = { row, below, leftOut: leftOut ? 1 : 0 };
    found.push({ code: 'repeated-names', count, details, rows: leftOut ? null : place(first) });
  }
  if (report.ragged) {
    const { count, firstCells, expected } = report.ragged;
    const firstRow = rowInFile(report.ragged.firstRow, report.options);
    found.push({ code: 'ragged', count, details: { firstRow, firstCells, expected }, rows: null });
  }
  if (report.mended) {
    const { count, first } = report.mended;
    const rows = first.map(({ row }) => row);
    const details = { firstRow: rowInFile(rows[0]!, report.options), value: first[0]!.text };
    found.push({ code: 'mended', count, details, rows: place(rows) });
  }
  if (report.unclosedQuote) {
    const { row, lines } = report.unclosedQuote;
    const details = { row: rowInFile(row, report.options) };
    found.push({ code: 'unclosed-quote', count: lines, details, rows: place([row]) });
  }
  const late = report.evidence?.encoding.late;
  for (const [code, cells] of [
    ['encoding-late', late],
    ['spoilt-letters', report.spoilt],
  ] as const) {
    if (!cells) continue;
    const details = {
      column: cells.column,
      row: rowInFile(cells.row, report.options),
      encoding: report.options.encoding,
    };
    found.push({ code, count: cells.count, details, rows: place([cells.row]) });
  }
  found.push(...storedFindings(report.stored));
  for (const { name, column, reading, rows, missing } of facts) {
    if (reading?.ambiguous) {
      const details = { column: name, format: reading.format, day: firstDay(column) };
      found.push({ code: 'ambiguous-date', count: rows - missing, details, rows: null });
    }
    if (reading) found.push(...offers(reading));
    if (!reading?.stoppers) continue;
    const { kind, count, first } = reading.stoppers;
    const present = rows - missing;
    const share = present > 0 ? 1 - count / present : 0;
    // A column nobody needs as a number may well be words; it is worth a line only where nearly all are numbers.
    if (!needed.has(name) && share < 0.9) continue;
    const row = first[0] ? rowInFile(first[0].row, report.options) : null;
    const details = { column: name, row, value: first[0]?.value ?? null, share };
    const format = bestFormat(reading, kind);
    const plain = kind === 'date' ? { order: dateOrder(reading) } : { decimal: report.options.decimal };
    const params = { column: name, to: kind, ...(format ? { format } : plain) };
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

/** Words such as "none" are as often an answer as a blank. */
const WORDS = new Set(['none', 'None', '-', '.']);

/** What a person might say of a column: marks of missing cells among its words, numbers that count days or seconds. */
function offers({ name, marks = [], runnersUp = [] }: ColumnReading): Finding[] {
  const found: Finding[] = [];
  for (const { mark, count, blank } of marks) {
    if (blank || WORDS.has(mark)) continue;
    found.push({ code: 'mark-as-word', count, details: { column: name, mark }, rows: null });
  }
  const moment = runnersUp.find(({ format }) => /^(excel|epoch)-/.test(format ?? ''));
  if (moment && isNamedMoment(name)) {
    const details = { column: name, format: moment.format };
    found.push({ code: 'number-as-date', count: moment.of, details, rows: null });
  }
  return found;
}

/** The first day of a column that would be another one with day and month changed about. */
function firstDay(column: Column): number | null {
  if (column.kind !== 'date') return null;
  for (const value of column.values) {
    const day = new Date(value);
    if (value === value && day.getUTCDate() !== day.getUTCMonth() + 1) return value;
  }
  return null;
}

/** Rows of the file (from 1) as rows of the table (from 0), which may have lost some. */
function placeOf(sourceRows: Uint32Array | null): (rows: readonly number[]) => Uint32Array {
  if (!sourceRows) return (rows) => Uint32Array.from(rows, (row) => row - 1);
  return (rows) =>
    Uint32Array.from(rows, (row) => sourceRows.indexOf(row - 1)).filter((at) => at !== UNKNOWN);
}

const UNKNOWN = 0xffffffff;
