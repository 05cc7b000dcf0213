import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serve } from './serve.mjs';

const FIRST_PORT = 4173;
const LAST_PORT = 4273;
const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
  'tools/page-policy.mjs',
  'tools/sender-pages.mjs',
];

if (isStale()) {
  console.log('Building …');
  await build({ root, logLevel: 'warn' });
}
const { url } = await serveOnFreePort();
console.log(`\n  Tessera is at ${url}\n  Ctrl+C stops it.\n`);

/** True unless dist/ is newer than everything it is made of. */
function isStale() {
  const built = newest(join(root, 'dist', 'sw.js'));
  return built === 0 || SOURCES.some((source) => newest(join(root, source)) > built);
}

/** The time of the latest change at or below a path; 0 where there is nothing. */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

async function serveOnFreePort(port = FIRST_PORT) {
  try {
    return await serve({ dir: join(root, 'dist'), port });
  } catch (error) {
    if (error.code !== 'EADDRINUSE' || port === LAST_PORT) throw error;
    return serveOnFreePort(port + 1);
  }
}
