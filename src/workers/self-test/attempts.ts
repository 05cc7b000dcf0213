/** Ways out of a tab that a content policy governs. */
export type Way =
  | 'fetch'
  | 'blindPost'
  | 'request'
  | 'webSocket'
  | 'eventStream'
  | 'script'
  | 'beacon'
  | 'image'
  | 'frame';

/** Where an attempt is made. */
export type Scope = 'page' | 'worker' | 'nested';

export interface Attempt {
  way: Way;
  /** Whether the browser said itself that its policy refused it. */
  refused: boolean;
}

/** The browser tells of a refusal at once; one that it has not told of by then was none. */
const TOLD_WITHIN_MS = 1500;
/** All that is ever tried to be sent. */
const WORD = 'tessera-self-test';

/** How a way out is tried. */
export type Ways = Partial<Readonly<Record<Way, (url: string) => unknown>>>;

/** Where refusals are heard, and the ways there are only there. */
export interface Ground {
  scope: Scope;
  hears: EventTarget;
  more: Ways;
}

const EVERYWHERE: Ways = {
  fetch: (url) => fetch(url),
  blindPost: (url) => fetch(url, { method: 'POST', mode: 'no-cors', body: WORD }),
  request: (url) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.send(WORD);
  },
  webSocket: (url) => new WebSocket(url.replace(/^http/, 'ws')).close(),
  // One that is closed at once is never asked for.
  eventStream: (url) => {
    const stream = new EventSource(url);
    setTimeout(() => stream.close(), TOLD_WITHIN_MS);
  },
  script: (url) => import(/* @vite-ignore */ url),
};

/**
 * Tries to send one word to another address in every way there is from here, and hears from the browser which its
 * policy refused. What fails for another reason, such as a missing network, counts as not refused.
 */
export function attemptAll(address: string, { scope, hears, more }: Ground): Promise<Attempt[]> {
  const ways = Object.entries({ ...EVERYWHERE, ...more }) as [Way, (url: string) => unknown][];
  return Promise.all(
    ways.map(async ([way, make]) => {
      const url = `${address}/${WORD}/${scope}/${way}`;
      return { way, refused: await isRefused(() => make(url), url, hears) };
    }),
  );
}

async function isRefused(make: () => unknown, url: string, hears: EventTarget): Promise<boolean> {
  const stop = new AbortController();
  const told = new Promise<boolean>((resolve) => {
    const hear = (event: SecurityPolicyViolationEvent): void => {
      if (event.disposition === 'enforce' && isOf(event, url)) resolve(true);
    };
    hears.addEventListener('securitypolicyviolation', hear as EventListener, { signal: stop.signal });
    setTimeout(() => resolve(false), TOLD_WITHIN_MS);
  });
  try {
    await Promise.race([make(), told]);
  } catch {
    // How it failed is not asked for: only the browser's own word counts.
  }
  const refused = await told;
  stop.abort();
  return refused;
}

/** Of a frame the browser tells the origin alone; of anything else the whole address, for a live connection as `wss:`. */
function isOf({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent, url: string): boolean {
  if (!URL.canParse(blockedURI)) return false;
  const [blocked, tried] = [new URL(blockedURI), new URL(url)];
  if (effectiveDirective === 'frame-src')
    return blocked.origin === tried.origin && tried.pathname.endsWith('/frame');
  return blocked.host === tried.host && blocked.pathname === tried.pathname;
}
