/** What the browser says about its storage: how much there is, and whether it may clear it by itself. */
export class StorageRoom {
  #used = $state<number | null>(null);
  #free = $state<number | null>(null);
  #kept = $state<boolean | null>(null);
  #asked = false;
  #refused = $state(false);

  /** Bytes, all of the app; null where the browser does not say. */
  get used(): number | null {
    return this.#used;
  }
  get free(): number | null {
    return this.#free;
  }
  /** Whether the browser has promised not to clear it when the device gets full; null where it makes no promises. */
  get kept(): boolean | null {
    return this.#kept;
  }

  /** Whether it was asked at a person's word and made no promise. */
  get refused(): boolean {
    return this.#refused;
  }

  async refresh(): Promise<void> {
    const { storage } = navigator as { storage?: Partial<StorageManager> };
    const { usage, quota } = (await storage?.estimate?.().catch(() => null)) ?? {};
    this.#used = usage ?? null;
    this.#free = usage === undefined || quota === undefined ? null : Math.max(quota - usage, 0);
    this.#kept = (await storage?.persisted?.().catch(() => null)) ?? null;
  }

  /** Asks the browser to keep what is stored, which may ask the person: only once there is something to keep. */
  async askToKeep(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    await this.#ask();
  }

  /** The same at a person's word. */
  async keep(): Promise<void> {
    await this.#ask();
    this.#refused = this.#kept === false;
  }

  async #ask(): Promise<void> {
    const { storage } = navigator as { storage?: Partial<StorageManager> };
    if ((await storage?.persisted?.().catch(() => true)) ?? true) return this.refresh();
    await storage?.persist?.().catch(() => false);
    await this.refresh();
  }
}
