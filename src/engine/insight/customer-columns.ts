import type { ColumnTable } from 'arquero';
import { isContact } from '../export/star/personal';
import { inBlocks } from '../steps/parts/blocks';
import { groupsOf, type Groups } from '../steps/parts/groups';
import { isBlank, MISSING, type Column } from '../table/columns';
import { columnNames, columnOf } from '../table/table';
import type { Work } from '../work';

/** Of rows that are not the first of their customer, so many say what that one says. */
const NEARLY = 0.95;

/**
 * Names of the columns that say who a customer is: those that say how to reach them, and those that are (nearly) the same
 * in all rows of one customer. Blanks, and rows that name no customer, say nothing; a blank column is none.
 * @param customer the column that names the customer; it is not among them
 * @throws EngineError `missing-column`; Stopped
 */
export async function customerColumns(table: ColumnTable, customer: string, work: Work): Promise<string[]> {
  const of = await groupsOf(columnOf(table, customer), 'checking', work);
  const found: string[] = [];
  for (const name of columnNames(table)) {
    if (name === customer) continue;
    if (isContact(table, name) || (await isSteady(columnOf(table, name), of, work))) found.push(name);
  }
  return found;
}

/** Whether rows say what the first of their customer says. */
async function isSteady(column: Column, of: Groups, work: Work): Promise<boolean> {
  if (isBlank(column)) return false;
  const { codes } = await groupsOf(column, 'checking', work);
  const first = new Uint32Array(of.size).fill(MISSING);
  let [same, others] = [0, 0];
  await inBlocks(codes.length, 'checking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const [customer, code] = [of.codes[row]!, codes[row]!];
      if (customer === MISSING || code === MISSING) continue;
      if (first[customer] === MISSING) first[customer] = code;
      else if (first[customer] === code) same++;
      else others++;
    }
  });
  return same >= NEARLY * (same + others);
}
