import type { CellBlock } from '../table/build/cell-block';
import type { TextPart } from '../table/build/builder-part';
import { TextBuilder } from '../table/build/text-builder';
import { ColumnFill } from './column-fill';
import { extraName, type HeaderNames } from './header-names';
import { refuseManyColumns } from './reading-limits';
import type { ByteSource } from './source';
import { RaggedRows, type RaggedPart } from './ragged-rows';

/** Rows of the wrong length: they are counted, and what is too much of them gets columns of its own. */
export class ExtraColumns {
  ragged: RaggedRows;
  #extras: ColumnFill[] = [];

  constructor(
    readonly source: ByteSource,
    readonly heading: HeaderNames,
    /** All columns of the table; the extra ones are added at its end. */
    readonly fills: ColumnFill[],
  ) {
    this.ragged = new RaggedRows(heading.names.length);
  }

  /**
   * A row longer than any before brings its own text columns, missing in all rows above. Before the block is filled
   * in. @throws EngineError `too-many-columns`
   */
  add(block: CellBlock): void {
    this.ragged.add(block);
    this.#makeUpTo(this.ragged.extra, block.firstRow);
  }

  /** Takes the extra columns of `rows` rows that were read elsewhere, and are the next ones. */
  absorb(ragged: RaggedPart, texts: readonly TextPart[], firstRow: number, rows: number): void {
    this.ragged.absorb(ragged, firstRow);
    refuseManyColumns(this.source, this.ragged.expected + this.ragged.extra);
    this.#makeUpTo(texts.length, firstRow);
    for (const [at, { builder }] of this.#extras.entries()) {
      if (!(builder instanceof TextBuilder)) continue;
      const part = texts[at];
      if (part) builder.absorb(part);
      else builder.addMissing(rows);
    }
  }

  /** Forgets all rows. */
  clear(): void {
    const { heading, fills, ragged } = this;
    heading.names.length = ragged.expected;
    fills.length = ragged.expected;
    this.#extras = [];
    this.ragged = new RaggedRows(ragged.expected);
  }

  #makeUpTo(count: number, rowsAbove: number): void {
    const { names } = this.heading;
    refuseManyColumns(this.source, this.ragged.expected + count);
    while (this.#extras.length < count) {
      const fill = new ColumnFill(
        extraName(names, this.#extras.length + 1),
        this.ragged.expected + this.#extras.length,
        { candidates: [], watcher: null },
      );
      fill.addMissing(rowsAbove);
      names.push(fill.name);
      this.fills.push(fill);
      this.#extras.push(fill);
    }
  }
}
