import { groupsOf } from '../steps/parts/groups';
import { isMissing, MISSING, type Column } from '../table/columns';
import { metaOf } from '../table/meta';
import { columnNames, columnOf } from '../table/table';
import type { Examined } from './findings';
import { collectRows } from './row-collector';
import type { Finding } from './understanding';

/**
 * Blanks where the order, the date or the money should stand; rows without a date or money are set aside. Details:
 * `written`, cells that are text in the file and count as blank since a step of the person's own, with an `example`;
 * `customers` of whom all rows have such a blank.
 */
export async function blanksInOrders(examined: Examined): Promise<Finding[]> {
  const { table, roles, facts, work } = examined;
  const found: Finding[] = [];
  for (const role of ['date', 'amount', 'quantity', 'price', 'order'] as const) {
    const column = facts.find(({ name }) => name === roles.get(role));
    if (!column || column.missing === 0) continue;
    const cells = columnOf(table, column.name);
    const written = new Written(examined, column.name);
    const { count, rows } = await collectRows(
      column.rows,
      work,
      (row) => isMissing(cells, row),
      (row) => written.see(row),
    );
    const customers = role === 'order' ? 0 : await customersWithout(examined, cells);
    const details = { column: column.name, role, share: count / column.rows };
    const more = { ...written.details, ...(customers > 0 && { customers }) };
    found.push({ code: 'blank', count, details: { ...details, ...more }, rows });
  }
  return found;
}

/** What stands in the file where cells are blank now. */
class Written {
  readonly #before: Column | null;
  readonly #sourceRows: Uint32Array | null;
  #count = 0;
  #example = '';

  constructor({ table, asRead }: Examined, name: string) {
    const there = asRead && columnNames(asRead).includes(name);
    this.#before = there ? columnOf(asRead, name) : null;
    this.#sourceRows = metaOf(table).sourceRows;
  }

  see(row: number): void {
    const before = this.#before;
    const at = this.#sourceRows ? this.#sourceRows[row]! : row;
    if (before?.kind !== 'text' || at >= before.length || isMissing(before, at)) return;
    this.#count++;
    if (this.#count === 1) this.#example = before.at(at)!;
  }

  get details(): Finding['details'] {
    return this.#count > 0 ? { written: this.#count, example: this.#example } : {};
  }
}

/** How many customers have a blank in all of their rows. */
async function customersWithout({ table, roles, work }: Examined, cells: Column): Promise<number> {
  const customer = roles.get('customer');
  if (customer === undefined) return 0;
  const { codes, size } = await groupsOf(columnOf(table, customer), 'looking', work);
  const [blank, other] = [new Uint8Array(size), new Uint8Array(size)];
  const mark = (row: number) => {
    if (codes[row] !== MISSING) (isMissing(cells, row) ? blank : other)[codes[row]!] = 1;
    return false;
  };
  await collectRows(cells.length, work, mark);
  return blank.reduce((sum, has, code) => sum + (has === 1 && other[code] === 0 ? 1 : 0), 0);
}
