import type { ColumnTable } from 'arquero';
import { inBlocks } from '../../steps/parts/blocks';
import type { Column } from '../../table/columns';
import { columnNames, columnOf } from '../../table/table';
import type { Work } from '../../work';
import { comparing, sharesCells } from './compare-cells';
import { NEW, type Followed } from './follow-rows';
import type { ChangedColumn } from './step-effect';

/** Rows before and after of cells that change in a column. */
export interface ChangedRows {
  column: string;
  rows: readonly (readonly [before: number, after: number])[];
}

/** Of each column at most so many cells are shown … */
const MOST_SHOWN = 10;
/** … and so many are looked at to find such as differ. */
const LOOKED_AT = 2000;

/** What changes in the columns that are there before and after, cell by cell. @throws Stopped */
export async function changedCells(
  before: ColumnTable,
  after: ColumnTable,
  followed: Followed,
  work: Work,
): Promise<{ changed: ChangedColumn[]; shown: ChangedRows[] }> {
  const there = new Set(columnNames(after));
  const changed: ChangedColumn[] = [];
  const shown: ChangedRows[] = [];
  for (const column of columnNames(before)) {
    if (!there.has(column)) continue;
    const [was, is] = [columnOf(before, column), columnOf(after, column)];
    if (sharesCells(was, is, followed.origin)) continue;
    const { cells, blanked, rows } = await changesIn(was, is, followed, work);
    if (cells === 0 && was.kind === is.kind) continue;
    changed.push({ column, from: was.kind, to: is.kind, cells, blanked });
    shown.push({ column, rows });
  }
  return { changed, shown };
}

async function changesIn(was: Column, is: Column, { origin }: Followed, work: Work) {
  const { differs, blankBefore, blankAfter } = comparing(was, is);
  const found = new Distinct(was, is);
  const lost = new Distinct(was, is);
  let cells = 0;
  let blanked = 0;
  await inBlocks(is.length, 'comparing', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const before = origin ? origin[row]! : row;
      if (before === NEW || !differs(before, row)) continue;
      cells++;
      const isLost = blankAfter(row) && !blankBefore(before);
      if (isLost) blanked++;
      (isLost ? lost : found).see(before, row);
    }
  });
  return { cells, blanked, rows: together(found.rows, lost.rows) };
}

/** Half of them cells that lose their value, where there are enough of both. */
function together<R extends readonly [number, number]>(found: readonly R[], lost: readonly R[]): R[] {
  const half = MOST_SHOWN / 2;
  const some = lost.slice(0, Math.max(half, MOST_SHOWN - found.length));
  return [...found.slice(0, MOST_SHOWN - some.length), ...some].sort((a, b) => a[1] - b[1]);
}

/** The first few cells whose change is like no other's; filled up with others where there are too few of those. */
class Distinct {
  readonly #was: Column;
  readonly #is: Column;
  readonly #seen = new Set<string>();
  readonly #unlike: [number, number][] = [];
  readonly #alike: [number, number][] = [];
  #looks = 0;

  constructor(was: Column, is: Column) {
    this.#was = was;
    this.#is = is;
  }

  get rows(): [number, number][] {
    return [...this.#unlike, ...this.#alike].slice(0, MOST_SHOWN);
  }

  see(before: number, after: number): void {
    if (this.#unlike.length >= MOST_SHOWN || this.#looks >= LOOKED_AT) return;
    this.#looks++;
    const key = JSON.stringify([this.#was.at(before), this.#is.at(after)]);
    if (!this.#seen.has(key)) this.#unlike.push([before, after]);
    else if (this.#alike.length < MOST_SHOWN) this.#alike.push([before, after]);
    this.#seen.add(key);
  }
}
