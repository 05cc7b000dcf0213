import { plainWords } from '../role-words';
import { BIRTH } from '../who-words';
import type { ColumnSummary } from '../understanding';
import { FILLED_UP_TO, MAY_BE_FILLED, MOSTLY } from './thresholds';
import type { Draft, Studied } from './suggestion';

const UNKNOWN = 'Unknown';

/**
 * Blank cells, by column: numbers get the median, categories the word "Unknown"; a column blank in more than
 * 90 % goes, one blank in more than 40 % stays as it is.
 * Columns that name something, births and free text stay: what they lack cannot be told. In files of orders the automatic
 * steps set aside rows that lack what they read, so those are not filled.
 */
export function missingCells({ understanding, read }: Studied): Draft[] {
  const { rows } = understanding.report;
  const ofOrders = understanding.grain === 'orders';
  return understanding.columns.flatMap((summary): Draft[] => {
    const { name, missing } = summary;
    if (missing === 0 || (ofOrders && read.has(name))) return [];
    if (missing > rows * MOSTLY)
      return read.has(name)
        ? []
        : [
            {
              code: 'mostly-blank',
              columns: [name],
              step: { op: 'remove-columns', params: { columns: [name] } },
              effect: { columns: 1 },
              details: { share: missing / rows },
            },
          ];
    const how = missing > rows * FILLED_UP_TO ? null : filling(summary);
    if (!how) return [];
    return [
      {
        code: 'blank',
        columns: [name],
        step: { op: 'fill-missing', params: { columns: [name], ...how } },
        effect: { cells: missing },
        details: { with: how.with, value: 'value' in how ? how.value : null },
      },
    ];
  });
}

type How = { with: 'median' } | { with: 'constant'; value: string };

function filling({ name, kind, identifier, distinct, role }: ColumnSummary): How | null {
  if (identifier || role === 'customer' || BIRTH.test(plainWords(name))) return null;
  if (kind === 'number') return { with: 'median' };
  if (kind !== 'text' || distinct > MAY_BE_FILLED) return null;
  return { with: 'constant', value: UNKNOWN };
}
