const MOSTLY = 0.9;

/** Whether blanks follow the delimiter nearly everywhere: `a, b, c`. They are a way of writing then, no part of cells. */
export function sniffTrim(records: readonly string[][], delimiter: string): boolean {
  if (delimiter === 'whitespace' || delimiter === ' ') return false;
  const cells = records.flatMap((record) => record.slice(1)).filter((cell) => cell !== '');
  const behindBlank = cells.filter((cell) => cell.startsWith(' ')).length;
  return behindBlank > 0 && behindBlank >= cells.length * MOSTLY;
}
