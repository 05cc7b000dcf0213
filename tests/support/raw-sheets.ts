import { createHash } from 'node:crypto';
import type { ByteSource } from '../../src/engine/files/source';
import { sheetjsWorkbook } from '../../src/engine/files/spreadsheet/sheetjs-workbook';
import type { CellSink, Workbook } from '../../src/engine/files/spreadsheet/workbook';
import { xlsxWorkbook } from '../../src/engine/files/spreadsheet/xlsx/xlsx-workbook';
import { zipEntries } from '../../src/engine/files/spreadsheet/zip-entries';
import { unwatched } from '../../src/engine/work';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const MIDNIGHT = / 00:00:00$/;

/** The cells of a sheet as readers give them, before tables are told apart and lines are fitted. */
export class RawCells implements CellSink {
  readonly cells: string[][] = [];
  hiddenRows = 0;
  errors = 0;

  get rows(): number {
    return this.cells.length;
  }
  row(row: number, hidden: boolean): void {
    while (this.cells.length <= row) this.cells.push([]);
    if (hidden) this.hiddenRows++;
  }
  text(column: number, bytes: Uint8Array, start: number, end: number): void {
    this.#put(column, decoder.decode(bytes.subarray(start, end)));
  }
  ready(column: number, bytes: Uint8Array, start: number, end: number): void {
    const text = decoder.decode(bytes.subarray(start, end));
    this.#put(column, text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
  }
  digits(column: number, bytes: Uint8Array, start: number, end: number): void {
    this.value(column, decoder.decode(bytes.subarray(start, end)));
  }
  /** Numbers in a form every language writes alike; moments without midnight. */
  value(column: number, text: string): void {
    const value = Number(text);
    if (Number.isNaN(value)) this.#put(column, text.replace(MIDNIGHT, ''));
    else this.#put(column, value.toExponential(14));
  }
  words(column: number, text: string): void {
    this.#put(column, text);
  }
  error(): void {
    this.errors++;
  }
  merge(): void {
    // Merges are no cells.
  }

  #put(column: number, text: string): void {
    const row = this.cells.at(-1)!;
    while (row.length < column) row.push('');
    row[column] = text;
  }

  /** One line per row, cells between tabs. */
  get lines(): string[] {
    const lines = this.cells.map((row) => row.join('\t').replace(/\t+$/, ''));
    while (lines.at(-1) === '') lines.pop();
    return lines;
  }

  get hash(): string {
    return createHash('sha256').update(this.lines.join('\n')).digest('hex');
  }
}

/** Every sheet of a workbook through one of the two readers. */
export async function rawSheets(
  source: ByteSource,
  reader: Workbook['reader'],
): Promise<ReadonlyMap<string, RawCells>> {
  const { worksheets } =
    reader === 'stream'
      ? await xlsxWorkbook(source, (await zipEntries(source))!, unwatched)
      : await sheetjsWorkbook(source.name, await source.read(0, source.size));
  const sheets = new Map<string, RawCells>();
  for (const { name, write } of worksheets) {
    const raw = new RawCells();
    await write(raw, unwatched);
    sheets.set(name, raw);
  }
  return sheets;
}
