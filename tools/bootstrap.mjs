// Installs what is missing. Imports only node: modules, and writes only to standard error, so that
// `npm run -s tessera -- … --json -` keeps its standard output clean.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'node_modules', '.bootstrap-stamp');

/** What the build tools ask for. */
const OLDEST_NODE = [20, 19];

const say = (line) => process.stderr.write(`${line}\n`);

checkNode();
installPackages();
if (process.argv.includes('--browser')) installBrowser();

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const enough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (!enough) stop(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.version}.`);
}

function installPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const stamp = createHash('sha256').update(lock).update(process.version).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Installing packages (npm ci) …');
  const done = runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (!done) stop('Installing the packages failed; the lines above say why. Nothing else was done.');
  writeFileSync(stampFile, stamp);
}

function installBrowser() {
  if (findChromium()) return;
  const apt = isRoot() && onPath('apt-get');
  if (apt) {
    say('No Chromium found; installing it with apt-get …');
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update'], quiet);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], quiet);
    if (findChromium()) return;
  }
  say("Downloading Playwright's Chromium …");
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  run(process.execPath, [cli, 'install', ...(apt ? ['--with-deps'] : []), 'chromium']);
  if (findChromium()) return;
  stop(
    'No Chromium could be found or installed. Install Chromium or Chrome, or set CHROMIUM_PATH to its program file, and run this again.',
  );
}

function runNpm(args) {
  const env = { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  const cli = npmCli();
  if (cli) return run(process.execPath, [cli, ...args], env);
  return run('npm', args, env, { shell: process.platform === 'win32' });
}

/** npm's own script: given when npm runs us, else beside this Node. */
function npmCli() {
  const given = process.env.npm_execpath;
  const bin = dirname(process.execPath);
  const inside = join('node_modules', 'npm', 'bin', 'npm-cli.js');
  const beside = [
    join(bin, inside),
    join(bin, '..', 'lib', inside),
    join(bin, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ];
  return [/npm-cli\.js$/.test(given ?? '') ? given : undefined, ...beside].find(
    (path) => path && existsSync(path),
  );
}

function run(command, args, env = {}, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...ownEnvironment(), ...env },
    ...options,
  });
  if (result.error) say(String(result.error.message));
  return result.status === 0;
}

/** What npm set for the script that runs us would mislead the npm we start; its settings (npm_config_…) stay. */
function ownEnvironment() {
  const inherited = /^npm_(lifecycle_|package_|command$|execpath$|node_execpath$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));
}

function isRoot() {
  return process.getuid?.() === 0;
}

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((dir) => existsSync(join(dir, program)));
}

function stop(sentence) {
  say(sentence);
  process.exit(1);
}
