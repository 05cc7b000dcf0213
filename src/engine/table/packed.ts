import type { ColumnTable } from 'arquero';
import { uint8 } from './buffers';
import { BooleanColumn, DateColumn, NumberColumn, TextColumn, type Column } from './columns';
import { Dictionary } from './dictionary';
import { metaOf, type Grain, type Role } from './meta';
import { columnOf, makeTable } from './table';

/** One column without its cells: what must be known to build it again from bytes. */
export interface PackedColumn {
  name: string;
  kind: Column['kind'];
  hasTime: boolean;
  spelling: readonly [string, string] | null;
}

/** A table without its cells, as plain data. The cells lie beside it: a list of byte arrays per column. */
export interface PackedTable {
  columns: readonly PackedColumn[];
  grain: Grain;
  key: string | null;
  roles: readonly (readonly [string, Role])[];
  origins: readonly (readonly [string, string])[];
  /** Absent in sessions stored by earlier versions. */
  units?: readonly (readonly [string, string])[];
}

/** The plain part of a table, for storing. */
export function packTable(table: ColumnTable): PackedTable {
  const { grain, key, roles, origins, units } = metaOf(table);
  const columns = table.columnNames().map((name): PackedColumn => {
    const column = columnOf(table, name);
    return {
      name,
      kind: column.kind,
      hasTime: column.kind === 'date' && column.hasTime,
      spelling: column.kind === 'boolean' ? column.spelling : null,
    };
  });
  return { columns, grain, key, roles: [...roles], origins: [...origins], units: [...units] };
}

/** The bytes of one column, as views on its own memory: one array, or three for text (codes, dictionary, offsets). */
export function packCells(column: Column): Uint8Array[] {
  const view = (array: Float64Array | Uint32Array | Uint8Array): Uint8Array =>
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  if (column.kind === 'text') {
    return [view(column.codes), view(column.dictionary.bytes), view(column.dictionary.offsets)];
  }
  return [view(column.values)];
}

/** Builds the table again; `cells` gives the byte arrays of column `index` as `packCells` made them. */
export const unpackTable = (packed: PackedTable, cells: readonly (readonly Uint8Array[])[]): ColumnTable =>
  unpackShared(
    packed,
    cells.map((arrays) => arrays.map(own)),
  );

/** The same on the memory of `cells` itself, which must be as `packCells` gave it. */
export function unpackShared(packed: PackedTable, cells: readonly (readonly Uint8Array[])[]): ColumnTable {
  const columns = packed.columns.map(
    (column, index) => [column.name, unpack(column, cells[index]!)] as const,
  );
  return makeTable(columns, {
    grain: packed.grain,
    key: packed.key,
    roles: new Map(packed.roles),
    origins: new Map(packed.origins),
    units: new Map(packed.units),
  });
}

function unpack(column: PackedColumn, [first, bytes, offsets]: readonly Uint8Array[]): Column {
  switch (column.kind) {
    case 'number':
      return new NumberColumn(floats(first!));
    case 'date':
      return new DateColumn(floats(first!), column.hasTime);
    case 'boolean':
      return new BooleanColumn(first!, column.spelling ?? ['false', 'true']);
    case 'text':
      return new TextColumn(words(first!), new Dictionary(bytes!, words(offsets!)));
  }
}

const floats = ({ buffer, byteOffset, byteLength }: Uint8Array): Float64Array =>
  new Float64Array(buffer, byteOffset, byteLength / 8);

const words = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array =>
  new Uint32Array(buffer, byteOffset, byteLength / 4);

/** The bytes in a buffer of their own, shared where the host shares. */
function own(bytes: Uint8Array): Uint8Array {
  const copy = uint8(bytes.length);
  copy.set(bytes);
  return copy;
}
