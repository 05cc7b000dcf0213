import { clear, createStore, del, delMany, get, keys, set, setMany, type UseStore } from 'idb-keyval';
import {
  columnNames,
  columnOf,
  packCells,
  packTable,
  unpackTable,
  type Model,
  type PackedTable,
  type Progress,
  type ReadReport,
  type ReadResult,
  type Recipe,
  type Understanding,
} from '../engine/index';
import type { SessionInfo, SessionState } from './api';
import { untilQuiet } from './at-work';
import { withStorage } from './storage-refused';
import { unlessStoring } from './storing';

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

let opened: UseStore | null = null;
export const store = (): UseStore => (opened ??= createStore('tessera', 'sessions'));

const stateKey = (id: string): string => `state/${id}`;
const resultsKey = (id: string): string => `results/${id}`;
const readKey = (id: string): string => `read/${id}`;
const fileKey = (id: string): string => `file/${id}`;
const pieceKey = (id: string, column: number, array: number, piece: number): string =>
  `cells/${id}/${column}/${array}/${piece}`;

/** The files of a session after the first are stored as parts of it. */
const partOf = (id: string, part: number): string => (part === 0 ? id : `${id}/file-${part}`);

/** Stores what each file was read into; fewer than before leave the others behind, which does no harm. */
export async function saveFiles(
  id: string,
  files: readonly { read: ReadResult; file: Blob | null }[],
): Promise<void> {
  for (const [part, { read, file }] of files.entries()) await saveRead(partOf(id, part), read, file);
}

/** Stores what a file was read into, column by column. The file itself is kept too where the browser has room. */
function saveRead(id: string, read: ReadResult, file: Blob | null): Promise<void> {
  return withStorage(
    () => saveCells(id, read, file),
    () => bytesOf(read),
  );
}

const bytesOf = ({ table }: ReadResult): number =>
  columnNames(table)
    .flatMap((name) => packCells(columnOf(table, name)))
    .reduce((sum, array) => sum + array.length, 0);

async function saveCells(id: string, read: ReadResult, file: Blob | null): Promise<void> {
  const sizes: number[][] = [];
  const late = performance.now() + PATIENCE_MS;
  for (const [column, name] of columnNames(read.table).entries()) {
    const arrays = packCells(columnOf(read.table, name));
    sizes.push(arrays.map((array) => array.length));
    for (const [array, bytes] of arrays.entries()) await savePieces(id, column, array, bytes, late);
  }
  const stored: StoredRead = { table: packTable(read.table), report: read.report, sizes };
  await set(readKey(id), stored, store());
  if (file) await set(fileKey(id), file, store()).catch(() => del(fileKey(id), store()));
}

/** A large array gives way to what a person waits for; a small one is stored before the tab could be closed. */
async function savePieces(
  id: string,
  column: number,
  array: number,
  bytes: Uint8Array,
  late: number,
): Promise<void> {
  for (let piece = 0; piece * PIECE < bytes.length; piece++) {
    if (bytes.length > PIECE) await untilQuiet(late);
    const copy = bytes.slice(piece * PIECE, (piece + 1) * PIECE);
    await set(pieceKey(id, column, array, piece), copy, store());
  }
}

/** What was last understood, and what the present recipe learnt. */
interface StoredResults {
  understanding: Understanding;
  fits: Record<string, unknown> | null;
}

/** Stores the history with the results it has come to. */
export async function saveState(
  state: SessionState,
  understanding: Understanding,
  fits: Readonly<Record<string, unknown>> | null,
): Promise<void> {
  const results: StoredResults = { understanding, fits };
  const { id } = state.info;
  await withStorage(() =>
    setMany(
      [
        [stateKey(id), state],
        [resultsKey(id), results],
      ],
      store(),
    ),
  );
}

export interface Stored extends StoredResults {
  state: SessionState;
  /** All files that were read, in that order; one at least. */
  files: readonly StoredFile[];
}

interface StoredFile {
  read: ReadResult;
  file: Blob | null;
}

/** A stored session, or null if it is not there or not whole. */
export async function loadSession(
  id: string,
  breathe: (progress: Progress) => Promise<void> | undefined,
): Promise<Stored | null> {
  const [state, results] = await withStorage(() =>
    Promise.all([get<SessionState>(stateKey(id), store()), get<StoredResults>(resultsKey(id), store())]),
  );
  if (!state || !results) return null;
  const files: StoredFile[] = [];
  for (;;) {
    const next = await loadFile(partOf(id, files.length), breathe);
    if (!next) break;
    files.push(next);
  }
  return files.length > 0 ? { ...results, state, files } : null;
}

