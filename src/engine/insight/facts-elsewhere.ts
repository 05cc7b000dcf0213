import type { ColumnTable } from 'arquero';
import { aside, type Trade } from '../crew/crew';
import { isShared } from '../table/buffers';
import { packCells, packTable, unpackShared, type PackedTable } from '../table/packed';
import { columnNames, columnOf, makeTable } from '../table/table';
import type { Work } from '../work';
import { factsOf, type KindFacts } from './column-facts';

/** Below this others would be told of it longer than it takes. */
const WORTH_ROWS = 100_000;

/** By column, what gives its facts. */
export type FactsElsewhere = ReadonlyMap<string, () => Promise<KindFacts>>;

interface Ground {
  table: PackedTable;
  cells: readonly (readonly Uint8Array[])[];
}

/** Looks at the columns of a table that lies in shared memory, by their names. */
export const lookingAtColumn: Trade<Ground, string, KindFacts> = {
  name: 'looking-at-column',
  begin: ({ table, cells }) => {
    const shared = unpackShared(table, cells);
    return { do: (name, work) => factsOf(columnOf(shared, name), work), end: () => undefined };
  },
};

/**
 * Begins to look at half of the columns of numbers and dates, which take longest, where the host has a crew and memory
 * is shared; the others are for the caller.
 */
export function beginFacts(table: ColumnTable, work: Work): FactsElsewhere {
  if (!work.crew || table.totalRows() < WORTH_ROWS) return new Map();
  const measured = columnNames(table).filter((name) => {
    const column = columnOf(table, name);
    return (column.kind === 'number' || column.kind === 'date') && packCells(column).every(isShared);
  });
  return new Map(
    measured.slice(Math.ceil(measured.length / 2)).map((name) => {
      const column = columnOf(table, name);
      const ground = { table: packTable(makeTable([[name, column]])), cells: [packCells(column)] };
      const here = () => factsOf(column, work);
      return [name, aside(lookingAtColumn, ground, name, here, work)];
    }),
  );
}
