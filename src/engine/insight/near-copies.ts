import type { Examined } from './findings';
import { collectRows } from './row-collector';
import type { Finding } from './understanding';

/** Rows that equal an earlier one but for upper and lower case or white space; exact copies are not among them. */
export async function nearCopies({ copied, alike, work }: Examined): Promise<Finding> {
  const none: Finding = { code: 'near-copies', count: 0, details: {}, rows: null };
  if (!alike) return none;
  let dropped = 0;
  for (const mark of alike) dropped += mark;
  const { count, rows } = await collectRows(
    alike.length,
    work,
    (row) => alike[row] === 1 && copied[row] === 0,
  );
  const effect = { count: dropped, of: 'rows' as const };
  return { ...none, count, rows, remedy: { op: 'drop-duplicates', params: { loosely: true }, effect } };
}
