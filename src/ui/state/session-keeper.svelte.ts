import type { Understanding } from '../../engine/index';
import type { AiAnswer, Moment, Outcome, SessionInfo, SessionState } from '../../workers/api';
import type { EngineClient } from '../../workers/client';
import type { KeptCampaign } from '../../workers/kept-campaign';
import type { KeptLists } from '../../workers/kept-lists';
import type { PlainError } from '../../workers/wire';
import { newId, SessionHold } from './session-hold';
import { SessionNews } from './session-news';
import { StorageRoom } from './storage-room.svelte';

export interface Snapshot {
  history: readonly Moment[];
  cursor: number;
  segments: number | null;
  /** What an AI said about the charts. */
  answers: readonly AiAnswer[];
  /** What was chosen for a file for a service. */
  campaign: KeptCampaign | null;
  /** What was chosen for lists. */
  lists: KeptLists | null;
}

/** Which files are read, and what was said of their columns: with it the cells change. */
function cellsOf({ history, cursor }: Snapshot): string {
  const { columns = [], files = [] } = history[cursor]?.choice ?? {};
  return JSON.stringify([columns, files]);
}

/** What is said of a session in the list of them. */
export const infoOf = ({ report }: Understanding, { segments }: Snapshot, name: string): SessionInfo => ({
  id: newId(),
  name,
  file: report.name,
  bytes: report.bytes,
  rows: report.rows,
  columns: report.columns.length,
  segments,
  changed: Date.now(),
});

/** The work as it is stored. */
export const stateOf = (
  info: SessionInfo,
  { history, cursor, answers, campaign, lists }: Snapshot,
): SessionState => ({
  info,
  history,
  cursor,
  ...(answers.length > 0 && { answers }),
  ...(campaign && { campaign }),
  ...(lists && { lists }),
});

const SAMPLE = 'sample-shop.csv';
const TAB_KEY = 'tessera-session';

/** Keeps the session of this tab stored, and knows the others. */
export class SessionKeeper {
  readonly #client: EngineClient;
  readonly room = new StorageRoom();
  readonly #hold = new SessionHold(() => this.#lose());
  readonly #news = new SessionNews(() => void this.#list());
  #sessions = $state.raw<readonly SessionInfo[]>([]);
  #error = $state.raw<PlainError | null>(null);
  #elsewhere = $state.raw<SessionInfo | null>(null);
  #lost = $state.raw<string | null>(null);
  #info: SessionInfo | null = null;
  /** What decided which cells were stored. */
  #cells = '';
  /** How many storings of cells are under way. */
  #storing = 0;
  #last: Promise<unknown> = Promise.resolve();

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
    return this.#storing > 0 ? null : (this.#info?.id ?? null);
  }
  /** Names the tab that stores. */
  get holder(): string {
    return this.#hold.holder;
  }
  /** A session that was to be opened, and that another tab has: a person decides. */
  get elsewhere(): SessionInfo | null {
    return this.#elsewhere;
  }
  /** Name of the work of this tab, which another tab has taken over. */
  get lost(): string | null {
    return this.#lost;
  }

  /** A new file: its columns are stored whole, once. */
  async begin(
    understanding: Understanding,
    snapshot: Snapshot,
    { name = understanding.report.name }: { name?: string } = {},
  ): Promise<void> {
    const info = infoOf(understanding, snapshot, name);
    this.#info = info;
    this.#lost = null;
    this.#cells = cellsOf(snapshot);
    this.#remember(null);
    void this.#store(info, snapshot, true);
    await this.#hold.take(info.id, 'if-free');
  }

  /** The history or the results have changed, or which cells there are to store. Resolves when it is stored. */
  async update(snapshot: Snapshot): Promise<void> {
    if (!this.#info) return;
    const cells = cellsOf(snapshot);
    const whole = cells !== this.#cells;
    this.#cells = cells;
    this.#info = { ...this.#info, segments: snapshot.segments, changed: Date.now() };
    await this.#store(this.#info, snapshot, whole);
  }

  /** Asked for at once, while the worker has what the snapshot tells of; it stores one after another. */
  #store(info: SessionInfo, snapshot: Snapshot, whole: boolean): Promise<void> {
    const state = stateOf(info, snapshot);
    const saving = this.#client.ask((api) => api.saveSession(state, whole, this.holder));
    if (whole) this.#storing++;
    const stored = saving.then(async (saved) => {
      if (whole) this.#storing--;
      await this.#stored(info, saved, whole);
    });
    this.#last = stored;
    return stored;
  }

  async #stored({ id }: SessionInfo, saved: Outcome<unknown>, whole: boolean): Promise<void> {
    const isMine = this.#info?.id === id;
    if (isMine && 'error' in saved && saved.error.code === 'session-taken') return this.#lose();
    if (isMine) this.#heed(saved);
    if (!saved.ok) {
      // Without its cells nothing that follows can be stored.
      if (isMine && whole) this.leave();
      return;
    }
    if (isMine) this.#remember(id);
    await this.#changed();
    if (isMine && whole && this.#isFirst(id)) await this.room.askToKeep();
  }

  /** Nobody needs the sample kept. */
  #isFirst(id: string): boolean {
    const own = this.#sessions.filter(({ file }) => file !== SAMPLE);
    return own.length === 1 && own[0]!.id === id;
  }

  resume(info: SessionInfo, snapshot: Snapshot): void {
    this.#cells = cellsOf(snapshot);
    this.#info = info;
    this.#lost = null;
    this.#remember(info.id);
  }

  leave(): void {
    this.#info = null;
    this.#lost = null;
    this.#hold.letGo();
    this.#remember(null);
  }

  /** Makes the session this tab's. False if another tab has it, which is to be asked about. */
  async take(id: string, how: 'if-free' | 'reloaded' | 'over'): Promise<boolean> {
    const taken = await this.#hold.take(id, how);
    this.#elsewhere = taken ? null : (this.#sessions.find((one) => one.id === id) ?? null);
    return taken;
  }

  /** What was to be opened did not open: this tab has what it had. */
  async backTo(id: string | null): Promise<void> {
    if (id === null) this.#hold.letGo();
    else await this.#hold.take(id, 'if-free');
  }

  /** What was asked about a session of another tab is answered. */
  leaveElsewhere(): void {
    this.#elsewhere = null;
  }

  /** Nothing of this tab is stored any more. */
  #lose(): void {
    if (!this.#info) return;
    this.#lost = this.#info.name;
    this.#info = null;
    this.#hold.letGo();
    this.#remember(null);
  }

  /** A person knows that this work is stored by another tab. */
  dismissLost(): void {
    this.#lost = null;
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

  async #changed(): Promise<void> {
    this.#news.tell();
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
    await this.#changed();
  }

  async delete(id: string): Promise<void> {
    if (this.#info?.id === id) {
      this.leave();
      await this.#last;
    }
    this.#heed(await this.#client.ask((api) => api.deleteSession(id)));
    await this.#changed();
  }

  async deleteAll(): Promise<void> {
    this.leave();
    await this.#last;
    this.#heed(await this.#client.ask((api) => api.removeEverything()));
    await this.#changed();
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
}
