import { readFileSync } from 'node:fs';

/** The content policies of pages and workers: the one source for the page, the service worker and the server. */
export const policies = JSON.parse(readFileSync(new URL('../src/policy.json', import.meta.url), 'utf8'));

const ISOLATION = [
  'Cross-Origin-Opener-Policy: same-origin',
  'Cross-Origin-Embedder-Policy: require-corp',
  'Cross-Origin-Resource-Policy: same-origin',
];

/**
 * Writes the page policy into every built HTML page, and a `_headers` file for the static hosts that read one.
 * Only at build: the dev server injects inline styles.
 */
export function pagePolicy() {
  const attrs = { 'http-equiv': 'Content-Security-Policy', content: policies.page };
  return {
    name: 'tessera:page-policy',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'meta', attrs, injectTo: 'head-prepend' }],
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
