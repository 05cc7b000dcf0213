import { svelte } from '@sveltejs/vite-plugin-svelte';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { buildHashes } from './tools/build-hashes.mjs';
import { pagePolicy } from './tools/page-policy.mjs';
import { senderPages, withSenderPages } from './tools/sender-pages.mjs';
import { shareManifest } from './tools/share-manifest.mjs';

// Shared memory while developing too; the content policy is added at build.
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

// Tests that put something in the place of a module or of what the host gives; all others load each module once.
const ALONE = 'tests/**/*.alone.test.ts';

export default defineConfig({
  base: './',
  plugins: [
    svelte(),
    withSenderPages(),
    pagePolicy(),
    shareManifest(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,wasm,webmanifest,woff2}'],
        maximumFileSizeToCacheInBytes: 8 * 2 ** 20,
      },
    }),
    buildHashes(),
  ],
  worker: {
    format: 'es',
    rolldownOptions: {
      output: { entryFileNames: 'assets/workers/[name]-[hash].js' },
      // The engine is pure: what a worker does not use of it, it need not load.
      treeshake: { moduleSideEffects: (id) => !/\/(src\/engine|node_modules)\//.test(id) },
    },
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { input: ['index.html', ...senderPages] },
  },
  // What the worker needs, so that the dev server does not find it late and reload the page.
  optimizeDeps: {
    include: ['arquero', 'comlink', 'idb-keyval', 'ml-matrix', 'papaparse', 'valibot', 'xlsx'],
  },
  server: { headers: isolation },
  test: {
    environment: 'node',
    // Vitest would leave one core alone, of two.
    maxWorkers: '100%',
    // A busy machine gets time; none of them needs it.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['tests/**/*.test.ts'],
          exclude: [ALONE],
          setupFiles: ['tests/support/fresh.ts'],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: [ALONE] } },
    ],
  },
});
