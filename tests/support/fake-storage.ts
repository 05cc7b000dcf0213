/** A browser's storage as far as sessions need it: transactions that come whole or not at all, each noted as it is done. */
export class FakeStorage {
  values = new Map<string, unknown>();
  /** What was stored after each transaction that stored anything. */
  readonly moments: ReadonlyMap<string, unknown>[] = [];
  /** Throws to refuse what would be stored. */
  refuse: (key: string) => void = () => undefined;

  /** Nothing is stored any more but this: such as what was there right behind one of the transactions. */
  forget(but: ReadonlyMap<string, unknown> = new Map()): void {
    this.values = new Map(but);
    this.moments.length = 0;
    this.refuse = () => undefined;
  }

  /** In the place of `indexedDB`. */
  readonly indexedDB = {
    open: () => {
      const opening: { onsuccess?: () => void; result?: unknown } = {};
      opening.result = { transaction: () => this.#transaction() };
      queueMicrotask(() => opening.onsuccess?.());
      return opening;
    },
  };

  #transaction() {
    const changes: ((values: Map<string, unknown>) => void)[] = [];
    const waiting: (() => void)[] = [];
    const transaction = {
      oncomplete: undefined as (() => void) | undefined,
      onabort: undefined as (() => void) | undefined,
      error: null as unknown,
      objectStore: () => objects,
    };
    const ask = <T>(make: () => T) => {
      const request = {
        result: undefined as T | undefined,
        onsuccess: undefined as (() => void) | undefined,
      };
      waiting.push(() => {
        request.result = make();
        request.onsuccess?.();
      });
      return request;
    };
    const objects = {
      transaction,
      get: (key: string) => ask(() => structuredClone(this.values.get(key))),
      getAllKeys: () => ask(() => [...this.values.keys()]),
      put: (value: unknown, key: string) => {
        const kept = structuredClone(value);
        changes.push((values) => {
          this.refuse(key);
          values.set(key, kept);
        });
      },
      delete: (key: string) => changes.push((values) => values.delete(key)),
      clear: () => changes.push((values) => values.clear()),
    };
    const turn = (): void => {
      for (let next = waiting.shift(); next; next = waiting.shift()) next();
      try {
        const after = new Map(this.values);
        for (const change of changes) change(after);
        if (changes.length > 0) this.moments.push(after);
        this.values = after;
        transaction.oncomplete?.();
      } catch (error) {
        transaction.error = error;
        transaction.onabort?.();
      }
    };
    setImmediate(turn);
    return transaction;
  }
}
