import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const files = (folder: string, ending: RegExp) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .map((path) => join(folder, path));

describe('the house', () => {
  it('has no source file of more than 400 lines', () => {
    const long = files('src', /\.(ts|svelte|css)$/).filter(
      (path) => read(path).trimEnd().split('\n').length > 400,
    );
    expect(long).toEqual([]);
  });

  it('starts workers in one place only', () => {
    const starters = files('src', /\.(ts|svelte)$/).filter((path) =>
      /new (Shared)?Worker\(/.test(read(path)),
    );
    expect(starters).toEqual([join('src', 'workers', 'start-worker.ts')]);
  });

  it('locks versions, not the addresses they came from', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });

  it('bootstraps with what Node brings', () => {
    const imported = ['tools/bootstrap.mjs', 'tools/chromium.mjs'].flatMap((path) =>
      [...read(path).matchAll(/from '([^']+)'/g)].map(([, name]) => name!),
    );
    expect(imported.filter((name) => !name.startsWith('node:'))).toEqual(['./chromium.mjs']);
  });
});
