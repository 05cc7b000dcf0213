import type { ColumnTable } from 'arquero';
import type { Column } from '../../src/engine/table/columns';
import { metaOf } from '../../src/engine/table/meta';
import { columnOf } from '../../src/engine/table/table';

const bytesOf = (cells: Float64Array | Uint32Array | Uint8Array): string =>
  Buffer.from(cells.buffer, cells.byteOffset, cells.byteLength).toString('base64');

function bitsOfColumn(column: Column): unknown {
  switch (column.kind) {
    case 'number':
      return ['number', bytesOf(column.values)];
    case 'date':
      return ['date', column.hasTime, bytesOf(column.values)];
    case 'boolean':
      return ['boolean', column.spelling, bytesOf(column.values)];
    case 'text':
      return [
        'text',
        bytesOf(column.codes),
        bytesOf(column.dictionary.offsets),
        bytesOf(column.dictionary.bytes),
      ];
  }
}

/** Everything a table holds, bit for bit: its columns in their order, and what it knows of itself. */
export function bitsOf(table: ColumnTable): unknown {
  const { roles, units, origins, sourceRows, ...meta } = metaOf(table);
  return structuredClone({
    columns: table.columnNames().map((name) => [name, bitsOfColumn(columnOf(table, name))]),
    maps: [roles, units, origins].map((map) => [...map]),
    sourceRows: sourceRows && [...sourceRows],
    meta,
  });
}
