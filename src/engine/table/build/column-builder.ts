import type { Stopper } from '../../files/read-report';
import type { Column } from '../columns';
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

  constructor(protected readonly known: Marks) {}

  abstract add(block: CellBlock, position: number): void;
  abstract finish(): Column;

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
