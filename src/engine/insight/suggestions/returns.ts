import { columnOf } from '../../table/table';
import type { Draft, Studied } from './suggestion';

/** Returned lines, which the automatic steps take off what was spent. To set them aside counts what was bought, whatever came back. */
export const returns = ({ understanding, table }: Studied): Draft[] =>
  understanding.findings.flatMap(({ code, count, details }): Draft[] => {
    const column = details['column'];
    if ((code !== 'negative-quantity' && code !== 'negative-amount') || typeof column !== 'string') return [];
    if (count === 0 || columnOf(table, column).kind !== 'number') return [];
    return [
      {
        code: 'returns',
        columns: [column],
        step: { op: 'limit', params: { column, from: 0, outside: 'set-aside' } },
        effect: { rows: count },
      },
    ];
  });
