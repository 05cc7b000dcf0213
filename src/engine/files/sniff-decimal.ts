import { amountInCell } from './number-formats';

const COMMA = /^[-+]?(\d{1,3}(\.\d{3})+|\d+),(\d+)$/;
const POINT = /^[-+]?(\d{1,3}(,\d{3})+|\d*)?\.\d+$/;

/** `,` where cells such as 12,5 or 1.234,56 € outnumber cells such as 12.5; 1,234 and 1.234 speak for neither. */
export function sniffDecimal(records: readonly (readonly string[])[], delimiter: string): '.' | ',' {
  if (delimiter === ',') return '.';
  const { comma, point } = countDecimals(records);
  return comma > point ? ',' : '.';
}

/** How many cells are written with a decimal comma and how many with a decimal point. */
export function countDecimals(records: readonly (readonly string[])[]): { comma: number; point: number } {
  let comma = 0;
  let point = 0;
  for (const record of records) {
    for (const cell of record) {
      const text = amountInCell(cell) ?? cell.trim();
      const decimals = COMMA.exec(text);
      if (decimals && (decimals[2] !== undefined || decimals[3]!.length !== 3)) comma++;
      else if (POINT.test(text) && !/^[-+]?\d{1,3}\.\d{3}$/.test(text)) point++;
    }
  }
  return { comma, point };
}
