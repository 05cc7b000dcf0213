import { EngineError } from '../errors';
import type { Work } from '../work';
import type { ByteSource } from './source';
import { NotUnderstood } from './spreadsheet/not-understood';
import { piecesSource } from './spreadsheet/pieces-source';
import { isCutArchive, isSpreadsheet } from './spreadsheet/spreadsheet-format';
import { refuseTooPacked, type PackLimit } from './spreadsheet/too-packed';
import { inflatedPieces, unzipEntry, type Unzipped } from './spreadsheet/unzip-entry';
import { zipEntries, type ZipEntry } from './spreadsheet/zip-entries';

const GZIP = [0x1f, 0x8b, 0x08];
const ZIP = [0x50, 0x4b];
/** Text shrinks 3 to 20 times, the most repetitive some 100 times. */
const LIMIT: PackLimit = { harmless: 2 ** 28, times: 200 };
/** Bytes that a tab can hold beside the table made of them. */
const MOST_BYTES = 1_000_000_000;

/**
 * The one table in a gzip file or a zip archive, unpacked into memory, under the name of what it was packed in; any
 * other file, spreadsheets too, as it is.
 * @throws EngineError `unreadable-file` (reason `damaged-archive`, `password`, `too-packed`, `packing`, `empty-archive`,
 * or `several-packed` with `count` and some `names`), `file-too-large`; Stopped
 */
export async function packedSource(source: ByteSource, work: Work): Promise<ByteSource> {
  const head = await source.read(0, Math.min(source.size, GZIP.length));
  const begins = (mark: readonly number[]) => mark.every((byte, at) => head[at] === byte);
  try {
    if (begins(GZIP)) return await unpacked(source, inflatedPieces(source, 0, source.size, 'gzip'), work);
    if (!begins(ZIP)) return source;
    const entries = await zipEntries(source);
    if (!entries) {
      if (await isCutArchive(source)) throw unreadable(source, 'damaged-archive');
      return source;
    }
    if (await isSpreadsheet(source, entries)) return source;
    const table = onlyTable(source, entries);
    return table ? await unpacked(source, unzipEntry(source, table, LIMIT), work) : source;
  } catch (error) {
    if (error instanceof NotUnderstood) throw unreadable(source, 'packing');
    if (error instanceof EngineError && error.details['reason'] === 'damaged')
      throw unreadable(source, 'damaged-archive');
    throw error;
  }
}

const unreadable = (source: ByteSource, reason: string): EngineError =>
  new EngineError('unreadable-file', { file: source.name, reason });

/** What the systems of Apple and Microsoft put beside the files, and folders. */
const BESIDE = /\/$|(^|\/)(__macosx\/|\.|thumbs\.db$|desktop\.ini$)/;
const TABLE = /\.(csv|tsv|tab|txt|dat|xlsx|xlsm|xlsb|xls|ods|parquet|sqlite|db)$/;
const NAMED = 3;

/**
 * The only file of an archive, or the only one named as a table is beside others; null where none is.
 * @throws EngineError `unreadable-file` (reason `empty-archive` or `several-packed`)
 */
function onlyTable(source: ByteSource, entries: readonly ZipEntry[]): ZipEntry | null {
  const files = entries.filter(({ name }) => !BESIDE.test(name));
  if (files.length === 0) throw unreadable(source, 'empty-archive');
  const tables = files.length === 1 ? files : files.filter(({ name }) => TABLE.test(name));
  if (tables.length < 2) return tables[0] ?? null;
  throw new EngineError('unreadable-file', {
    file: source.name,
    reason: 'several-packed',
    count: tables.length,
    names: tables.slice(0, NAMED).map(({ name }) => name),
  });
}

async function unpacked(
  source: ByteSource,
  pieces: AsyncIterable<Unzipped>,
  work: Work,
): Promise<ByteSource> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const { bytes, read } of pieces) {
    size += bytes.length;
    if (size > MOST_BYTES)
      throw new EngineError('file-too-large', { file: source.name, bytes: size, limit: MOST_BYTES });
    refuseTooPacked(source, { size, packed: source.size }, LIMIT);
    kept.push(bytes);
    const rest = work.breathe({ phase: 'reading', done: read, total: source.size, unit: 'bytes' });
    if (rest) await rest;
  }
  return piecesSource(source.name, kept);
}
