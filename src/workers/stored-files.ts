import { del, delMany, get, keys, set } from 'idb-keyval';
import {
  columnNames,
  columnOf,
  packCells,
  packTable,
  unpackTable,
  type PackedTable,
  type Progress,
  type ReadReport,
  type ReadResult,
} from '../engine/index';
import { untilQuiet } from './at-work';
import type { FileToSave } from './session-file/write-session';
import { store } from './session-store';
import { withStorage } from './storage-refused';

/** One stored value may not pass 133 MB in a private window; a private copy of this size is made at a time. */
const PIECE = 8 << 20;
/** So long large files are stored only while nobody waits for anything else. */
const PATIENCE_MS = 10_000;

/** What is stored once per file, beside its cells. */
interface StoredRead {
  table: PackedTable;
  report: ReadReport;
  /** Bytes of each array of each column. */
  sizes: number[][];
}

/** Where the files of a session lie. They are never stored over those before: whoever opens it finds the ones or the others. */
export interface Place {
  /** Names this storing of them. */
  stock: string;
  parts: number;
  /** On the device. */
  bytes: number;
}

export interface StoredFile {
  read: ReadResult;
  file: Blob | null;
}

const KINDS = ['cells', 'read', 'file'];
const readKey = (at: string): string => `read/${at}`;
const fileKey = (at: string): string => `file/${at}`;
const pieceKey = (at: string, column: number, array: number, piece: number): string =>
  `cells/${at}/${column}/${array}/${piece}`;

/** Sessions stored by earlier versions have one place, and one or more files there. */
function placesOf(id: string, place: Place | undefined, part: number): string | null {
  if (place) return part < place.parts ? `${id}/${place.stock}/${part}` : null;
  return part === 0 ? id : `${id}/file-${part}`;
}

/** Stores what each file was read into, column by column. Files themselves are kept too where the browser has room. */
export async function saveFiles(
  id: string,
  stock: string,
  files: readonly { read: ReadResult; file: Blob | null }[],
): Promise<Place> {
  let bytes = 0;
  for (const [part, { read, file }] of files.entries())
    bytes += await withStorage(
      () => saveFile(`${id}/${stock}/${part}`, read, file),
      () => bytesOf(read),
    );
  return { stock, parts: files.length, bytes };
}

const bytesOf = ({ table }: ReadResult): number =>
  columnNames(table)
    .flatMap((name) => packCells(columnOf(table, name)))
    .reduce((sum, array) => sum + array.length, 0);

async function saveFile(at: string, read: ReadResult, file: Blob | null): Promise<number> {
  const sizes: number[][] = [];
  const late = performance.now() + PATIENCE_MS;
  for (const [column, name] of columnNames(read.table).entries()) {
    const arrays = packCells(columnOf(read.table, name));
    sizes.push(arrays.map((array) => array.length));
    for (const [array, bytes] of arrays.entries()) await savePieces(at, column, array, bytes, late);
  }
  const stored: StoredRead = { table: packTable(read.table), report: read.report, sizes };
  await set(readKey(at), stored, store());
  const cells = sizes.flat().reduce((sum, size) => sum + size, 0);
  return cells + (file && (await keepsFile(at, file)) ? file.size : 0);
}

async function keepsFile(at: string, file: Blob): Promise<boolean> {
  try {
    await set(fileKey(at), file, store());
    return true;
  } catch {
    await del(fileKey(at), store());
    return false;
  }
}

/** A large array gives way to what a person waits for; a small one is stored before the tab could be closed. */
async function savePieces(
  at: string,
  column: number,
  array: number,
  bytes: Uint8Array,
  late: number,
): Promise<void> {
  for (let piece = 0; piece * PIECE < bytes.length; piece++) {
    if (bytes.length > PIECE) await untilQuiet(late);
    const copy = bytes.slice(piece * PIECE, (piece + 1) * PIECE);
    await set(pieceKey(at, column, array, piece), copy, store());
  }
}

