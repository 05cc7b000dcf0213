// The page of the benchmark that hands a file to a worker made of the app's own modules.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serve } from '../tools/serve.mjs';
import { inTab } from './tab.mjs';

const page = fileURLToPath(new URL('grouping/', import.meta.url));
const built = fileURLToPath(new URL('out/grouping/', import.meta.url));

/** Builds the page and serves it; it must be closed. */
export async function groupingPage() {
  await build({
    root: page,
    base: './',
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { outDir: built, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
    worker: { format: 'es' },
  });
  return serve({ dir: built });
}

/** Asks the page's worker something about a file; a download, if it makes one, comes back as bytes. */
export const asked = (url, file, name, options) =>
  inTab({ url }, async (tab) => {
    await tab.getByLabel('Data').setInputFiles(file);
    const found = await tab.evaluate(([what, how]) => window.measure(what, how), [name, options]);
    if (name !== 'prepare') return found;
    const download = tab.waitForEvent('download');
    await tab.getByRole('link', { name: 'Matrix' }).click();
    return (await download).path().then((path) => readFileSync(path));
  });
