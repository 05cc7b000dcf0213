import { EngineError } from '../../errors';
import type { Work } from '../../work';
import type { ByteSource } from '../source';
import { fitLines } from './fit-lines';
import { lineCells } from './line-cells';
import { nameMergedColumns } from './merged-header';
import { rangeName, type SheetBlock } from './sheet-block';
import { SheetLines, type LinePiece, type WrittenSheet } from './sheet-lines';
import type { Workbook, Worksheet } from './workbook';

/** A sheet of a workbook, as someone may choose it. */
export interface SheetFacts {
  name: string;
  hidden: boolean;
  /** Rows that hold anything. */
  rows: number;
  /** The first cells of its first rows. */
  preview: readonly (readonly string[])[];
}

/** The sheet that was read, as text, and what is to be said about it. */
export interface SheetReading {
  pieces: Uint8Array[];
  sheet: string;
  sheets: readonly SheetFacts[];
  /** Error cells of what was read. */
  errors: number;
  /** Hidden rows of what was read; they are kept. */
  hiddenRows: number;
  /** The range that was read where there are several tables on the sheet, else null. */
  range: string | null;
  /** The other tables on it. */
  otherTables: readonly { range: string; rows: number }[];
  /** Columns whose name stands in merged cells. */
  mergedNames: number;
}

interface Read extends WrittenSheet {
  sheet: Worksheet;
  kept: boolean;
  facts: SheetFacts;
}

/**
 * Reads every sheet of a workbook, to know what is on it, and keeps the text of one: that of the wanted name, else the
 * visible one with the most filled cells, the first of equals.
 * @throws EngineError `unreadable-file` (reason `no-such-sheet`), `empty-file`; what the sheets throw; Stopped
 */
export async function readSheets(
  source: ByteSource,
  { worksheets }: Workbook,
  wanted: string | undefined,
  work: Work,
): Promise<SheetReading> {
  const likely = likeliest(worksheets, wanted);
  const reads: Read[] = [];
  for (const sheet of worksheets) reads.push(await readSheet(source, sheet, sheet === likely, work));
  const listed = [
    ...reads.filter(({ sheet }) => !sheet.hidden),
    ...reads.filter(({ sheet }) => sheet.hidden),
  ];
  const chosen = chosenSheet(source, listed, wanted);
  const read = chosen.kept ? chosen : await readSheet(source, chosen.sheet, true, work);
  const { table, pieces, mergedNames } = await tableText(read, work);
  const other = read.tables.filter((one) => one !== table);
  const block = table ?? read.whole;
  return {
    pieces,
    sheet: chosen.sheet.name,
    sheets: listed.map(({ facts }) => facts),
    errors: block.errors,
    hiddenRows: block.hiddenRows,
    range: table ? rangeName(table) : null,
    otherTables: other.map((one) => ({ range: rangeName(one), rows: one.rows })),
    mergedNames,
  };
}

/** The text of the only table on a sheet, or of the fullest, which is then named. */
async function tableText(
  sheet: WrittenSheet,
  work: Work,
): Promise<{ table: SheetBlock | null; pieces: Uint8Array[]; mergedNames: number }> {
  const table = largest(sheet);
  const block = table ?? sheet.whole;
  const pieces = await fitLines(sheet.pieces, table ?? { ...block, fromRow: 0 }, work);
  const head = pieces.find(({ toRow }) => toRow > block.fromRow);
  const mergedNames = head ? nameMergedColumns(head, block, sheet.merges) : 0;
  return { table, pieces: pieces.map(({ bytes }) => bytes), mergedNames };
}

/**
 * The beginning of the sheet that is likely to be read, as a text of which only the beginning can be had; its size is
 * estimated by how much of the sheet it took. What stands at the end of a sheet, such as its merges, is not known yet.
 */
export async function sheetHead(
  source: ByteSource,
  { worksheets }: Workbook,
  wanted: string | undefined,
  work: Work,
): Promise<ByteSource> {
  const sheet = likeliest(worksheets, wanted);
  const lines = new SheetLines(source.name, false);
  const share = (await sheet?.write(lines, work, () => lines.hasPiece)) ?? 1;
  const [head = new Uint8Array(0)] = (await tableText(lines.finish(), work)).pieces;
  const read = (start: number, end: number) => Promise.resolve(head.subarray(start, end));
  return { name: source.name, size: Math.max(head.length, Math.round(head.length / share)), read };
}

async function readSheet(source: ByteSource, sheet: Worksheet, kept: boolean, work: Work): Promise<Read> {
  const lines = new SheetLines(source.name, kept);
  await sheet.write(lines, work);
  const written = lines.finish();
  const facts = {
    name: sheet.name,
    hidden: sheet.hidden,
    rows: written.whole.rows,
    preview: previewOf(written.pieces[0], written.whole),
  };
  return { ...written, pieces: kept ? written.pieces : [], sheet, kept, facts };
}

const PREVIEW_ROWS = 5;
const PREVIEW_COLUMNS = 8;
const PREVIEW_LETTERS = 60;

function previewOf(piece: LinePiece | undefined, { fromColumn }: SheetBlock): string[][] {
  const preview: string[][] = [];
  if (!piece) return preview;
  for (const { cells } of lineCells(piece)) {
    if (cells.length === 0) continue;
    const shown = cells.slice(fromColumn, fromColumn + PREVIEW_COLUMNS);
    preview.push(shown.map((cell) => cell.slice(0, PREVIEW_LETTERS)));
    if (preview.length === PREVIEW_ROWS) break;
  }
  return preview;
}

/** The sheet that will be chosen if its size tells how full it is; any other is read once more. */
function likeliest(worksheets: readonly Worksheet[], wanted: string | undefined): Worksheet | undefined {
  const named = worksheets.find(({ name }) => name === wanted);
  const visible = worksheets.filter(({ hidden }) => !hidden);
  const [first, ...others] = named ? [named] : visible.length > 0 ? visible : worksheets;
  return others.reduce((best, sheet) => (best && sheet.size > best.size ? sheet : best), first);
}

/** The sheet of that name; if it is not there, the only one that holds anything, as files of another month have. */
function chosenSheet(source: ByteSource, listed: readonly Read[], wanted: string | undefined): Read {
  const filled = listed.filter(({ whole }) => whole.cells > 0);
  const named = listed.find(({ sheet }) => sheet.name === wanted);
  if (wanted !== undefined && !named && filled.length > 1)
    throw new EngineError('unreadable-file', { file: source.name, reason: 'no-such-sheet', sheet: wanted });
  const visible = filled.filter(({ sheet }) => !sheet.hidden);
  const [first, ...others] = named ? [named] : visible.length > 0 ? visible : filled;
  if (!first || first.whole.cells === 0)
    throw new EngineError('empty-file', { file: source.name, bytes: source.size });
  return others.reduce((best, sheet) => (sheet.whole.cells > best.whole.cells ? sheet : best), first);
}

/** The fullest table of a sheet with several. */
function largest({ tables }: WrittenSheet): SheetBlock | null {
  const [first, ...others] = tables;
  return first ? others.reduce((best, table) => (table.cells > best.cells ? table : best), first) : null;
}