/** All files in their order; null where one is not whole, none where there is none. */
export async function loadFiles(
  id: string,
  place: Place | undefined,
  breathe: (progress: Progress) => Promise<void> | undefined,
): Promise<StoredFile[] | null> {
  const files: StoredFile[] = [];
  for (;;) {
    const at = placesOf(id, place, files.length);
    const next = at === null ? 'none' : await loadFile(at, breathe);
    if (next === null) return null;
    if (next === 'none') return place && files.length < place.parts ? null : files;
    files.push(next);
  }
}

async function loadFile(
  at: string,
  breathe: (progress: Progress) => Promise<void> | undefined,
): Promise<StoredFile | 'none' | null> {
  const [stored, file] = await withStorage(() =>
    Promise.all([get<StoredRead>(readKey(at), store()), get<Blob>(fileKey(at), store())]),
  );
  if (!stored) return 'none';
  const cells: Uint8Array[][] = [];
  for (const [column, sizes] of stored.sizes.entries()) {
    await breathe({ phase: 'restoring', done: column, total: stored.sizes.length, unit: 'rounds' });
    const arrays: Uint8Array[] = [];
    for (const [array, size] of sizes.entries()) {
      const bytes = await withStorage(() => loadPieces(at, column, array, size));
      if (!bytes) return null;
      arrays.push(bytes);
    }
    cells.push(arrays);
  }
  const table = unpackTable(stored.table, cells);
  return { read: { table, report: stored.report }, file: file ?? null };
}

async function loadPieces(
  at: string,
  column: number,
  array: number,
  size: number,
): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(size);
  for (let piece = 0; piece * PIECE < size; piece++) {
    const part = await get<Uint8Array>(pieceKey(at, column, array, piece), store());
    if (!part) return null;
    bytes.set(part, piece * PIECE);
  }
  return bytes;
}

/** The stored files to be written elsewhere, without a table being made of them; null where they are not there. */
export async function filesToSave(id: string, place: Place | undefined): Promise<FileToSave[] | null> {
  const files: FileToSave[] = [];
  for (;;) {
    const at = placesOf(id, place, files.length);
    if (at === null) break;
    const stored = await withStorage(() => get<StoredRead>(readKey(at), store()));
    if (!stored) break;
    const file = await withStorage(() => get<Blob>(fileKey(at), store()));
    const cells = (column: number, array: number) => storedPieces(at, column, array, stored);
    files.push({ ...stored, cells, file: file ?? null });
  }
  return files.length > 0 && files.length === (place?.parts ?? files.length) ? files : null;
}

async function* storedPieces(
  at: string,
  column: number,
  array: number,
  { sizes }: StoredRead,
): AsyncGenerator<Uint8Array> {
  const size = sizes[column]![array]!;
  for (let piece = 0; piece * PIECE < size; piece++) {
    const part = await withStorage(() => get<Uint8Array>(pieceKey(at, column, array, piece), store()));
    if (!part) throw new Error('a part of the stored session is gone');
    yield part;
  }
}

/** Takes away what was stored of the session's files elsewhere than in its present place; null: all of it. */
export async function removeFiles(id: string, but: Place | null): Promise<void> {
  const isOld = (key: string): boolean => {
    const [kind, of, stock] = key.split('/');
    return of === id && KINDS.includes(kind!) && (but === null || stock !== but.stock);
  };
  await withStorage(async () => delMany((await keys<string>(store())).filter(isOld), store()));
}

/** Takes away what this storing left that did not end. */
export async function removeStock(id: string, stock: string): Promise<void> {
  const isIts = (key: string) => KINDS.some((kind) => key.startsWith(`${kind}/${id}/${stock}/`));
  await withStorage(async () => delMany((await keys<string>(store())).filter(isIts), store()));
}

/** Whether the session has stored files that are not in its present place. */
export const hasOthers = (all: readonly string[], id: string, place: Place): boolean =>
  all.some((key) => {
    const [kind, of, stock] = key.split('/');
    return of === id && KINDS.includes(kind!) && stock !== place.stock;
  });
