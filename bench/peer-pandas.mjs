import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('peer_pandas.py', import.meta.url));
const PYTHONS = [process.env.PYTHON, 'python3', '/usr/bin/python3'].filter(Boolean);

/** Milliseconds per phase with pandas and scikit-learn, or null where no Python has both. */
export const pandas = (file) => run([script, file]);

/** The same for reading alone, dates included. */
export const pandasReads = (file) => run([script, file, 'read']);

function run(args) {
  const python = PYTHONS.find((one) => spawnSync(one, ['-c', 'import pandas, sklearn']).status === 0);
  if (!python) return null;
  const { status, stdout, stderr } = spawnSync(python, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  });
  if (status !== 0) throw new Error(`pandas: ${stderr}`);
  return JSON.parse(stdout);
}
