import { EngineError, type Recipe, type Work } from '../engine/index';
import type { SessionState } from './api';
import { blobSource } from './blob-source';
import { asBlob, intoFile } from './exports/hand-over';
import type { HeldFile } from './held-files';
import type { Run, Source } from './on-the-desk';
import type { SavedFile } from './recipe-api';
import type { SavedSession } from './session-file/read-session';
import type { ModelToSave, SessionToSave } from './session-file/write-session';
import type { WantedSession } from './session-files-api';
import { sessionToSave } from './sessions';
import type { Reused } from './stored-labels';

/** What lies on the desk, as far as it belongs to the session. */
export interface OnTheDesk {
  held: readonly HeldFile[];
  source: Source;
  run: Run | null;
  reused: Reused | null;
}

/** What a browser calls it. */
const TYPE = 'application/x-tessera-session';

/** @throws EngineError; Stopped */
export async function saveSessionFile(
  { of, content, passphrase }: WantedSession,
  desk: () => OnTheDesk,
  into: FileSystemFileHandle | null,
  work: Work,
): Promise<Blob | null> {
  const { fileOnDesk, modelFile, sessionFile } = await import('./session-file/write-session');
  const onDesk = (state: SessionState): SessionToSave => {
    const { held, source, run, reused } = desk();
    const files = held.map(({ read, file }) => fileOnDesk(read, file));
    return { state, understanding: source.understanding, fits: run?.outcome.fits ?? null, files, reused };
  };
  const session = 'open' in of ? onDesk(of.open) : await sessionToSave(of.id);
  if (!session) throw new EngineError('unreadable-file', { file: '', reason: 'session-gone' });
  const bytes =
    content === 'session' ? sessionFile(session, passphrase) : modelFile(modelIn(session), passphrase);
  const watched = breathing(bytes, sizeOf(session), work);
  if (!into) return asBlob(watched, TYPE);
  await intoFile(watched, into);
  return null;
}

const sizeOf = ({ files }: SessionToSave): number =>
  files.reduce(
    (all, { sizes, file }) => all + (file?.size ?? 0) + sizes.flat().reduce((a, b) => a + b, 0),
    0,
  );

/** The history is not part of it, the present recipe is. */
function modelIn({ state, fits }: SessionToSave): ModelToSave {
  const { recipe } = state.history[state.cursor]!;
  return { name: state.info.name, recipe, fits: recipe.steps.length > 0 ? fits : null };
}

async function* breathing(
  parts: AsyncIterable<Uint8Array>,
  total: number,
  work: Work,
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const part of parts) {
    // What is written is smaller than what it is made of.
    done = Math.min(done + part.length, total);
    await work.breathe({ phase: 'writing', done, total, unit: 'bytes' });
    yield part;
  }
}

/** @throws EngineError; Stopped */
export async function readSavedSession(
  file: File,
  passphrase: string | null,
  work: Work,
): Promise<SavedSession> {
  const { readSessionFile } = await import('./session-file/read-session');
  return readSessionFile(blobSource(file, file.name), passphrase, work);
}

/** A recipe from a session file, as the file of a recipe or a model would hold it. */
export function asSavedFile(name: string, recipe: Recipe, fits: Record<string, unknown> | null): SavedFile {
  const content = fits ? { format: 'tessera-model', version: 1, recipe, fits } : recipe;
  return { name, text: JSON.stringify(content) };
}
