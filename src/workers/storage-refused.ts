/**
 * The browser's storage said no: there is no room (with bytes needed and free, where known), there is no storage, or
 * another tab has taken the session over (with its name).
 */
export class StorageRefused extends Error {
  constructor(
    readonly code: 'storage-full' | 'storage-refused' | 'session-taken',
    readonly details: Readonly<Record<string, string | number>>,
  ) {
    super(code);
    this.name = 'StorageRefused';
  }
}

/** Does what needs the storage; whatever the browser throws comes out as `StorageRefused`. `bytes` says how much was needed. */
export async function withStorage<T>(work: () => Promise<T>, bytes?: () => number): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    if (!(thrown instanceof Error) || thrown.name !== 'QuotaExceededError')
      throw new StorageRefused('storage-refused', { reason });
    throw new StorageRefused('storage-full', { reason, ...(await shortfall(bytes?.() ?? 0)) });
  }
}

/** Nothing where the browser's own estimate contradicts its refusal. */
async function shortfall(needed: number): Promise<{ needed: number; free: number } | null> {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  if (quota === undefined || usage === undefined) return null;
  const free = Math.max(quota - usage, 0);
  return free < needed ? { needed, free } : null;
}
