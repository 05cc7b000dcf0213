import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DRIVER = `import importlib.util, json, sys
for number in range(int(sys.argv[2])):
    folder = sys.argv[1]
    spec = importlib.util.spec_from_file_location("made", f"{folder}/{number}.py")
    made = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(made)
        made.main(f"{folder}/{number}.csv", f"{folder}/{number}.out.csv")
    except Exception as error:
        import traceback
        open(f"{folder}/{number}.error", "w").write(traceback.format_exc())
`;

/** A Python with pandas and scikit-learn; null where there is none. */
export const python: string | null =
  ['/usr/bin/python3', 'python3'].find((path) => {
    try {
      execFileSync(path, ['-c', 'import pandas, sklearn'], { stdio: 'ignore' });
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
}

/** Runs each script on its file, all in one Python; gives the labelled files, or what went wrong, in words. */
export function runPython(jobs: readonly Job[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-python-'));
  try {
    jobs.forEach(({ script, csv }, number) => {
      writeFileSync(join(folder, `${number}.py`), script);
      writeFileSync(join(folder, `${number}.csv`), csv);
    });
    writeFileSync(join(folder, 'driver.py'), DRIVER);
    execFileSync(python!, ['-B', join(folder, 'driver.py'), folder, String(jobs.length)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const text = (name: string) => readFileSync(join(folder, name), 'utf8');
    return jobs.map((_, number) => {
      try {
        return text(`${number}.out.csv`);
      } catch {
        return `ERROR ${text(`${number}.error`)}`;
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
