import type { Restored } from '../../workers/api';
import type { SavedFile } from '../../workers/recipe-api';
import type { WantedSession } from '../../workers/session-files-api';
import { saveAs } from './save-as';
import type { WatchedWork } from './watched-work.svelte';

/** A locked session file that waits for its passphrase. */
interface Locked {
  file: File;
  /** The last one given does not open it. */
  wrong: boolean;
}

/** Sessions saved as files, and opened from them. */
export class SessionFiles {
  readonly #work: WatchedWork;
  readonly #opened: (restored: Restored) => Promise<void>;
  readonly #held: (saved: SavedFile) => Promise<boolean>;
  #locked = $state.raw<Locked | null>(null);

  /**
   * @param opened the work of a file is on the desk
   * @param held a file without rows held a recipe, which waits for a table
   */
  constructor(
    work: WatchedWork,
    opened: (restored: Restored) => Promise<void>,
    held: (saved: SavedFile) => Promise<boolean>,
  ) {
    this.#work = work;
    this.#opened = opened;
    this.#held = held;
  }

  get locked(): Locked | null {
    return this.#locked;
  }

  /** Opens the file, or asks for its passphrase. What came of it; null: nothing yet, or an error. */
  async open(file: File, passphrase: string | null = null): Promise<'session' | 'model' | null> {
    const opened = await this.#work.do('restoring', (api, call, watch) =>
      api.openSessionFile(call, file, passphrase, watch),
    );
    if (!opened) {
      this.#ask(file);
      return null;
    }
    this.#locked = null;
    if (opened.kind === 'session') await this.#opened(opened.restored);
    else if (!(await this.#held(opened.saved))) return null;
    return opened.kind;
  }

  #ask(file: File): void {
    const code = this.#work.error?.code;
    const asks = code === 'needs-passphrase' || code === 'wrong-passphrase';
    this.#locked = asks ? { file, wrong: code === 'wrong-passphrase' } : null;
    if (asks) this.#work.dismiss();
  }

  /** The passphrase is not at hand. */
  leave(): void {
    this.#locked = null;
  }

  /** Hands the session file to the browser. True if it was written. */
  async save(wanted: WantedSession, name: string): Promise<boolean> {
    const blob = await this.#work.do('exporting', (api, call, watch) =>
      api.saveSessionFile(call, wanted, null, watch),
    );
    if (blob) saveAs(blob, name);
    return blob !== null;
  }
}
