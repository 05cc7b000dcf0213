import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { pagePolicy } from '../../tools/page-policy.mjs';

const root = fileURLToPath(new URL('../fixtures/probe', import.meta.url));

/** Builds the probe page with the app's own worker starter, with the app's page policy or without any. */
export async function buildProbe(policy: 'with policy' | 'without policy') {
  const dir = await mkdtemp(join(tmpdir(), 'probe-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    base: './',
    plugins: policy === 'with policy' ? [pagePolicy()] : [],
    worker: { format: 'es' },
    build: {
      outDir: dir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  });
  return { dir, remove: () => rm(dir, { recursive: true }) };
}
