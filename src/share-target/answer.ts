import { isSwitchedOn, keepFiles, lockOf, newShareId, REFUSED } from './kept';

/** What of the service worker a share needs. */
export interface ShareHost {
  scope: string;
  caches: CacheStorage;
  locks: LockManager;
  now: number;
  /** Keeps the service worker alive. */
  waitUntil: (work: Promise<unknown>) => void;
}

/** Whether an app, or any page, hands over files by opening our address for it. A frame within a page cannot. */
export const isShare = ({ method, mode, destination, url }: Request, scope: string): boolean =>
  method === 'POST' &&
  mode === 'navigate' &&
  destination === 'document' &&
  url === new URL('share', scope).href;

/**
 * Sends the browser to the page, which waits for the files and opens them as chosen ones. It is answered before it is read, so
 * that no request is open any more where the service worker breaks off over a large file.
 */
export async function answerShare(request: Request, host: ShareHost): Promise<Response> {
  if (!(await isSwitchedOn(host.caches))) return toPage(REFUSED, host);
  const id = newShareId(host.now);
  await new Promise<void>((held) => {
    const keeping = host.locks.request(lockOf(id), async () => {
      held();
      await keep(id, request, host.caches);
    });
    // The page finds nothing then, and says so.
    host.waitUntil(keeping.catch(() => undefined).finally(held));
  });
  return toPage(id, host);
}

async function keep(id: string, request: Request, caches: CacheStorage): Promise<void> {
  const form = await request.formData();
  const files = [...form.values()].filter((value) => value instanceof File);
  await keepFiles(id, files, caches);
}

const toPage = (word: string, { scope }: ShareHost): Response =>
  Response.redirect(new URL(`./?shared=${word}`, scope).href, 303);
