import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The file that lists the others; its own hash is the build's. */
export const HASHES = 'hashes.txt';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** One line a file, as `sha256sum` writes and checks them, in the order of their names. */
export function hashesOf(folder) {
  const lines = filesBelow(folder)
    .map((path) => [relative(folder, path).split(sep).join('/'), path])
    .filter(([name]) => name !== HASHES)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, path]) => `${sha256(readFileSync(path))}  ${name}\n`);
  return lines.join('');
}

/** Writes the hashes of everything that was built, once all of it is there, and says the hash of the build. */
export function buildHashes() {
  let folder = null;
  return {
    name: 'tessera:build-hashes',
    apply: 'build',
    enforce: 'post',
    configResolved: ({ root, build, logger }) => {
      folder = { path: join(root, build.outDir), logger };
      if (build.outDir.startsWith('/')) folder.path = build.outDir;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const text = hashesOf(folder.path);
        writeFileSync(join(folder.path, HASHES), text);
        folder.logger.info(`build ${sha256(text)}`);
      },
    },
  };
}
