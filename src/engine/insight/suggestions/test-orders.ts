import { MISSING, type TextColumn } from '../../table/columns';
import { columnOf } from '../../table/table';
import type { Role } from '../../table/meta';
import { collectRows } from '../row-collector';
import { plainWords } from '../role-words';
import type { Draft, Studied } from './suggestion';

/** A text that says nothing but that it is a test: TEST001, "Test order", test@shop.example. */
const TEST =
  /^(tests?|testing|dummy)([\s_-]*(orders?|products?|items?|customers?|users?|accounts?|bestellung|kunde|produkt))?[\s_-]*\d*$|^test[\w.+-]*@|@(test|example)\.\w+$/i;
const NAMES: ReadonlySet<Role | null> = new Set(['customer', 'order', 'product', 'email', 'name']);
const NAMING =
  /\b(e ?mail|mail|sku|stock ?code|product|item|artikel|customer|kunde|name|order|invoice|description)\b/;
const MOST_VALUES = 100;
const MOST = 0.05;

/** Rows that somebody made to try something out. They would count as customers and orders; they are set aside. */
export async function testOrders({ table, understanding, work }: Studied): Promise<Draft[]> {
  const found: { name: string; column: TextColumn; marks: Uint8Array; values: string[] }[] = [];
  for (const { name, role, kind } of understanding.columns) {
    const column = columnOf(table, name);
    if (kind !== 'text' || column.kind !== 'text') continue;
    if (!NAMES.has(role) && !NAMING.test(plainWords(name))) continue;
    const { marks, values } = testsIn(column);
    if (values.length > 0 && values.length <= MOST_VALUES) found.push({ name, column, marks, values });
  }
  if (found.length === 0) return [];
  const isTest = (row: number) =>
    found.some(({ column: { codes }, marks }) => codes[row] !== MISSING && marks[codes[row]!] === 1);
  const rows = table.numRows();
  const { count } = await collectRows(rows, work, isTest);
  if (count === 0 || count > rows * MOST) return [];
  const conditions = found.map(({ name, values }) => ({ column: name, is: 'one-of', values }));
  return [
    {
      code: 'test-orders',
      columns: found.map(({ name }) => name),
      step: { op: 'filter-rows', params: { match: 'any', conditions, rows: 'set-aside' } },
      effect: { rows: count },
      details: { value: found[0]!.values[0]! },
    },
  ];
}

const LETTERS = ['t', 'd', '@'].flatMap((letter) => [
  letter.charCodeAt(0),
  letter.toUpperCase().charCodeAt(0),
]);

/** Which texts are tests. Only those that begin with a t or d, or hold an @, are made a text of. */
function testsIn({ dictionary }: TextColumn): { marks: Uint8Array; values: string[] } {
  const { bytes, offsets, size } = dictionary;
  const marks = new Uint8Array(size);
  const values: string[] = [];
  for (let code = 0; code < size; code++) {
    const first = bytes[offsets[code]!]!;
    const mayBe =
      LETTERS.includes(first) || bytes.subarray(offsets[code], offsets[code + 1]).includes(LETTERS[4]!);
    if (!mayBe || !TEST.test(dictionary.text(code))) continue;
    marks[code] = 1;
    values.push(dictionary.text(code));
  }
  return { marks, values };
}
