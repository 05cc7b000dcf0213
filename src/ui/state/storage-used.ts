import { SHARE_CACHE } from '../../share-target/kept';

/** Bytes this address takes on the device, as the browser counts them, and what it would give; null: it does not say. */
export interface StorageUsed {
  used: number | null;
  room: number | null;
  /** Whether the browser keeps it even when the disk runs full. */
  persisted: boolean;
  /** Bytes of the app's own files, kept to open without a network. */
  app: number | null;
}

export async function storageUsed(): Promise<StorageUsed> {
  const { storage } = navigator;
  // An insecure page has none, and some browsers refuse in private windows.
  const [estimate, persisted, app] = await Promise.all([
    storage?.estimate().catch(() => null),
    storage?.persisted().catch(() => false),
    appBytes().catch(() => null),
  ]);
  return {
    used: estimate?.usage ?? null,
    room: estimate?.quota ?? null,
    persisted: persisted ?? false,
    app,
  };
}

async function appBytes(): Promise<number | null> {
  if (!('caches' in globalThis)) return null;
  let sum = 0;
  for (const name of await caches.keys()) {
    if (name === SHARE_CACHE) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      sum += (await response?.blob())?.size ?? 0;
    }
  }
  return sum;
}
