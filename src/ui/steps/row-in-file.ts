import type { Understanding } from '../../engine/index';

/** A row of data as a spreadsheet counts it, where there is one file: lines above the table and the names are rows too. */
export function rowInFile({ report, others }: Understanding, row: number): number {
  if (others?.length) return row;
  return row + report.options.skip + (report.options.header ? 1 : 0);
}
