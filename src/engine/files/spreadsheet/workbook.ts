import type { Work } from '../../work';
import type { Rectangle } from './sheet-block';
import type { SheetLines } from './sheet-lines';

/** Cells made one; the first holds what is shown. */
export type Merge = Rectangle;

export interface Worksheet {
  name: string;
  hidden: boolean;
  /** How much there is of it, in any unit: tells which sheet is likely to be the fullest. */
  size: number;
  /** Gives its filled cells and its merges in their order; may be asked again. */
  write(lines: SheetLines, work: Work): Promise<void>;
}

/** What every reader of spreadsheets gives, whichever it is. */
export interface Workbook {
  reader: 'stream' | 'sheetjs';
  worksheets: readonly Worksheet[];
}
