import type { Column } from '../../table/columns';
import { SortedColumns } from '../../stats/sorted-columns';
import type { Work } from '../../work';
import { booleanFacts, codeCounts, topTexts } from '../category-facts';
import { dateShape, type DateShape } from './date-shape';
import { numberShape, type NumberShape } from './number-shape';

/** More values than this are told as one. */
const MOST_VALUES = 30;

/** How the histogram of numbers is wanted. */
export interface ShapeOptions {
  /** About so many bars; null: as many as suit the values. */
  bins: number | null;
  /** `gathered`: long tails become a bar of their own; `even`: from least to greatest; `log`: bars grow tenfold. */
  scale: 'gathered' | 'even' | 'log';
}

/** Rows of the most frequent texts. */
export interface ValuesShape {
  of: 'values';
  /** Most frequent first, ties in the order of the file. */
  bars: readonly { value: string; count: number }[];
  /** All other values, and their rows. */
  others: { values: number; count: number };
}

/** What the pictures of one column are drawn from; blanks are in none of them. */
export interface ColumnShape {
  rows: number;
  missing: number;
  /** Null where all cells are blank. */
  shape: NumberShape | DateShape | ValuesShape | null;
}

/**
 * One column as its pictures need it, exact over all rows, in passes that breathe. Blanks are skipped and counted.
 * @param sorted keeps the order of numbers from one look to the next
 * @throws Stopped
 */
export async function columnShape(
  column: Column,
  options: ShapeOptions,
  work: Work,
  sorted = new SortedColumns(1),
): Promise<ColumnShape> {
  const { length: rows } = column;
  const { present, shape } = await shapeOf(column, options, sorted, work);
  return { rows, missing: rows - present, shape: present > 0 ? shape : null };
}

interface Found {
  present: number;
  shape: ColumnShape['shape'];
}

function shapeOf(column: Column, options: ShapeOptions, sorted: SortedColumns, work: Work): Promise<Found> {
  switch (column.kind) {
    case 'number':
      return numberShape(column.values, options, sorted, work);
    case 'date':
      return dateShape(column.values, work);
    case 'text':
      return textShape(column, work);
    case 'boolean':
      return booleanShape(column, work);
  }
}

async function textShape(column: Extract<Column, { kind: 'text' }>, work: Work): Promise<Found> {
  const counts = await codeCounts(column, work);
  let [present, distinct] = [0, 0];
  for (const count of counts) {
    present += count;
    if (count > 0) distinct++;
  }
  const bars = topTexts(column, counts, MOST_VALUES);
  const shown = bars.reduce((sum, { count }) => sum + count, 0);
  return {
    present,
    shape: { of: 'values', bars, others: { values: distinct - bars.length, count: present - shown } },
  };
}

async function booleanShape(column: Extract<Column, { kind: 'boolean' }>, work: Work): Promise<Found> {
  const { histogram, missing } = await booleanFacts(column, work);
  const bars = histogram
    .map((count, at) => ({ value: column.spelling[at as 0 | 1], count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return { present: column.length - missing, shape: { of: 'values', bars, others: { values: 0, count: 0 } } };
}
