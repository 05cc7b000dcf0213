import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The script of an installed package, to be run by this Node on every system. */
export const script = (path) => join(root, 'node_modules', path);

/** Both variables at once make Node print a warning. */
function withoutColour() {
  const { FORCE_COLOR: _, ...rest } = process.env;
  return rest;
}

/** Runs a Node script at the root without input; gives whether it succeeded and everything it printed. */
export function runScript(args, { env = {}, limitMs = 10 * 60_000 } = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...withoutColour(), ...env },
    });
    let output = '';
    const take = (chunk) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    const limit = setTimeout(() => {
      output += `\nStopped: not done after ${limitMs / 60_000} minutes.\n`;
      child.kill('SIGKILL');
    }, limitMs);
    child.on('error', (error) => (output += `${error.message}\n`));
    child.on('close', (code) => {
      clearTimeout(limit);
      done({ ok: code === 0, output });
    });
  });
}

/** Runs it and says in a line how it went, with all it printed where it failed; the exit code remembers that. */
export async function runAndTell(name, args) {
  const { ok, output } = await runScript(args);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
  if (ok) return;
  process.exitCode = 1;
  console.log(output);
}
