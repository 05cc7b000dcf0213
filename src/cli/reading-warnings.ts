import { rowInFile, type ReadReport } from '../engine/index';

/** What reading a file met that hardly can be meant, or had to be guessed; one line each. */
export function readingWarnings({ name, options, unclosedQuote, mended, ragged }: ReadReport): string[] {
  const lines: string[] = [];
  const inFile = (row: number) => rowInFile(row, options);
  if (unclosedQuote) {
    const { row, lines: inside } = unclosedQuote;
    lines.push(
      `the quote that opens in row ${inFile(row)} never closes; ${inside} lines are inside its cell`,
    );
  }
  if (mended) {
    const were = mended.count === 1 ? '1 row was' : `${mended.count} rows were`;
    lines.push(
      `${were} mended (a cell too many or too few); the first is row ${inFile(mended.first[0]!.row)}`,
    );
  }
  // What an open quote took leaves a row too short.
  if (ragged && !unclosedQuote) {
    const { count, expected, firstRow, firstCells } = ragged;
    const have = count === 1 ? '1 row does' : `${count} rows do`;
    lines.push(
      `${have} not have ${expected} cells; the first is row ${inFile(firstRow)} with ${firstCells}; extra cells are kept, missing ones blank`,
    );
  }
  return lines.map((line) => `${name}: ${line}`);
}
