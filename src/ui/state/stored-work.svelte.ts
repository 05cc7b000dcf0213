import type { Restored, SessionState } from '../../workers/api';
import type { EngineClient } from '../../workers/client';
import { copyName } from './recipe-name';
import { infoOf, SessionKeeper, stateOf } from './session-keeper.svelte';
import { WorkAtHand } from './work-at-hand.svelte';

/** Work that is stored, brought back, and copied. */
export class StoredWork extends WorkAtHand {
  /** The stored sessions; that of this tab is kept up here. */
  readonly shelf: SessionKeeper;

  constructor(client: EngineClient) {
    super(client);
    this.shelf = new SessionKeeper(client);
  }

  /** What a person calls the work that is open: as it is stored, else as its file. */
  get workName(): string {
    const { sessions, current, lost } = this.shelf;
    return sessions.find(({ id }) => id === current)?.name ?? lost ?? this.known?.report.name ?? '';
  }

  /** The work that is open, as it would be stored. */
  get state(): SessionState {
    const snapshot = this.snapshot();
    return stateOf(infoOf(this.known!, snapshot, this.workName), snapshot);
  }

  /**
   * Opens a stored session. One that another tab has is asked about first (`shelf.elsewhere`).
   * @param how `over`: the other tab is to give it up; `reloaded`: it was open here before the page was reloaded
   */
  async openSession(id: string, how: 'if-free' | 'reloaded' | 'over' = 'if-free'): Promise<void> {
    const { current } = this.shelf;
    if (!(await this.shelf.take(id, how))) return;
    const { holder } = this.shelf;
    const back = await this.work.do('restoring', (api, call, watch) =>
      api.openSession(call, id, holder, watch),
    );
    if (!back) {
      await this.shelf.backTo(current);
      return this.shelf.forget(id);
    }
    this.#show(back);
    this.shelf.resume(back.state.info, this.snapshot());
  }

  /** Opens a copy of a stored session, which whoever has it keeps. */
  async openCopy(id: string): Promise<void> {
    this.shelf.leaveElsewhere();
    const back = await this.work.do('restoring', (api, call, watch) =>
      api.openSession(call, id, null, watch),
    );
    if (!back) return this.shelf.forget(id);
    await this.showAsNew(back, this.#copyOf(back.state.info.name));
  }

  /** What was read from a file or another session goes on as a session of its own. */
  async showAsNew(back: Restored, name = back.state.info.name): Promise<void> {
    this.#show(back);
    this.broughtBack = false;
    await this.shelf.begin(back.understanding, this.snapshot(), { name });
  }

  #show(back: Restored): void {
    this.known = back.understanding;
    this.history.restore(back.state.history, back.state.cursor);
    this.answers.restore(back.state.answers ?? []);
    this.kept.restore(back.state.campaign ?? null);
    this.keptLists.restore(back.state.lists ?? null);
    this.last.clear();
    this.last.take(back.run);
    this.fileAtHand = back.hasFile;
    this.from.files = [];
    this.broughtBack = true;
  }

  /** The work goes on in a copy under another name, which it gives; what was stored stays as it is. */
  async duplicate(): Promise<string> {
    const name = this.#copyOf(this.workName);
    await this.shelf.begin(this.known!, this.snapshot(), { name });
    return name;
  }

  readonly #copyOf = (name: string): string =>
    copyName(
      name,
      this.shelf.sessions.map((one) => one.name),
    );

  /** After a reload: the session this tab was in, if any. */
  async resume(): Promise<void> {
    await this.shelf.refresh();
    const id = this.shelf.lastOfThisTab();
    if (id !== null && this.shelf.sessions.some((one) => one.id === id))
      await this.openSession(id, 'reloaded');
  }
}
