import type { Work } from '../work';
import type { ReadOptions } from './read-options';
import type { ReadResult } from './read-report';
import { readTable, type ReadChoice, type ReadMeans } from './read-table';
import type { ByteSource } from './source';
import { AS_WRITTEN, tableSource } from './spreadsheet-source';
import { openStored } from './stored/open-stored';

/**
 * A file read into a table, and what it was read from: the file itself, or the text its sheet was written as. Where the
 * report says `stored`, the source is no text.
 */
export interface OpenedTable {
  source: ByteSource;
  read: ReadResult;
}

/**
 * Reads a delimited file, a sheet of a spreadsheet or a Parquet file into a table; the report names the sheet. `means`
 * are for the file itself.
 * @throws EngineError as `tableSource`, `openStored` and `readTable` do; Stopped
 */
export async function openTable(
  source: ByteSource,
  choice: ReadChoice,
  work: Work,
  means: ReadMeans = {},
): Promise<OpenedTable> {
  const stored = await openStored(source, choice, work);
  if (stored) return { source, read: stored };
  const { source: text, spreadsheet } = await tableSource(source, choice.options ?? {}, work);
  if (!spreadsheet && text === source) return { source, read: await readTable(source, choice, work, means) };
  if (!spreadsheet) {
    const { table, report } = await readTable(text, choice, work);
    return { source: text, read: { table, report: { ...report, bytes: source.size } } };
  }
  const { table, report } = await readTable(
    text,
    { ...choice, options: { ...choice.options, ...AS_WRITTEN } },
    work,
  );
  const { sheet: name, sheets, reader: _reader, ...facts } = spreadsheet;
  const options: ReadOptions = { ...report.options, sheet: name };
  const others = sheets.filter((sheet) => sheet.name !== name && sheet.rows > 0);
  const preview = sheets.find((sheet) => sheet.name === name)?.preview ?? [];
  const sheet = { ...facts, name, preview, others };
  return { source: text, read: { table, report: { ...report, bytes: source.size, options, sheet } } };
}
