import { clientsClaim } from 'workbox-core';
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { page as pagePolicy, worker as workerPolicy } from './policy.json';
import { answerShare, isShare } from './share-target/answer';

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: (string | { url: string; revision: string | null })[];
};

/** A request that was not a read from our own origin. It was refused, and is told to every open page. */
interface Refused {
  url: string;
  method: string;
}

const KEPT = 50;
/** The document of the browser's own model is none of them: it reaches nobody. By pattern, for no address stands in here. */
const SENDER = /^ai-(?!browser\.)[a-z]+\.html$/;
const refused: Refused[] = [];

/** Senders that said they are about to send one request. Each is bound by the policy of its own document. */
const sending = new Set<string>();

self.addEventListener('fetch', (event) => {
  if (isOwnRead(event.request)) return;
  if (isSending(event)) return event.stopImmediatePropagation();
  event.stopImmediatePropagation();
  if (isShare(event.request, self.registration.scope)) return event.respondWith(share(event));
  event.respondWith(Response.error());
  event.waitUntil(report({ url: event.request.url, method: event.request.method }));
});

self.addEventListener('message', (event) => {
  const type: unknown = (event.data as { type?: unknown } | null)?.type;
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (type === 'ABOUT_TO_SEND' && isSender(event.source)) {
    sending.add(event.source.id);
    event.ports[0]?.postMessage({ type: 'GO_ON' });
  }
  if (type === 'REFUSED_REQUESTS') event.ports[0]?.postMessage({ type: 'REFUSED_REQUESTS', refused });
});

addPlugins([
  { handlerWillRespond: ({ request, response }) => Promise.resolve(secured(request.url, response)) },
]);
// No address of ours means anything by its query, so a link with one opens offline too.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/./] });
cleanupOutdatedCaches();
clientsClaim();

const share = (event: FetchEvent): Promise<Response> =>
  answerShare(event.request, {
    scope: self.registration.scope,
    caches,
    locks: navigator.locks,
    now: Date.now(),
    waitUntil: (work) => event.waitUntil(work),
  });

/** Requests of other schemes, such as those of an extension, are not ours and reach no host. */
function isOwnRead({ url, method }: Request): boolean {
  const { origin, protocol } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return true;
  return origin === self.location.origin && (method === 'GET' || method === 'HEAD');
}

/** What a sender sends goes past here untouched: the browser does it under that document's policy, not under ours. */
function isSending({ clientId, request }: FetchEvent): boolean {
  return request.method === 'POST' && isForeign(request.url) && sending.delete(clientId);
}

/** Whether a message comes from a document made to send to an AI: only the browser says who a client is. */
function isSender(source: ExtendableMessageEvent['source']): source is WindowClient {
  if (!source || !('url' in source) || source.type !== 'window') return false;
  const { origin, pathname } = new URL(source.url);
  const { origin: own, pathname: scope } = new URL(self.registration.scope);
  return origin === own && pathname.startsWith(scope) && SENDER.test(pathname.slice(scope.length));
}

const isForeign = (url: string): boolean => new URL(url).origin !== self.location.origin;

async function report(request: Refused): Promise<void> {
  if (refused.length < KEPT) refused.push(request);
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const page of pages) page.postMessage({ type: 'REFUSED_REQUESTS', refused: [request] });
}

/** Adds what a static host may not send: isolation for shared memory, and the policy of pages and workers. */
function secured(url: string, response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  const own = policyFor(new URL(url).pathname);
  if (own) headers.set('Content-Security-Policy', own);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

function policyFor(path: string): string | undefined {
  if (path.includes('/workers/')) return workerPolicy;
  return path.endsWith('/') || path.endsWith('/index.html') ? pagePolicy : undefined;
}
