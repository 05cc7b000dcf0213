import type { ReadReport } from '../files/read-report';
import type { Finding } from './understanding';

/** Columns that a file with kinds of its own holds and a table cannot show as they are. */
export function storedFindings(stored: ReadReport['stored']): Finding[] {
  if (!stored) return [];
  const of = (wanted: string): string[] =>
    stored.rewritten.filter(({ as }) => as === wanted).map(({ column }) => column);
  const finding = (code: string, columns: readonly string[], more: Finding['details'] = {}): Finding => ({
    code,
    count: columns.length,
    details: { columns: columns.join(', '), ...more },
    rows: null,
  });
  const reasons = [...new Set(stored.leftOut.map(({ reason }) => reason))];
  return [
    ...reasons.map((reason) => {
      const columns = stored.leftOut.filter((one) => one.reason === reason).map(({ column }) => column);
      return finding('stored-left-out', columns, { reason });
    }),
    finding('stored-json', of('json')),
    finding('stored-hex', of('hex')),
    finding('stored-utc', of('utc')),
    { code: 'stored-faults', count: stored.faults ?? 0, details: {}, rows: null },
    ...(stored.wal ? [{ code: 'stored-wal', count: 1, details: {}, rows: null }] : []),
    finding('stored-count', [...of('unix'), ...of('julian')]),
  ];
}
