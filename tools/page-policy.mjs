import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** The content policies of pages, workers and senders: the one source for the page, the service worker and the server. */
export const policies = JSON.parse(readFileSync(new URL('../src/policy.json', import.meta.url), 'utf8'));

/** The documents that ask an AI the person chose; one without addresses is not built. The browser's own model has 'none'. */
export const senders = Object.keys(policies.senders).filter((name) => policies.senders[name].length > 0);

const SENDER = /^ai-([a-z]+)\.html$/;

const ISOLATION = [
  'Cross-Origin-Opener-Policy: same-origin',
  'Cross-Origin-Embedder-Policy: require-corp',
  'Cross-Origin-Resource-Policy: same-origin',
];

/** The policy of a document by its path: a sender may reach its provider and nobody else, our own address included. */
export function policyOf(path) {
  const [, name] = SENDER.exec(basename(path)) ?? [];
  const addresses = policies.senders[name];
  if (!addresses) return policies.page;
  return `${policies.sender}; connect-src ${addresses.length > 0 ? addresses.join(' ') : "'none'"}`;
}

/**
 * Writes its policy into every built HTML page, and a `_headers` file for the static hosts that read one.
 * Only at build: the dev server injects inline styles.
 */
export function pagePolicy() {
  const attrs = (path) => ({ 'http-equiv': 'Content-Security-Policy', content: policyOf(path) });
  return {
    name: 'tessera:page-policy',
    apply: 'build',
    transformIndexHtml: (_, { path }) => [{ tag: 'meta', attrs: attrs(path), injectTo: 'head-prepend' }],
    generateBundle() {
      const worker = `Content-Security-Policy: ${policies.worker}`;
      const source = ['/*', ...ISOLATION.map(indented), '/sw.js', indented(worker), ''].join('\n');
      this.emitFile({ type: 'asset', fileName: '_headers', source });
    },
  };
}

function indented(line) {
  return `  ${line}`;
}
