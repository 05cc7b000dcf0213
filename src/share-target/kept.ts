// What page and service worker both know of files that other apps share: whether they are taken, and those on their way.

/** Holds nothing but this; no such cache, and nothing is taken. */
export const SHARE_CACHE = 'tessera-share-target';
const SWITCH = './share/on';
/** A share that no page has taken for so long has none any more. */
export const FORGOTTEN_AFTER_MS = 600_000;

/** Behind `?shared=`, where a share was refused; else it is the id of one. */
export const REFUSED = 'off';

export async function isSwitchedOn(store: CacheStorage): Promise<boolean> {
  try {
    return (
      (await store.has(SHARE_CACHE)) && (await (await store.open(SHARE_CACHE)).match(SWITCH)) !== undefined
    );
  } catch {
    return false;
  }
}

/** Switched off, what is on its way goes too. */
export async function switchTo(on: boolean, store: CacheStorage): Promise<void> {
  if (on) await (await store.open(SHARE_CACHE)).put(SWITCH, new Response());
  else await store.delete(SHARE_CACHE);
}

/** Held by the service worker as long as it keeps that share. */
export const lockOf = (id: string): string => `${SHARE_CACHE}/${id}`;

export const newShareId = (now: number): string => `${now.toString(36)}-${crypto.randomUUID()}`;

/** All of them or none: each says how many there are, for a service worker may end in between. */
export async function keepFiles(id: string, files: readonly File[], store: CacheStorage): Promise<void> {
  const cache = await store.open(SHARE_CACHE);
  try {
    for (const [place, file] of files.entries())
      await cache.put(
        `./share/${id}/${place}?of=${files.length}&name=${encodeURIComponent(file.name)}`,
        new Response(file, { headers: file.type === '' ? {} : { 'content-type': file.type } }),
      );
  } catch (error) {
    await removeOf(id, store);
    throw error;
  }
}

interface Kept {
  request: Request;
  id: string;
  place: number;
  of: number;
  name: string;
}

/** Gives the files of a share and removes them. Waits for the service worker where it is still at it. */
export function takeFiles(id: string, store: CacheStorage, locks: LockManager): Promise<File[]> {
  return locks.request(lockOf(id), async () => {
    if (!(await store.has(SHARE_CACHE))) return [];
    const cache = await store.open(SHARE_CACHE);
    const kept = (await keptIn(cache)).filter((one) => one.id === id).sort((a, b) => a.place - b.place);
    const files: File[] = [];
    for (const { request, name } of kept) {
      const response = await cache.match(request);
      if (response) files.push(await fileOf(response, name));
      await cache.delete(request);
    }
    return files.length === kept[0]?.of ? files : [];
  });
}

async function fileOf(response: Response, name: string): Promise<File> {
  const blob = await response.blob();
  return new File([blob], name, { type: response.headers.get('content-type') ?? '' });
}

/** Files that no page has taken yet. */
export async function waitingFiles(store: CacheStorage): Promise<{ files: number; bytes: number }> {
  if (!(await store.has(SHARE_CACHE))) return { files: 0, bytes: 0 };
  const cache = await store.open(SHARE_CACHE);
  const kept = await keptIn(cache);
  let bytes = 0;
  for (const { request } of kept) bytes += (await (await cache.match(request))?.blob())?.size ?? 0;
  return { files: kept.length, bytes };
}

/** Removes shares whose page was closed before it took them. */
export async function forgetOld(now: number, store: CacheStorage): Promise<void> {
  if (!(await store.has(SHARE_CACHE))) return;
  const cache = await store.open(SHARE_CACHE);
  for (const { request, id } of await keptIn(cache))
    if (now - parseInt(id, 36) > FORGOTTEN_AFTER_MS) await cache.delete(request);
}

async function removeOf(id: string, store: CacheStorage): Promise<void> {
  const cache = await store.open(SHARE_CACHE);
  for (const kept of await keptIn(cache)) if (kept.id === id) await cache.delete(kept.request);
}

async function keptIn(cache: Cache): Promise<Kept[]> {
  return (await cache.keys()).flatMap((request) => {
    const { pathname, searchParams } = new URL(request.url);
    const [, id, place] = /\/share\/([^/]+)\/(\d+)$/.exec(pathname) ?? [];
    if (!id) return [];
    const [of, name] = [Number(searchParams.get('of')), searchParams.get('name') ?? ''];
    return [{ request, id, place: Number(place), of, name }];
  });
}
