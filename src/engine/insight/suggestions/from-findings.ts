import type { Finding } from '../understanding';
import { countMissing } from '../../table/columns';
import { columnOf } from '../../table/table';
import type { Draft, Studied } from './suggestion';

/** Findings of the check whose remedy is a matter of cleaning, with what they are called here. */
const TAKEN: ReadonlyMap<string, string> = new Map([
  ['copies-kept', 'copies'],
  ['near-copies', 'near-copies'],
  ['repeated-key', 'repeated-key'],
  ['ids-end-in-zero', 'ids-end-in-zero'],
  ['wrongly-decoded', 'wrongly-decoded'],
  ['text-in-number', 'number-as-text'],
  ['text-in-date', 'date-as-text'],
  ['future-date', 'future-date'],
  ['free', 'free'],
]);

/** What the check found and counted already. */
export const fromFindings = ({ understanding, table }: Studied): Draft[] =>
  understanding.findings.flatMap((finding): Draft[] => {
    // Copies of order lines are dropped by the automatic steps; to drop them earlier is a step too.
    if (finding.code === 'copies')
      return [draft('copies', [], { op: 'drop-duplicates', params: {} }, { rows: finding.count })];
    const { remedy } = finding;
    const code = TAKEN.get(finding.code);
    if (!remedy || code === undefined || remedy.effect.count === 0) return [];
    const { op, params, effect } = remedy;
    const columns = columnsOf(finding);
    if (op !== 'change-type')
      return [draft(code, columns, { op, params }, { [effect.of]: effect.count }, finding.details)];
    const column = columnOf(table, columns[0]!);
    const cells = column.length - countMissing(column);
    return [draft(code, columns, { op, params }, { cells }, { ...finding.details, failed: effect.count })];
  });

const draft = (
  code: string,
  columns: readonly string[],
  step: Draft['step'],
  effect: Draft['effect'],
  details: Finding['details'] = {},
): Draft => ({ code, columns, step, effect, details });

function columnsOf({ details, remedy }: Finding): string[] {
  const { columns, column } = remedy!.params as { columns?: string[]; column?: string };
  if (columns) return columns;
  const named = column ?? details['column'];
  return typeof named === 'string' ? [named] : [];
}
