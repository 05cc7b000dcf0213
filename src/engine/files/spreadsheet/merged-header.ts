import { cellShape } from '../cell-shape';
import { csvCell } from '../csv-cell';
import { lineCells, type LineCells } from './line-cells';
import type { Rectangle } from './sheet-block';
import type { LinePiece } from './sheet-lines';
import type { Merge } from './workbook';

const LOOK_AT = 30;
const MOST_LINES = 4;
const DELIMITER = ',';

/**
 * Where the names of a table stand in merged cells, gives each column its own: the merged name stands in every column
 * it covers, and names above one another are joined (`2019 Amount`) in the lowest of their lines; the lines above it
 * become empty. Titles over the whole width are none. Changes the piece; gives how many columns got a name so.
 */
export function nameMergedColumns(piece: LinePiece, table: Rectangle, merges: readonly Merge[]): number {
  const lines = headLines(piece, table);
  const top = lines.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length >= 2);
  const header = top < 0 ? null : headerOf(lines.slice(top), table, merges);
  if (!header) return 0;
  const covered = new Set(header.merges.flatMap((merge) => columnsOf(merge, table)));
  const width = table.toColumn - table.fromColumn;
  const names = Array.from({ length: width }, (_, column) => nameOf(header, table, column));
  const text = names.map((name) => csvCell(name, DELIMITER)).join(DELIMITER);
  const written = new TextEncoder().encode('\n'.repeat(header.lines.length - 1) + text);
  const { start } = header.lines[0]!;
  const { end } = header.lines.at(-1)!;
  const bytes = new Uint8Array(start + written.length + piece.bytes.length - end);
  bytes.set(piece.bytes.subarray(0, start));
  bytes.set(written, start);
  bytes.set(piece.bytes.subarray(end), start + written.length);
  piece.bytes = bytes;
  return covered.size;
}

interface Header {
  lines: readonly LineCells[];
  /** Those over several columns that begin in its lines, and those over several lines. */
  merges: readonly Merge[];
  all: readonly Merge[];
}

function headLines(piece: LinePiece, { fromRow, toRow }: Rectangle): LineCells[] {
  const lines: LineCells[] = [];
  for (const line of lineCells(piece)) {
    if (line.row >= toRow || lines.length >= LOOK_AT) break;
    if (line.row >= fromRow && (line.cells.length > 0 || lines.length > 0)) lines.push(line);
  }
  return lines;
}

function headerOf(lines: readonly LineCells[], table: Rectangle, merges: readonly Merge[]): Header | null {
  const top = lines[0]!.row;
  const inTable = merges.filter((one) => one.fromColumn < table.toColumn && one.toColumn > table.fromColumn);
  const wideIn = (row: number) =>
    inTable.filter((one) => one.fromRow === row && columnsOf(one, table).length >= 2 && !isTitle(one, table));
  if (wideIn(top).length === 0) return null;
  const tall = inTable.filter(({ fromRow, toRow }) => fromRow === top && toRow > top + 1);
  let depth = Math.max(1, ...tall.map(({ toRow }) => toRow - top));
  const goesOn = (line: number): boolean => lines.slice(line).some(({ cells }) => cells.length > 0);
  while (depth < MOST_LINES && goesOn(depth + 1) && areNames(lines[depth], wideIn(top + depth - 1), table))
    depth++;
  if (depth > MOST_LINES || !goesOn(depth)) return null;
  const within = Array.from({ length: depth }, (_, at) => wideIn(top + at)).flat();
  const all = inTable.filter(({ fromRow }) => fromRow >= top && fromRow < top + depth);
  return { lines: lines.slice(0, depth), merges: within, all };
}

const isTitle = (merge: Merge, table: Rectangle): boolean =>
  columnsOf(merge, table).length === table.toColumn - table.fromColumn;

/** The columns of the table a merge covers, from 0. */
const columnsOf = ({ fromColumn, toColumn }: Merge, table: Rectangle): number[] => {
  const from = Math.max(fromColumn, table.fromColumn);
  const to = Math.min(toColumn, table.toColumn);
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at - table.fromColumn);
};

/** Whether a line holds words below all columns of some merges, and no numbers nor dates anywhere. */
function areNames(line: LineCells | undefined, merges: readonly Merge[], table: Rectangle): boolean {
  const below = merges.flatMap((merge) => columnsOf(merge, table));
  if (!line || below.length === 0) return false;
  const shapes = line.cells.map(cellShape);
  return (
    below.every((column) => line.cells[column]?.trim()) &&
    !shapes.some((one) => one === 'number' || one === 'date')
  );
}

function nameOf({ lines, all }: Header, table: Rectangle, column: number): string {
  const parts = lines.map(({ row, cells }) => {
    const merge = all.find((one) => one.fromRow === row && columnsOf(one, table).includes(column));
    const from = merge ? Math.max(0, merge.fromColumn - table.fromColumn) : column;
    return (cells[from] ?? '').trim();
  });
  return parts.filter((part, at) => part !== '' && part !== parts[at - 1]).join(' ');
}
