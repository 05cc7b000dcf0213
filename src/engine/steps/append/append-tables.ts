import type { ColumnTable } from 'arquero';
import { appendColumns } from '../../table/append-columns';
import type { Column } from '../../table/columns';
import { uint32 } from '../../table/buffers';
import { metaOf, type Role } from '../../table/meta';
import { columnOf, makeTable, type NamedColumn } from '../../table/table';
import type { Work } from '../../work';
import { asText } from '../parts/text-of';
import type { LaidColumn } from './append-layout';

/** A table to append, and where its rows begin in the row numbers of all sources. */
export interface Part {
  table: ColumnTable;
  start: number;
}

/**
 * The rows of all parts in their order, in columns as laid out; cells of another kind become text.
 * Grain and key are those of the first part; a role that it lacks comes from the first part that has it.
 * Numbers that are counted in one thing in one part and in another in the next are counted in nothing known.
 */
export async function appendTables(
  parts: readonly Part[],
  layout: readonly LaidColumn[],
  work: Work,
): Promise<ColumnTable> {
  const columns: NamedColumn[] = [];
  for (const [done, { name, kind, from }] of layout.entries()) {
    const rest = work.breathe({ phase: 'appending', done, total: layout.length, unit: 'rounds' });
    if (rest) await rest;
    const pieces = parts.map(({ table }, i) => {
      const own = from[i] ?? null;
      const column = own === null ? null : columnOf(table, own);
      return { rows: table.numRows(), column: column && (kind === 'text' ? textOf(column) : column) };
    });
    columns.push([name, appendColumns(kind, pieces)]);
  }
  const first = metaOf(parts[0]!.table);
  return makeTable(columns, {
    ...first,
    roles: rolesOf(parts, layout),
    units: unitsOf(parts, layout),
    sourceRows: sourceRows(parts),
  });
}

const textOf = (column: Column): Column => (column.kind === 'text' ? column : asText(column));

function rolesOf(parts: readonly Part[], layout: readonly LaidColumn[]): Map<string, Role> {
  const roles = new Map<string, Role>();
  parts.forEach(({ table }, i) => {
    for (const [column, role] of metaOf(table).roles) {
      const name = layout.find(({ from }) => from[i] === column)?.name;
      if (name !== undefined && !roles.has(name) && ![...roles.values()].includes(role))
        roles.set(name, role);
    }
  });
  return roles;
}

function unitsOf(parts: readonly Part[], layout: readonly LaidColumn[]): Map<string, string> {
  const units = new Map<string, string>();
  for (const { name, from } of layout) {
    const found = new Set(parts.flatMap(({ table }, i) => metaOf(table).units.get(from[i] ?? '') ?? []));
    if (found.size === 1) units.set(name, [...found][0]!);
  }
  return units;
}

/** Null where the rows are numbered one after the other anyway. */
function sourceRows(parts: readonly Part[]): Uint32Array | null {
  const whole = new Uint32Array(parts.reduce((sum, { table }) => sum + table.numRows(), 0));
  let at = 0;
  let plain = true;
  for (const { table, start } of parts) {
    const before = metaOf(table).sourceRows;
    for (let row = 0; row < table.numRows(); row++, at++) {
      whole[at] = start + (before ? before[row]! : row);
      if (whole[at] !== at) plain = false;
    }
  }
  return plain ? null : uint32(whole.length).map((_, row) => whole[row]!);
}
