const MOSTLY = 0.9;

/** Cells behind a delimiter that hold something, and those that begin with a blank. */
export interface BlanksInFront {
  cells: number;
  behindBlank: number;
}

export function countBlanks(records: readonly string[][], delimiter: string): BlanksInFront {
  if (delimiter === 'whitespace' || delimiter === ' ') return { cells: 0, behindBlank: 0 };
  const cells = records.flatMap((record) => record.slice(1)).filter((cell) => cell !== '');
  return { cells: cells.length, behindBlank: cells.filter((cell) => cell.startsWith(' ')).length };
}

/** Whether blanks follow the delimiter nearly everywhere: `a, b, c`. They are a way of writing then, no part of cells. */
export const sniffTrim = ({ cells, behindBlank }: BlanksInFront): boolean =>
  behindBlank > 0 && behindBlank >= cells * MOSTLY;
