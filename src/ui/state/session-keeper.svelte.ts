import type { Understanding } from '../../engine/index';
import type { Moment, Outcome, SessionInfo } from '../../workers/api';
import type { EngineClient } from '../../workers/client';
import type { PlainError } from '../../workers/wire';

export interface Snapshot {
  history: readonly Moment[];
  cursor: number;
  segments: number | null;
}

/** Which files are read, and what was said of their columns: with it the cells change. */
function cellsOf({ history, cursor }: Snapshot): string {
  const { columns = [], files = [] } = history[cursor]?.choice ?? {};
  return JSON.stringify([columns, files]);
}

const TAB_KEY = 'tessera-session';

/** Keeps the session of this tab stored, and knows the others. Storing is one at a time and never in the way. */
export class SessionKeeper {
  readonly #client: EngineClient;
  #sessions = $state.raw<readonly SessionInfo[]>([]);
  #error = $state.raw<PlainError | null>(null);
  #info: SessionInfo | null = null;
  /** What decided which cells were stored. */
  #stored = '';
  #queue: Promise<void> = Promise.resolve();

  constructor(client: EngineClient) {
    this.#client = client;
  }

  get sessions(): readonly SessionInfo[] {
    return this.#sessions;
  }
  /** A refusal of the browser's storage; nothing is lost while the tab is open. */
  get error(): PlainError | null {
    return this.#error;
  }
  /** The session of this tab once it is wholly stored. */
  get current(): string | null {
    return this.#info?.id ?? null;
  }

  /** A new file: its columns are stored whole, once. */
  begin(understanding: Understanding, snapshot: Snapshot, name = understanding.report.name): Promise<void> {
    const { report } = understanding;
    const info: SessionInfo = {
      id: crypto.randomUUID(),
      name,
      file: report.name,
      bytes: report.bytes,
      rows: report.rows,
      columns: report.columns.length,
      segments: null,
      changed: Date.now(),
    };
    this.#info = null;
    this.#stored = cellsOf(snapshot);
    this.#remember(null);
    this.#later(async () => {
      if (!(await this.#save(info, snapshot, true))) return;
      this.#info = info;
      this.#remember(info.id);
    });
    return Promise.resolve();
  }

  /** The history or the results have changed, or which cells there are to store. */
  update(snapshot: Snapshot): Promise<void> {
    const cells = cellsOf(snapshot);
    if (cells !== this.#stored) this.#again(snapshot);
    this.#stored = cells;
    this.#later(async () => {
      if (!this.#info) return;
      this.#info = { ...this.#info, segments: snapshot.segments, changed: Date.now() };
      await this.#save(this.#info, snapshot, false);
    });
    return this.#queue;
  }

  /** The table was read anew in the same session. */
  #again(snapshot: Snapshot): void {
    this.#later(async () => {
      const info = this.#info;
      if (!info) return;
      this.#info = null;
      if (!(await this.#save({ ...info, segments: snapshot.segments, changed: Date.now() }, snapshot, true)))
        return;
      this.#info = info;
    });
  }

  async #save(info: SessionInfo, { history, cursor }: Snapshot, whole: boolean): Promise<boolean> {
    const saved = await this.#client.ask((api) => api.saveSession({ info, history, cursor }, whole));
    this.#heed(saved);
    if (saved.ok) await this.#list();
    else if (whole) await this.#client.ask((api) => api.deleteSession(info.id));
    return saved.ok;
  }

  resume(info: SessionInfo, snapshot: Snapshot): void {
    this.#stored = cellsOf(snapshot);
    this.#info = info;
    this.#remember(info.id);
  }

  leave(): void {
    this.#info = null;
    this.#remember(null);
  }

  /** The session this tab had open before it was reloaded. */
  lastOfThisTab(): string | null {
    try {
      return sessionStorage.getItem(TAB_KEY);
    } catch {
      return null;
    }
  }

  #remember(id: string | null): void {
    try {
      if (id === null) sessionStorage.removeItem(TAB_KEY);
      else sessionStorage.setItem(TAB_KEY, id);
    } catch (refused) {
      this.#error = { code: 'storage-refused', details: { reason: String(refused) }, step: null };
    }
  }

  async refresh(): Promise<void> {
    await this.#list();
  }

  async #list(): Promise<void> {
    const listed = await this.#client.ask((api) => api.sessions());
    if (listed.ok) this.#sessions = listed.value;
    // Where nothing can be stored nothing is listed; that is said when there is something to store.
    else if ('error' in listed && listed.error.code !== 'storage-refused') this.#heed(listed);
  }

  async rename(id: string, name: string): Promise<void> {
    this.#heed(await this.#client.ask((api) => api.renameSession(id, name)));
    if (this.#info?.id === id) this.#info = { ...this.#info, name };
    await this.#list();
  }

  async delete(id: string): Promise<void> {
    this.#heed(await this.#client.ask((api) => api.deleteSession(id)));
    if (this.#info?.id === id) this.leave();
    await this.#list();
  }

  async deleteAll(): Promise<void> {
    this.leave();
    await this.#queue;
    this.#heed(await this.#client.ask((api) => api.removeEverything()));
    await this.#list();
  }

  /** A stored session that does not open any more is taken off the list. */
  async forget(id: string): Promise<void> {
    if (this.lastOfThisTab() === id) this.#remember(null);
    await this.#list();
  }

  #heed(answer: Outcome<unknown>): void {
    if (answer.ok) this.#error = null;
    else if ('error' in answer) this.#error = answer.error;
  }

  #later(work: () => Promise<void>): void {
    this.#queue = this.#queue.then(work, work);
  }
}
