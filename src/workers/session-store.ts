import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';

let opened: UseStore | null = null;
/** Where sessions are stored, and what is kept beside them. */
export const store = (): UseStore => (opened ??= createStore('tessera', 'sessions'));

export type Entries = readonly (readonly [key: string, value: unknown])[];

/**
 * Stores all of it or nothing, whenever the tab may be closed. What is to be stored is said once it is known what is
 * there; null: nothing. True if it was stored.
 */
export function putAfter(
  seen: readonly string[],
  make: (found: readonly unknown[]) => Entries | null,
): Promise<boolean> {
  return store()('readwrite', async (objects) => {
    const found: unknown[] = [];
    let stored = false;
    // In the way of callbacks: a transaction ends where it waits for anything else.
    const next = (): void => {
      if (found.length < seen.length) {
        const asked = objects.get(seen[found.length]!);
        asked.onsuccess = () => {
          found.push(asked.result);
          next();
        };
        return;
      }
      const entries = make(found);
      stored = entries !== null;
      for (const [key, value] of entries ?? []) objects.put(value, key);
    };
    next();
    await promisifyRequest(objects.transaction);
    return stored;
  });
}
