/** Files with something the matter, written by rule so that every number in them is known. */

/** Day number `i` of 2025, turning over after 300. */
const day = (i: number): string => new Date(Date.UTC(2025, 0, 1 + (i % 300))).toISOString().slice(0, 10);

export const csv = (header: string, rows: number, row: (at: number) => string): string =>
  [header, ...Array.from({ length: rows }, (_, at) => row(at)), ''].join('\n');

/** 200 orders of 40 customers; `amount` writes the money of each. */
export const orders = (
  amount: (at: number) => string | number = (at) => ((at * 37) % 90) + 5,
  rows = 200,
  customers = 40,
): string =>
  csv('customer,order,date,amount', rows, (at) => `C${at % customers},O${at},${day(at * 3)},${amount(at)}`);

export const jpeg = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600', 'hex'),
  Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)),
]);

const WORDS = ['river', 'stone', 'cloud', 'lamp', 'green', 'night', 'tree'];

/** Lines of three to eleven words: no separator stands in each of them equally often. */
export const prose = `${Array.from({ length: 80 }, (_, line) =>
  Array.from({ length: 3 + ((line * 5) % 9) }, (__, word) => WORDS[(line * 3 + word * word) % 7]).join(' '),
).join('\n')}\n`;

/** Orders of a day, but nobody is named. */
export const nameless = csv(
  'day,amount,shop',
  300,
  (at) => `${day(at * 3)},${((at * 37) % 90) + 5}.50,${['North', 'South', 'West'][at % 3]}`,
);

/** Two orders each, worth the same, on the same two days. */
export const alike = csv(
  'customer,order,date,amount',
  480,
  (at) => `C${at % 240},O${at},2025-03-0${at < 240 ? 4 : 5},20`,
);

/** 300 columns, of which two kinds of customers can be told apart. */
export const wide = csv(
  ['customer_id', ...Array.from({ length: 299 }, (_, at) => `m${at + 1}`)].join(','),
  400,
  (row) => `C${1000 + row},${Array.from({ length: 299 }, (_, at) => spread(row, at)).join(',')}`,
);

function spread(row: number, column: number): number {
  return ((Math.imul(row * 31 + column * 17, 2654435761) >>> 0) % 1000) + (row % 2) * 500;
}
