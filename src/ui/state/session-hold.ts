const lockOf = (id: string): string => `tessera-open/${id}`;
/** So long the document of a tab that was reloaded may still have its session. */
const UNLOADING_MS = 1000;

/** Letters and digits that no other tab comes upon. Also where a page may not ask for a UUID, on plain http. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** Which session this tab has, among all tabs of the app: one tab stores it. */
export class SessionHold {
  /** Names this tab where it stores. */
  readonly holder = newId();
  readonly #taken: () => void;
  #id: string | null = null;
  #release = (): void => undefined;

  /** @param taken another tab has taken the session over. */
  constructor(taken: () => void) {
    this.#taken = taken;
  }

  /**
   * Takes the session for this tab, which lets go of the one it had. False if another tab has it.
   * @param how `if-free`: at once; `reloaded`: as soon as the document that was here before lets go; `over`: from
   * whichever tab has it
   */
  async take(id: string, how: 'if-free' | 'reloaded' | 'over'): Promise<boolean> {
    if (this.#id === id) return true;
    const taken = (await this.#ask(id, how)) ?? (how === 'reloaded' ? await this.#ask(id, 'if-free') : null);
    return taken !== null;
  }

  #ask(id: string, how: 'if-free' | 'reloaded' | 'over'): Promise<true | null> {
    // Not there on plain http beyond this machine: there the tab that opens it last has it.
    const { locks } = navigator as { locks?: LockManager };
    if (!locks) {
      this.#id = id;
      return Promise.resolve(true);
    }
    const options: LockOptions =
      how === 'over'
        ? { steal: true }
        : how === 'if-free'
          ? { ifAvailable: true }
          : { signal: AbortSignal.timeout(UNLOADING_MS) };
    return new Promise((answer) => {
      const held = locks.request(lockOf(id), options, (lock) => {
        answer(lock && true);
        if (!lock) return undefined;
        this.letGo();
        this.#id = id;
        return new Promise<void>((release) => (this.#release = release));
      });
      held.catch(() => {
        answer(null);
        if (this.#id !== id) return;
        this.#id = null;
        this.#taken();
      });
    });
  }

  letGo(): void {
    this.#id = null;
    this.#release();
    this.#release = () => undefined;
  }
}
