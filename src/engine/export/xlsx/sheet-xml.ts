import type { ColumnTable } from 'arquero';
import { ByteWriter } from '../../files/byte-writer';
import type { WrittenColumn } from '../../files/write-csv';
import type { Column } from '../../table/columns';
import { columnOf } from '../../table/table';
import type { Work } from '../../work';
import { columnLetters, sheetCells, STYLE } from './sheet-cells';
import type { SharedTexts } from './shared-texts';
import { xmlText } from './xml-text';

/** A sheet to write: the rows of a table from one to another. */
export interface SheetRows {
  table: ColumnTable;
  columns: readonly WrittenColumn[];
  from: number;
  to: number;
}

const BLOCK_ROWS = 2048;
const MOST_WIDE = 44;
const WIDTHS: Readonly<Record<Column['kind'], number>> = { number: 12, date: 12, text: 18, boolean: 9 };
const WIDE_DATE = 20;

/** A worksheet: a head that stays in sight and can be filtered by, then the rows. Rests after each block of rows. */
export async function* sheetXml(
  { table, columns, from, to }: SheetRows,
  first: boolean,
  texts: SharedTexts,
  work: Work,
): AsyncGenerator<Uint8Array> {
  const out = new ByteWriter(',');
  const named = columns.map(({ name, as = name }) => ({ as, column: columnOf(table, name) }));
  out.text(opening(named, first));
  const cells = named.map(({ column }, at) => sheetCells(column, at, texts, out));
  for (let row = from; row < to;) {
    for (const last = Math.min(to, row + BLOCK_ROWS); row < last; row++) {
      const line = row - from + 2;
      out.text('<row r="');
      out.digits(line);
      out.text('">');
      for (let at = 0; at < cells.length; at++) cells[at]!(row, line);
      out.text('</row>');
    }
    if (out.full) yield out.take();
    const rest = work.breathe({ phase: 'writing', done: row, total: table.totalRows(), unit: 'rows' });
    if (rest) await rest;
  }
  out.text(closing(columns.length, to - from));
  yield out.take();
}

interface NamedColumn {
  as: string;
  column: Column;
}

function opening(columns: readonly NamedColumn[], first: boolean): string {
  const widths = columns.map(
    (column, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column)}" customWidth="1"/>`,
  );
  const heads = columns.map(
    ({ as }, at) =>
      `<c r="${columnLetters(at)}1" s="${STYLE.head}" t="inlineStr"><is><t xml:space="preserve">${xmlText(as)}</t></is></c>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<sheetViews><sheetView ${first ? 'tabSelected="1" ' : ''}workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '',
    `<sheetData><row r="1">${heads.join('')}</row>`,
  ].join('');
}

function widthOf({ as, column }: NamedColumn): number {
  const kind = column.kind === 'date' && column.hasTime ? WIDE_DATE : WIDTHS[column.kind];
  return Math.min(MOST_WIDE, Math.max(kind, as.length + 3));
}

function closing(columns: number, rows: number): string {
  const filter =
    columns > 0 ? `<autoFilter ref="A1:${columnLetters(columns - 1)}${Math.max(1, rows + 1)}"/>` : '';
  return `</sheetData>${filter}</worksheet>`;
}
