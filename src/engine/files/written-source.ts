import type { ColumnTable } from 'arquero';
import { columnNames } from '../table/table';
import type { Work } from '../work';
import type { ByteSource } from './source';
import { piecesSource } from './spreadsheet/pieces-source';
import { writeCsv } from './write-csv';

/** A table as the delimited text it would be written as, for files that have no text of their own. @throws Stopped */
export async function writtenSource(name: string, table: ColumnTable, work: Work): Promise<ByteSource> {
  const columns = columnNames(table).map((column) => ({ name: column }));
  const pieces: Uint8Array[] = [];
  for await (const piece of writeCsv(table, columns, { delimiter: ',', decimal: '.' }, work))
    pieces.push(piece);
  return piecesSource(name, pieces);
}
