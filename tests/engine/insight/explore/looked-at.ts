import type { ColumnTable } from 'arquero';
import { overviewOf, type ColumnOverview } from '../../../../src/engine/insight/explore/overview-of';
import { unwatched } from '../../../../src/engine/work';
import { table } from '../../../support/tables';

const UNKNOWN = { roles: new Map(), identifiers: new Set<string>() };

export const cardsOf = (of: ColumnTable): Promise<readonly ColumnOverview[]> =>
  overviewOf(of, UNKNOWN, unwatched);

/** The card of one column written by hand. */
export async function cardOf(cells: Parameters<typeof table>[0][string]): Promise<ColumnOverview> {
  return (await cardsOf(table({ column: cells })))[0]!;
}
