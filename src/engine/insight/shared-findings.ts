import { isoDay, DAY, dayOf } from '../steps/parts/calendar';
import { columnOf } from '../table/table';
import type { ColumnFacts } from './column-facts';
import type { Examined } from './findings';
import { idsEndInZero } from './ids-end-in-zero';
import { nearCopies } from './near-copies';
import { collectRows } from './row-collector';
import { timesApart } from './times-apart';
import type { Finding } from './understanding';
import { wronglyDecoded } from './wrongly-decoded';

/** What may be the matter with any table, whatever its rows are. */
export async function sharedFindings(examined: Examined): Promise<Finding[]> {
  const found = [
    ...idsEndInZero(examined),
    await nearCopies(examined),
    ...(await wronglyDecoded(examined)),
    ...(await timesApart(examined)),
  ];
  for (const facts of examined.facts)
    if (facts.kind === 'date') found.push(...(await inFuture(examined, facts)));
  return found;
}

/** Dates after tomorrow: a day ahead may be a matter of time zones. Orders of such days would move the day counted to. */
async function inFuture(
  { table, roles, today, grain, work }: Examined,
  { name, max }: ColumnFacts,
): Promise<Finding[]> {
  if (today === null || max === null) return [];
  const last = dayOf(today) + 1;
  const end = (last + 1) * DAY;
  const column = columnOf(table, name);
  if (max < end || column.kind !== 'date') return [];
  const { count, rows } = await collectRows(column.length, work, (row) => column.values[row]! >= end);
  // A column of appointments lies in the future by nature.
  if (count * 2 > column.length) return [];
  const orders = grain === 'orders' && roles.get('date') === name;
  const params = { column: name, to: isoDay(last), outside: orders ? 'set-aside' : 'blank' };
  const effect = { count, of: orders ? ('rows' as const) : ('cells' as const) };
  const details = { column: name, latest: max };
  return [{ code: 'future-date', count, details, rows, remedy: { op: 'limit', params, effect } }];
}
