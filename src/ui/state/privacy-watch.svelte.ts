export type PrivacyState = 'checking' | 'clean' | 'asked' | 'contacted';

/** One request that was not a read from our own origin. */
export interface ForeignRequest {
  url: string;
  /** Who saw it: the page's own request log, or the service worker. */
  seenBy: 'page' | 'service-worker';
  /** True if it was stopped before it left. */
  refused: boolean;
  /** A page within the page: where it is refused, the browser tells its origin alone. */
  frame?: boolean;
}

/** A picture that the person sent to an AI. */
export interface SentPicture {
  /** Origin it went to. */
  to: string;
  /** Of the whole request. */
  bytes: number;
}

const ANSWER_WITHIN_MS = 3000;
/** What these addresses give comes from memory. */
const IN_MEMORY = new Set(['blob:', 'data:', 'about:']);
const ON_THE_NET = new Set(['http:', 'https:', 'ws:', 'wss:']);

/**
 * Watches what this tab asks of the network: `clean` as long as nothing but reads from our own origin left it.
 * The page's resource timing and the service worker, which also sees the workers, must agree.
 */
export class PrivacyWatch {
  #checked = $state(false);
  #requests = $state.raw<ForeignRequest[]>([]);
  #pictures = $state.raw<readonly SentPicture[]>([]);
  #stop = new AbortController();

  get state(): PrivacyState {
    if (this.contacts.length > 0) return 'contacted';
    if (this.#pictures.length > 0) return 'asked';
    return this.#checked ? 'clean' : 'checking';
  }

  /** Pictures that the person sent to an AI from this tab; they left through a sender's document, not through the page. */
  get pictures(): readonly SentPicture[] {
    return this.#pictures;
  }

  sentByPerson(picture: SentPicture): void {
    this.#pictures = [...this.#pictures, picture];
  }

  /** Requests that did leave the tab. */
  get contacts(): ForeignRequest[] {
    return this.#requests.filter((request) => !request.refused);
  }

  /** Attempts that the content policy or the service worker stopped; nothing was sent by them. */
  get refused(): ForeignRequest[] {
    return this.#requests.filter((request) => request.refused);
  }

  /** Begins to watch, everything since the page was opened included; the first verdict follows the first answers. */
  async start(): Promise<void> {
    const { signal } = this.#stop;
    document.addEventListener('securitypolicyviolation', (event) => this.#blocked(event), { signal });
    this.#watchTiming(signal);
    await loaded();
    await this.#askServiceWorker(signal);
    this.#checked = true;
  }

  stop(): void {
    this.#stop.abort();
  }

  #watchTiming(signal: AbortSignal): void {
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        this.#sent(entry.name, (entry as PerformanceResourceTiming).initiatorType === 'iframe');
    });
    observer.observe({ type: 'resource', buffered: true });
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** A blocked request appears in the resource timing of some browsers too, after its violation was reported. */
  #sent(url: string, frame: boolean): void {
    const request: ForeignRequest = { url, seenBy: 'page', refused: false, frame };
    if (isForeign(url) && !this.refused.some((refusal) => isThatOf(refusal, request))) this.#add(request);
  }

  #blocked({ blockedURI, disposition, effectiveDirective }: SecurityPolicyViolationEvent): void {
    if (disposition === 'enforce' && isForeign(blockedURI))
      this.#refusedBy('page', blockedURI, effectiveDirective === 'frame-src');
  }

  #refusedBy(seenBy: ForeignRequest['seenBy'], url: string, frame = false): void {
    const refusal: ForeignRequest = { url, seenBy, refused: true, frame };
    this.#requests = [...this.#requests.filter((request) => !isThatOf(refusal, request)), refusal];
  }

  #add(request: ForeignRequest): void {
    if (this.#requests.some(({ url }) => url === request.url)) return;
    this.#requests = [...this.#requests, request];
  }

  /** Asks for what was refused so far and listens for more. Without a service worker the page is the only witness. */
  async #askServiceWorker(signal: AbortSignal): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    const take = ({ data }: MessageEvent<unknown>) => {
      for (const url of refusedIn(data)) this.#refusedBy('service-worker', url);
    };
    navigator.serviceWorker.addEventListener('message', take, { signal });
    const worker = navigator.serviceWorker.controller;
    if (!worker) return;
    const channel = new MessageChannel();
    const answer = new Promise<void>((resolve) => {
      channel.port1.onmessage = (event: MessageEvent<unknown>) => {
        take(event);
        resolve();
      };
      setTimeout(resolve, ANSWER_WITHIN_MS);
    });
    worker.postMessage({ type: 'REFUSED_REQUESTS' }, [channel.port2]);
    await answer;
    channel.port1.close();
  }
}

/** Whether a refusal is told of that request. */
const isThatOf = (refusal: ForeignRequest, request: ForeignRequest): boolean =>
  refusal.url === request.url ||
  (refusal.frame === true &&
    request.frame === true &&
    new URL(refusal.url).origin === new URL(request.url).origin);

/** Anything beyond our own origin that a network could carry; `inline`, `eval` and the like are not addresses. */
function isForeign(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, origin } = new URL(address);
  return !IN_MEMORY.has(protocol) && ON_THE_NET.has(protocol) && origin !== location.origin;
}

function refusedIn(message: unknown): string[] {
  const { type, refused } = (message ?? {}) as { type?: unknown; refused?: { url: string }[] };
  return type === 'REFUSED_REQUESTS' && Array.isArray(refused) ? refused.map(({ url }) => url) : [];
}

function loaded(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => addEventListener('load', () => resolve(), { once: true }));
}
