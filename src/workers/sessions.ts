import { clear, delMany, get, keys } from 'idb-keyval';
import type { Model, Progress, ReadResult, Recipe, Understanding } from '../engine/index';
import type { SessionInfo, SessionState } from './api';
import type { SessionToSave } from './session-file/write-session';
import { putAfter, store, type Entries } from './session-store';
import { StorageRefused, withStorage } from './storage-refused';
import {
  filesToSave,
  hasOthers,
  loadFiles,
  removeFiles,
  removeStock,
  saveFiles,
  type Place,
  type StoredFile,
} from './stored-files';
import { loadReused } from './stored-labels';
import { unlessStoring, whileStoring } from './storing';

const stateKey = (id: string): string => `state/${id}`;
const resultsKey = (id: string): string => `results/${id}`;
/** Which tab has the session. */
const holderKey = (id: string): string => `holder/${id}`;

/** What was last understood, and what the present recipe learnt. */
interface StoredResults {
  understanding: Understanding;
  fits: Record<string, unknown> | null;
}

/** Earlier versions stored files in one place only and do not name it. */
type StoredState = SessionState & { files?: Place };

export interface StateToSave extends StoredResults {
  state: SessionState;
  /** What is stored in the same moment beside it. */
  beside: Entries;
  /** The tab that stores; another that took the session over since is not stored over. */
  holder: string;
}

/** Stores the history with the results it has come to, in one moment. @throws StorageRefused */
export const saveState = (save: StateToSave): Promise<void> => commit(save, null);

/** The same with what was read of the files. What was stored before stays whole until that moment. @throws StorageRefused */
export function saveWhole(
  save: StateToSave,
  files: readonly { read: ReadResult; file: Blob | null }[],
): Promise<void> {
  const { id } = save.state.info;
  return whileStoring(id, async () => {
    const stock = stockName();
    let place: Place;
    try {
      place = await saveFiles(id, stock, files);
      await commit(save, place);
    } catch (error) {
      await removeStock(id, stock).catch(() => undefined);
      throw error;
    }
    await removeFiles(id, place);
  });
}