/** The present recipe of a stored session with what it learnt; null where no step has run. */
export async function loadModel(id: string): Promise<Model | null> {
  const [state, results] = await withStorage(() =>
    Promise.all([get<SessionState>(stateKey(id), store()), get<StoredResults>(resultsKey(id), store())]),
  );
  const recipe = state?.history[state.cursor]?.recipe;
  if (!recipe || recipe.steps.length === 0 || !results?.fits) return null;
  return { format: 'tessera-model', version: 1, recipe, fits: results.fits };
}

/** The present recipe of a stored session; null where it is gone. */
export async function loadRecipe(id: string): Promise<Recipe | null> {
  const state = await withStorage(() => get<SessionState>(stateKey(id), store()));
  return state?.history[state.cursor]?.recipe ?? null;
}

/** A stored file, or null if it is not there or not whole. */
async function loadFile(
  id: string,
  breathe: (progress: Progress) => Promise<void> | undefined,
): Promise<StoredFile | null> {
  const [stored, file] = await withStorage(() =>
    Promise.all([get<StoredRead>(readKey(id), store()), get<Blob>(fileKey(id), store())]),
  );
  if (!stored) return null;
  const cells: Uint8Array[][] = [];
  for (const [column, sizes] of stored.sizes.entries()) {
    await breathe({ phase: 'restoring', done: column, total: stored.sizes.length, unit: 'rounds' });
    const arrays: Uint8Array[] = [];
    for (const [array, size] of sizes.entries()) {
      const bytes = await withStorage(() => loadPieces(id, column, array, size));
      if (!bytes) return null;
      arrays.push(bytes);
    }
    cells.push(arrays);
  }
  const table = unpackTable(stored.table, cells);
  return { read: { table, report: stored.report }, file: file ?? null };
}

async function loadPieces(
  id: string,
  column: number,
  array: number,
  size: number,
): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(size);
  for (let piece = 0; piece * PIECE < size; piece++) {
    const part = await get<Uint8Array>(pieceKey(id, column, array, piece), store());
    if (!part) return null;
    bytes.set(part, piece * PIECE);
  }
  return bytes;
}

/** The stored sessions, last changed first. */
export function listSessions(): Promise<SessionInfo[]> {
  return withStorage(async () => {
    const ids = (await keys<string>(store())).filter((key) => key.startsWith('state/'));
    const states = await Promise.all(ids.map((key) => get<SessionState>(key, store())));
    return states.flatMap((state) => (state ? [state.info] : [])).sort((a, b) => b.changed - a.changed);
  });
}

export function renameSession(id: string, name: string): Promise<void> {
  return withStorage(async () => {
    const state = await get<SessionState>(stateKey(id), store());
    if (state) await set(stateKey(id), { ...state, info: { ...state.info, name } }, store());
  });
}

export function deleteSession(id: string): Promise<void> {
  return withStorage(async () => {
    const own = ['state', 'results', 'read', 'file', 'labels', 'reused'].map((kind) => `${kind}/${id}`);
    const parts = (await keys<string>(store())).filter((key) =>
      ['cells', 'read', 'file'].some((kind) => key.startsWith(`${kind}/${id}/`)),
    );
    await delMany([...own, ...parts], store());
  });
}

/** Takes away what a tab left that was closed while it stored; nothing else would ever free that room. */
export async function removeUnfinished(): Promise<void> {
  const all = await withStorage(() => keys<string>(store()));
  const whole = new Set(all.filter((key) => key.startsWith('state/')).map(idOf));
  const unfinished = new Set(all.map(idOf).filter((id) => id !== '' && !whole.has(id)));
  for (const id of unfinished) await unlessStoring(id, () => deleteIfUnfinished(id));
}

/** Empty for what is no part of a session. */
const idOf = (key: string): string => key.split('/')[1] ?? '';

/** The tab that stored it may have finished since the keys were read. */
async function deleteIfUnfinished(id: string): Promise<void> {
  const state = await withStorage(() => get<SessionState>(stateKey(id), store()));
  if (!state) await deleteSession(id);
}

/** What is kept beside the sessions goes too. */
export const deleteAllSessions = (): Promise<void> => withStorage(() => clear(store()));
