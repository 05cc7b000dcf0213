import type { ReadOptions } from './read-options';

/** A row of the table (1-based) as a spreadsheet numbers it: lines above the table and the names count too. */
export const rowInFile = (row: number, { skip, header }: Pick<ReadOptions, 'skip' | 'header'>): number =>
  row + skip + (header ? 1 : 0);
