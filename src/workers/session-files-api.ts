import type { Outcome, Restored, SessionState, Watch } from './api';
import type { SavedFile } from './recipe-api';

/** A session file that is wanted. */
export interface WantedSession {
  /** What is open, with the history the page knows, or a stored session by its id. */
  of: { open: SessionState } | { id: string };
  /** All there is, or recipe and model without rows. */
  content: 'session' | 'model';
  /** Null: not locked. */
  passphrase: string | null;
}

/** What a session file gave: the work, which is open now, or a recipe that waits for a file. */
export type SessionFileOpened = { kind: 'session'; restored: Restored } | { kind: 'model'; saved: SavedFile };

/** Sessions as files. */
export interface SessionFilesApi {
  /** Writes a session file: into `into` where one is given, else to be handed over as a whole. */
  saveSessionFile(
    call: number,
    wanted: WantedSession,
    into: FileSystemFileHandle | null,
    watch: Watch,
  ): Promise<Outcome<Blob | null>>;
  /**
   * Opens a session file. Where it does not open, what is open stays open.
   * @param passphrase null: none was given; a locked file asks for it by `needs-passphrase`
   */
  openSessionFile(
    call: number,
    file: File,
    passphrase: string | null,
    watch: Watch,
  ): Promise<Outcome<SessionFileOpened>>;
}
