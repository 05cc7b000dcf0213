import type { ColumnTable } from 'arquero';
import { aside, type Trade } from '../crew/crew';
import { looseTable } from '../steps/parts/loose-table';
import { isShared } from '../table/buffers';
import { duplicateRows, rememberCopies } from '../table/duplicate-rows';
import { packCells, packTable, unpackShared, type PackedTable } from '../table/packed';
import { columnNames, columnOf } from '../table/table';
import type { Work } from '../work';

/** Below this others would be told of it longer than it takes. */
const WORTH_ROWS = 100_000;

/** Which rows equal an earlier one, 1 each. */
export interface Copies {
  exact: Uint8Array;
  /** Where upper and lower case and white space do not count; null where no two texts differ by them alone. */
  loose: Uint8Array | null;
}

interface Ground {
  table: PackedTable;
  cells: readonly (readonly Uint8Array[])[];
}

/** Looks for copies in a table that lies in shared memory. */
export const copying: Trade<Ground, null, Copies> = {
  name: 'copying',
  begin: ({ table, cells }) => ({
    do: (_, work) => copiesIn(unpackShared(table, cells), work),
    end: () => undefined,
  }),
};

/**
 * Begins to look for copies, elsewhere where the host has a crew and memory is shared, so that other things can be
 * looked at meanwhile; the function gives them.
 * @throws Stopped
 */
export function beginCopies(table: ColumnTable, work: Work): () => Promise<Copies> {
  const here = () => copiesIn(table, work);
  const columns = columnNames(table).map((name) => columnOf(table, name));
  const cells = columns.map(packCells);
  if (table.totalRows() < WORTH_ROWS || !cells.flat().every(isShared)) return here;
  const found = aside(copying, { table: packTable(table), cells }, null, here, work);
  return async () => {
    const copies = await found();
    rememberCopies(columns, copies.exact);
    return copies;
  };
}

async function copiesIn(table: ColumnTable, work: Work): Promise<Copies> {
  const names = columnNames(table);
  const exact = await duplicateRows(table, names, work);
  const loose = await looseTable(table, names, work);
  return { exact, loose: loose && (await duplicateRows(loose, names, work)) };
}
