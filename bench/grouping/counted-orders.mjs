import { DateColumn, NumberColumn, TextColumn } from '../../src/engine/table/columns.ts';
import { Dictionary } from '../../src/engine/table/dictionary.ts';
import { makeTable } from '../../src/engine/table/table.ts';

const DAY = 86_400_000;
const FIRST = Date.UTC(2010, 11, 1);
const COUNTRIES = ['United Kingdom', 'Germany', 'France', 'EIRE', 'Spain', 'Norway', 'Italy', 'Japan'];

/** A table of orders counted out, not drawn, so that bench/peer_formula.py has the same one. */
export function countedOrders(rows, customers) {
  const numbers = (cell) => new NumberColumn(Float64Array.from({ length: rows }, (_, i) => cell(i)));
  const texts = (code, all) =>
    new TextColumn(
      Uint32Array.from({ length: rows }, (_, i) => code(i)),
      Dictionary.of(all),
    );
  const dates = Float64Array.from({ length: rows }, (_, i) => FIRST + ((i * 61) % 730) * DAY);
  return makeTable([
    ['Quantity', numbers((i) => 1 + ((i * 7919) % 23))],
    ['Price', numbers((i) => ((i * 104_729) % 9973) / 100)],
    ['Discount', numbers((i) => ((i * 31) % 7) / 2)],
    [
      'Customer',
      texts(
        (i) => (i * 48_271) % customers,
        Array.from({ length: customers }, (_, at) => `C${at}`),
      ),
    ],
    ['Country', texts((i) => (i * 13) % COUNTRIES.length, COUNTRIES)],
    ['Date', new DateColumn(dates, false)],
  ]);
}
