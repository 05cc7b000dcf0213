// The headless runner. Builds src/cli when its sources have changed, then runs it. Standard output belongs to the
// runner alone; what is said here goes to standard error.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const builds = join(root, 'build', 'cli');
const KEPT_MS = 3_600_000;
const SOURCES = ['src/cli', 'src/engine', 'src/kernels', 'package-lock.json', 'tools/tessera.mjs'];

const built = join(builds, fingerprint());
if (!existsSync(join(built, 'main.js'))) await buildInto(built);
const { main } = await import(pathToFileURL(join(built, 'main.js')).href);
process.exitCode = await main(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());

/** Changes whenever anything the runner is made of changes. */
function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  for (const path of SOURCES.flatMap((source) => filesBelow(source)).sort()) {
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex').slice(0, 16);
}

function filesBelow(path) {
  if (!existsSync(join(root, path))) return [];
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesBelow(`${path}/${name}`));
}

/** Builds beside the place and moves it there, so that two runs at once do not meet half a build. */
async function buildInto(place) {
  process.stderr.write('Building the runner …\n');
  const { build } = await import('vite');
  const draft = join(builds, `.draft-${process.pid}`);
  mkdirSync(builds, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: 'src/cli/main.ts',
      outDir: draft,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'main.js', codeSplitting: false } },
    },
  });
  try {
    renameSync(draft, place);
  } catch (error) {
    // Somebody else was faster.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(place, 'main.js'))) throw error;
  }
  for (const name of readdirSync(builds))
    if (isForgotten(join(builds, name))) rmSync(join(builds, name), { recursive: true, force: true });
}

/** Old enough that no other run can be about to load it. */
function isForgotten(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > KEPT_MS;
}
