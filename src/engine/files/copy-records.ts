import { OPENS_FORMULA, type FormulaGuard } from '../export/formula-guard';
import type { CellBlock } from '../table/build/cell-block';
import { addedCells, type AddedColumns } from './added-columns';
import { ByteWriter } from './byte-writer';
import { csvCell } from './csv-cell';

/** How records are copied; comma-separated and all of them where nothing is said. */
export interface CopyOptions {
  delimiter?: string;
  /** Makes cells that a spreadsheet would run as formulas harmless. */
  guard?: FormulaGuard | undefined;
  /** Whether the source row, numbered through all files, is written. */
  keeps?: ((row: number) => boolean) | undefined;
  sliceBytes?: number | undefined;
}

/** Writes records of a delimited file anew, cells as read, with columns added behind. */
export class RecordCopier {
  readonly #out: ByteWriter;
  readonly #added: (row: number) => void;
  readonly #delimiter: number;
  /** By byte: 1 where a cell that begins with it must be looked at. */
  readonly #edges: Uint8Array;
  readonly #guard: FormulaGuard | undefined;
  readonly #keeps: CopyOptions['keeps'];

  constructor(names: readonly string[], added: AddedColumns, options: CopyOptions) {
    const { delimiter = ',', guard, keeps } = options;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#edges = guard ? OPENERS : BLANKS;
    this.#out = new ByteWriter(delimiter);
    this.#added = addedCells(added, { delimiter, guard }, this.#out);
    this.#guard = guard;
    this.#keeps = keeps;
    const heads = [...names, ...added.names].map((name) =>
      csvCell(guard ? guard.text(name) : name, delimiter),
    );
    this.#out.text(heads.join(delimiter));
    this.#out.lineEnd();
  }

  /** Whether there is enough for a piece. */
  get full(): boolean {
    return this.#out.full;
  }

  take(): Uint8Array {
    return this.#out.take();
  }

  /**
   * One record of a block.
   * @param cells for each column written the place of the cell in the record, or null where it has none
   * @param row of the source, numbered through all files
   */
  copy(block: CellBlock, record: number, cells: readonly (number | null)[], row: number): void {
    if (this.#keeps && !this.#keeps(row)) return;
    const { bytes, starts, ends, offsets } = block;
    const out = this.#out;
    const first = offsets[record]!;
    const last = offsets[record + 1]!;
    for (let at = 0; at < cells.length;) {
      if (at > 0) out.separator();
      const cell = cells[at]!;
      const end = cell === null ? at : this.#neighbours(block, first, last, cells, at);
      const count = end - at;
      if (count > 1 && out.cells(bytes, starts[first + cell!]!, ends[first + cells[end - 1]!]!, count - 1)) {
        at = end;
        continue;
      }
      if (cell !== null && first + cell < last) this.#cell(bytes, starts[first + cell]!, ends[first + cell]!);
      at++;
    }
    this.#added(row);
    out.lineEnd();
  }

  /**
   * Behind the last of the cells from `at` on that stand in the record as they are to stand in the file: one delimiter
   * between two, none with blanks at its ends, none that could be a formula.
   */
  #neighbours(
    { bytes, starts, ends }: CellBlock,
    first: number,
    last: number,
    cells: readonly (number | null)[],
    at: number,
  ): number {
    const edges = this.#edges;
    let end = at;
    for (; end < cells.length; end++) {
      const cell = cells[end]!;
      if (cell === null || first + cell >= last) break;
      const start = starts[first + cell]!;
      const stop = ends[first + cell]!;
      if (start < stop && (edges[bytes[start]!]! | BLANKS[bytes[stop - 1]!]!) !== 0) break;
      if (end === at) continue;
      if (cell !== cells[end - 1]! + 1 || start !== ends[first + cell - 1]! + 1) break;
      if (bytes[start - 1] !== this.#delimiter) break;
    }
    return end;
  }

  #cell(bytes: Uint8Array, start: number, end: number): void {
    if (this.#guard?.needed(bytes, start, end)) this.#out.guarded(bytes, start, end);
    else this.#out.cell(bytes, start, end);
  }
}

/** By byte: 1 for blanks and controls. */
const BLANKS = Uint8Array.from({ length: 256 }, (_, byte) => Number(byte <= 0x20));
/** The same, and what formulas begin with. */
const OPENERS = BLANKS.map((blank, byte) => blank | OPENS_FORMULA[byte]!);
