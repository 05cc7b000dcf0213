import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Reads the folder of a script from each line, runs it there, and writes a line when it is done. */
const DRIVER = `import glob, importlib.util, sys, traceback
import pandas, sklearn.preprocessing
for line in sys.stdin:
    folder = line.rstrip("\\n")
    try:
        spec = importlib.util.spec_from_file_location("made", f"{folder}/script.py")
        made = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(made)
        others = sorted(glob.glob(f"{folder}/other-*.csv"))
        made.main(f"{folder}/in.csv", *others, f"{folder}/out.csv")
    except Exception as error:
        open(f"{folder}/error", "w").write(traceback.format_exc())
    print("done", file=sys.__stdout__, flush=True)
`;

const ASKS =
  'import sys; from importlib.util import find_spec as f; sys.exit(not (f("pandas") and f("sklearn")))';

/** A Python with pandas and scikit-learn; null where there is none. */
export const python: string | null =
  ['/usr/bin/python3', 'python3'].find((path) => {
    try {
      execFileSync(path, ['-c', ASKS], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  }) ?? null;

/** What is said where tests of Python are passed over. */
export const WITHOUT_PYTHON = 'skipped: no python3 here has pandas and scikit-learn';

export interface Job {
  script: string;
  csv: string | Uint8Array;
  /** Other files that the script reads. */
  others?: readonly string[];
}

type Run = (folder: string) => Promise<void>;

/** One Python for all scripts, for pandas and scikit-learn take seconds to load. It ends with this process. */
function begun(): Run {
  const process = spawn(python!, ['-B', '-c', DRIVER], { stdio: ['pipe', 'pipe', 'inherit'] });
  process.unref();
  (process.stdin as Socket).unref();
  (process.stdout as Socket).unref();
  const waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  createInterface({ input: process.stdout }).on('line', (line) => {
    if (line === 'done') waiting.shift()?.resolve();
  });
  process.on('exit', (code) => waiting.forEach(({ reject }) => reject(new Error(`Python ended: ${code}`))));
  return (folder) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      process.stdin.write(`${folder}\n`);
    });
}

let known: Run | null = null;

/** Lets Python begin, while other things are done. */
export function beginPython(): void {
  if (python !== null) known ??= begun();
}

/** Runs each script on its file, one after another; gives the labelled files, or what went wrong, in words. */
export async function runPython(jobs: readonly Job[]): Promise<string[]> {
  const run = (known ??= begun());
  return Promise.all(
    jobs.map(async ({ script, csv, others = [] }) => {
      const folder = mkdtempSync(join(tmpdir(), 'tessera-python-'));
      const text = (name: string) => readFileSync(join(folder, name), 'utf8');
      try {
        writeFileSync(join(folder, 'script.py'), script);
        writeFileSync(join(folder, 'in.csv'), csv);
        others.forEach((other, at) => writeFileSync(join(folder, `other-${at}.csv`), other));
        await run(folder);
        try {
          return text('out.csv');
        } catch {
          return `ERROR ${text('error')}`;
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
  );
}
