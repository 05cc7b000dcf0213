import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Papa from 'papaparse';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The customer list as the headless runner writes it. */
export async function runnersRows(file: string, ...more: string[]): Promise<Record<string, string>[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-'));
  try {
    const out = join(folder, 'labelled.csv');
    await promisify(execFile)(process.execPath, ['tools/tessera.mjs', file, ...more, '--out', out], {
      cwd: root,
    });
    const { data } = Papa.parse<Record<string, string>>(await readFile(out, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    return data;
  } finally {
    await rm(folder, { recursive: true });
  }
}