const stockName = (): string => `at-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;

async function commit(save: StateToSave, files: Place | null): Promise<void> {
  const { state, understanding, fits, beside, holder } = save;
  const { id } = state.info;
  const stored = await withStorage(() =>
    putAfter([holderKey(id), stateKey(id)], ([owner, before]) => {
      const known = before as StoredState | undefined;
      if (owner !== undefined ? owner !== holder : !known && !files) return null;
      const place = files ?? known?.files;
      // Another tab may have given it another name.
      const info = { ...state.info, ...(known && { name: known.info.name }) };
      const now: StoredState = { ...state, info, ...(place && { files: place }) };
      const results: StoredResults = { understanding, fits };
      return [[holderKey(id), holder], [stateKey(id), now], [resultsKey(id), results], ...beside];
    }),
  );
  if (!stored) throw new StorageRefused('session-taken', { name: state.info.name });
}

/** From now on the session is this tab's; what another stores of it is refused. */
export async function takeSession(id: string, holder: string): Promise<void> {
  await withStorage(() =>
    putAfter([stateKey(id)], ([state]) => (state === undefined ? null : [[holderKey(id), holder]])),
  );
}

export interface Stored extends StoredResults {
  state: SessionState;
  /** All files that were read, in that order; one at least. */
  files: readonly StoredFile[];
}

async function loadState(id: string): Promise<{ state: StoredState; results: StoredResults } | null> {
  const [state, results] = await withStorage(() =>
    Promise.all([get<StoredState>(stateKey(id), store()), get<StoredResults>(resultsKey(id), store())]),
  );
  return state && results ? { state, results } : null;
}

/** A stored session, or null if it is not there or not whole. */
export async function loadSession(
  id: string,
  breathe: (progress: Progress) => Promise<void> | undefined,
): Promise<Stored | null> {
  for (let before: string | undefined; ;) {
    const found = await loadState(id);
    if (!found) return null;
    const { files: place, ...state } = found.state;
    const files = await loadFiles(id, place, breathe);
    if (files) return files.length > 0 ? { ...found.results, state, files } : null;
    // Another tab that has it open may have stored it anew meanwhile.
    if (!place || place.stock === before) return null;
    before = place.stock;
  }
}

/** A stored session to be written into a file, without its table being made; null if it is not there or not whole. */
export async function sessionToSave(id: string): Promise<SessionToSave | null> {
  const found = await loadState(id);
  if (!found) return null;
  const { files: place, ...state } = found.state;
  const files = await filesToSave(id, place);
  return files && { state, ...found.results, files, reused: await loadReused(id) };
}

/** The present recipe of a stored session with what it learnt; null where no step has run. */
export async function loadModel(id: string): Promise<Model | null> {
  const { state, results } = (await loadState(id)) ?? {};
  const recipe = state?.history[state.cursor]?.recipe;
  if (!recipe || recipe.steps.length === 0 || !results?.fits) return null;
  return { format: 'tessera-model', version: 1, recipe, fits: results.fits };
}

/** The present recipe of a stored session; null where it is gone. */
export async function loadRecipe(id: string): Promise<Recipe | null> {
  const state = await withStorage(() => get<SessionState>(stateKey(id), store()));
  return state?.history[state.cursor]?.recipe ?? null;
}

/** The stored sessions, last changed first. */
export async function listSessions(): Promise<SessionInfo[]> {
  return (await withStorage(allStates))
    .map(({ info, files }) => ({ ...info, ...(files && { stored: files.bytes }) }))
    .sort((a, b) => b.changed - a.changed);
}

async function allStates(): Promise<StoredState[]> {
  const ids = (await keys<string>(store())).filter((key) => key.startsWith('state/'));
  const states = await Promise.all(ids.map((key) => get<StoredState>(key, store())));
  return states.filter((state) => state !== undefined);
}

export function renameSession(id: string, name: string): Promise<void> {
  return withStorage(async () => {
    await putAfter([stateKey(id)], ([found]) => {
      const state = found as StoredState | undefined;
      return state ? [[stateKey(id), { ...state, info: { ...state.info, name } }]] : null;
    });
  });
}

export async function deleteSession(id: string): Promise<void> {
  const own = ['state', 'results', 'labels', 'reused', 'holder'].map((kind) => `${kind}/${id}`);
  await withStorage(() => delMany(own, store()));
  await removeFiles(id, null);
}

/** Takes away what a tab left that was closed while it stored; nothing else would ever free that room. */
export async function removeUnfinished(): Promise<void> {
  const all = await withStorage(() => keys<string>(store()));
  const whole = new Set(all.filter((key) => key.startsWith('state/')).map(idOf));
  const unfinished = new Set(all.map(idOf).filter((id) => id !== '' && !whole.has(id)));
  for (const id of unfinished) await unlessStoring(id, () => deleteIfUnfinished(id));
  for (const { info, files } of await withStorage(allStates))
    if (files && hasOthers(all, info.id, files)) await unlessStoring(info.id, () => removeLeft(info.id));
}

/** Empty for what is no part of a session. */
const idOf = (key: string): string => key.split('/')[1] ?? '';

/** The tab that stored it may have finished since the keys were read. */
async function deleteIfUnfinished(id: string): Promise<void> {
  const state = await withStorage(() => get<SessionState>(stateKey(id), store()));
  if (!state) await deleteSession(id);
}

async function removeLeft(id: string): Promise<void> {
  const state = await withStorage(() => get<StoredState>(stateKey(id), store()));
  if (state?.files) await removeFiles(id, state.files);
}

/** What is kept beside the sessions goes too. */
export const deleteAllSessions = (): Promise<void> => withStorage(() => clear(store()));
