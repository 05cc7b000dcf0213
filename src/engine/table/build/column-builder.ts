import type { Stopper } from '../../files/read-report';
import type { Column } from '../columns';
import type { BuilderSpec, TypedPart } from './builder-part';
import type { CellBlock } from './cell-block';
import { isBlank, textOf } from './cell-bytes';
import type { Marks } from './marks';

/** Fills one column from blocks of cells. */
export interface ColumnBuilder {
  /** Takes cell `position` of every record; a record without it gives a missing cell. */
  add(block: CellBlock, position: number): void;
  /** The column of all cells taken; only where nothing stood in the way. */
  finish(): Column;
}

const FIRST_FEW = 5;

/** What builders of numbers, dates and booleans share: counting what is missing and what stands in the way. */
export abstract class TypedBuilder implements ColumnBuilder {
  /** Cells that were understood. */
  good = 0;
  /** Cells that were neither understood nor missing. */
  bad = 0;
  /** Whether cells that are not understood count as missing, because a person said so. */
  forgiving = false;
  /** Such cells. */
  unread = 0;
  /** The first cell in the way: with it the kind is ruled out for the column. */
  breaker: string | null = null;
  readonly first: Stopper[] = [];
  readonly marks = new Map<string, number>();

  constructor(readonly known: Marks) {}

  abstract add(block: CellBlock, position: number): void;
  abstract finish(): Column;

  /** What another thread makes the same builder from; null for a builder that must see every row itself. */
  get spec(): BuilderSpec | null {
    return null;
  }

  /** Foretells how many cells will come. */
  reserve(_cells: number): void {}

  /** All that was made of the rows so far; the builder is done with. */
  part(): TypedPart {
    const { good, bad, unread, first, marks } = this;
    return {
      good,
      bad,
      unread,
      first,
      marks: [...marks],
      cells: bad === 0 ? this.cellsOfPart() : null,
      memory: null,
    };
  }

  /**
   * Takes what another builder of the same `spec` made of the rows that follow, `firstRow` being the first of them.
   * False where the two cannot have seen one column: then all rows must be read again in their order.
   */
  absorb(part: TypedPart, firstRow: number): boolean {
    for (const [mark, times] of part.marks) this.marks.set(mark, (this.marks.get(mark) ?? 0) + times);
    for (const { row, value } of part.first) {
      if (this.first.length >= FIRST_FEW) break;
      this.breaker ??= value;
      this.first.push({ row: firstRow + row, value });
    }
    this.good += part.good;
    this.bad += part.bad;
    this.unread += part.unread;
    return true;
  }

  protected cellsOfPart(): TypedPart['cells'] {
    return null;
  }

  /** Counts a cell that could not be understood, as missing or as standing in the way. */
  protected odd(block: CellBlock, start: number, end: number, row: number): void {
    if (isBlank(block.bytes, start, end)) return;
    const mark = this.known.match(block.bytes, start, end);
    if (mark !== null) {
      this.marks.set(mark, (this.marks.get(mark) ?? 0) + 1);
      return;
    }
    if (this.forgiving) this.unread++;
    else this.bad++;
    this.note(block.bytes, start, end);
    if (this.first.length >= FIRST_FEW) return;
    const value = textOf(block.bytes, start, end);
    this.breaker ??= value;
    this.first.push({ row: block.firstRow + row + 1, value });
  }

  /** A cell that stood in the way. */
  protected note(_bytes: Uint8Array, _start: number, _end: number): void {}
}
