import { countMissing } from '../../table/columns';
import { metaOf } from '../../table/meta';
import { columnNames, columnOf, makeTable } from '../../table/table';
import { numbers, texts } from '../columns-of';
import type { StarTable } from './star-table';

/** A row for each column of the star: its table, kind, unit, what it points to, what it holds, how many cells are filled. */
export function starDictionary(tables: readonly StarTable[]): StarTable {
  const all = tables.flatMap(({ name, table, about, pointsTo }) =>
    columnNames(table).map((column) => ({
      table: name,
      column,
      cells: columnOf(table, column),
      unit: metaOf(table).units.get(column) ?? null,
      pointsTo: pointsTo.get(column) ?? null,
      about: about.get(column) ?? null,
    })),
  );
  return {
    name: 'dictionary',
    table: makeTable([
      ['table', texts(all.map(({ table }) => table))],
      ['column', texts(all.map(({ column }) => column))],
      ['kind', texts(all.map(({ cells }) => cells.kind))],
      ['unit', texts(all.map(({ unit }) => unit))],
      ['points_to', texts(all.map(({ pointsTo }) => pointsTo))],
      ['holds', texts(all.map(({ about }) => about))],
      ['filled', numbers(all.map(({ cells }) => cells.length - countMissing(cells)))],
      ['blank', numbers(all.map(({ cells }) => countMissing(cells)))],
    ]),
    about: new Map(),
    pointsTo: new Map(),
  };
}
