import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { senders } from './page-policy.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const PAGE = join(root, 'src/sender/page.html');

/** The names of the senders' documents: `ai-openai.html` and so on. Each is the same page with a policy of its own. */
export const senderPages = senders.map((name) => `ai-${name}.html`);

/** The document of a sender, before it has its policy (tools/page-policy.mjs). */
export function senderPage(name) {
  const entry = name === 'browser' ? 'browser-main' : 'main';
  return readFileSync(PAGE, 'utf8').replace('NAME', name).replace('ENTRY', entry);
}

/** Gives the senders' documents to build and dev server as if they lay beside index.html. */
export function withSenderPages() {
  const nameOf = (path) => (senderPages.includes(basename(path)) ? basename(path).slice(3, -5) : null);
  return {
    name: 'tessera:sender-pages',
    enforce: 'pre',
    resolveId: (id) => (nameOf(id) ? join(root, basename(id)) : null),
    load: (id) => (nameOf(id) ? senderPage(nameOf(id)) : null),
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const { pathname } = new URL(request.url, 'http://localhost');
        const name = nameOf(pathname);
        if (!name) return next();
        response.setHeader('content-type', 'text/html');
        for (const [header, value] of Object.entries(server.config.server.headers ?? {}))
          response.setHeader(header, value);
        response.end(await server.transformIndexHtml(pathname, senderPage(name)));
      });
    },
  };
}
