import type { ColumnTable } from 'arquero';
import { columnOf } from '../../../table/table';
import type { Work } from '../../../work';
import { associationBetween, type Association } from '../associations';
import { measuredColumn } from '../measured-column';
import { pairPanels, type PairPanels } from './pair-panels';
import type { Category } from './pair-view';

/** How two columns go together in all rows, and in each group by itself. */
export interface PairByGroup {
  all: Association;
  /** Level null is all other values together, last. */
  groups: readonly { level: string | null; association: Association }[];
  /** The rows of each group beside each other; null unless both are numbers, or both dates. */
  panels: PairPanels | null;
}

/**
 * The association of two columns over the rows of each group, and of two numbers where these rows lie; groups without a row
 * with both are left out.
 * @throws EngineError `missing-column`, Stopped
 */
export async function pairByGroup(
  table: ColumnTable,
  [a, b]: readonly [string, string],
  by: Category,
  work: Work,
): Promise<PairByGroup> {
  const { codes, levels } = by;
  const between = async (rows: Uint32Array | null): Promise<Association> =>
    associationBetween(
      await measuredColumn(a, columnOf(table, a), work, { rows }),
      await measuredColumn(b, columnOf(table, b), work, { rows }),
      work,
    );
  const all = await between(null);
  const groups: PairByGroup['groups'][number][] = [];
  for (const [at, level] of levels.entries()) {
    const rest = work.breathe();
    if (rest) await rest;
    const association = await between(rowsIn(codes, at));
    if (association.rows > 0) groups.push({ level, association });
  }
  return { all, groups, panels: await panelsOf(table, [a, b], by, work) };
}

async function panelsOf(
  table: ColumnTable,
  [a, b]: readonly [string, string],
  by: Category,
  work: Work,
): Promise<PairPanels | null> {
  if (columnOf(table, a).kind !== columnOf(table, b).kind) return null;
  const one = await measuredColumn(a, columnOf(table, a), work);
  const other = await measuredColumn(b, columnOf(table, b), work);
  return one.kind === 'number' && other.kind === 'number' ? pairPanels(one, other, by, work) : null;
}

/** The rows of one group, rising; of some rows where these are given, rising. */
export function rowsIn(codes: Uint8Array, code: number, among: Uint32Array | null = null): Uint32Array {
  if (among) return among.filter((row) => codes[row] === code);
  let count = 0;
  for (let row = 0; row < codes.length; row++) if (codes[row] === code) count++;
  const rows = new Uint32Array(count);
  for (let row = 0, at = 0; row < codes.length; row++) if (codes[row] === code) rows[at++] = row;
  return rows;
}
