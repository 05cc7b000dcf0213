import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const fixture = (name: string): string => join(root, 'tests', 'fixtures', 'data', name);

export interface Ran {
  code: number | null;
  out: string;
  /** What was said about the run; the builder's line is left out. */
  err: string;
}

/** A folder of its own that is gone after the tests, and the runner started in it. */
export function workplace() {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const tessera = (...args: string[]): Ran => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'tools', 'tessera.mjs'), ...args],
      {
        cwd: root,
        env: { ...process.env, INIT_CWD: folder },
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      },
    );
    return { code: status, out: stdout, err: stderr.replace('Building the runner …\n', '') };
  };
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { folder, tessera, text, json: (name: string) => JSON.parse(text(name)) as Summary };
}

export interface Summary {
  sources: {
    name: string;
    rows: number;
    columns: { name: string; kind: string; role: string | null; missing: number }[];
    encoding: string;
    delimiter: string;
    grain: string;
  }[];
  steps: {
    id: string;
    op: string;
    describe: string;
    rowsIn: number;
    rowsOut: number;
    counts: Record<string, number>;
  }[];
  customers: number;
  k: number;
  elbow: number | null;
  inertia: { k: number; value: number }[];
  silhouette: number | null;
  segments: {
    id: number;
    name: string;
    size: number;
    share: number;
    revenueShare: number | null;
    means: Record<string, number>;
  }[];
  pca: { explained: number[]; loadings: Record<string, number[]> } | null;
  timings: { phase: string; ms: number }[];
}

/** The cells of comma-separated text without quotes. */
export const cells = (csv: string): string[][] =>
  csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
