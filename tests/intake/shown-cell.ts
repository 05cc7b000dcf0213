/** How a cell that was read stands to the text a spreadsheet program shows for it. */
export type Shown = 'same' | 'formatted' | 'error' | 'other';

const EXPONENTIAL = /^-?\d\.\d{14}e[+-]\d+$/;
const MOMENT = /^\d{4}-\d\d-\d\d|^\d\d:\d\d:\d\d/;

/** Compares a cell of `RawCells` with what a program wrote when it saved the sheet as shown. */
export function shownAs(cell: string, shown: string): Shown {
  const text = shown.replaceAll('\r\n', '\n');
  if (cell === text || cell.trim() === text.trim()) return 'same';
  if (cell === '' && /^#(N\/A|NAME|NULL|NUM|REF|VALUE|DIV)/.test(text)) return 'error';
  if (EXPONENTIAL.test(cell)) return numberAs(Number(cell), text);
  return MOMENT.test(cell) && /\d/.test(text) ? 'formatted' : 'other';
}

/** The number in digits, or within what its format rounds away. */
function numberAs(value: number, text: string): Shown {
  if (String(value) === text) return 'same';
  // Percent, fractions, brackets, currency, words: any format that has digits may stand for a number.
  const digits = /-?\(?[\d,]*\.?\d*(e[+-]?\d+)?/i.exec(text.replace(/[^\d.,eE()+-]/g, ''))?.[0] ?? '';
  const plain = Number(digits.replace(/[(,]/g, ''));
  const decimals = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;
  const size = Math.abs(value) * (text.includes('%') ? 100 : 1);
  const near = Math.abs(Math.abs(plain) - size) <= 0.5000001 * 10 ** -decimals;
  const rough = /e[+-]?\d/i.test(text) && Math.abs(Math.abs(plain) / size - 1) < 0.06;
  return near || rough ? 'formatted' : 'other';
}
