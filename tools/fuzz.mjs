// Opens small broken files by the thousand and tells what became of them:
//   npm run fuzz -- --files 20000 --seed 1
//   npm run fuzz -- --only 4711 --seed 1          one file of that run, with what was thrown
//   npm run fuzz -- --format sqlite --files 3000  files of one format alone
//   npm run fuzz -- --formulas 50000 --seed 1     formulas instead of files
// Each file is opened by a process of its own kind that is ended where a file takes too long; file number n of a seed
// is always the same. `--seeds FOLDER` adds the small files of that folder to those made here.
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '..', 'shared', 'data');
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', multiple: true, default: existsSync(shared) ? [shared] : [] },
    only: { type: 'string' },
    format: { type: 'string', default: '' },
    formulas: { type: 'string' },
    jobs: { type: 'string', default: '2' },
  },
});
const seed = Number(values.seed);
const [first, last] = values.only
  ? [Number(values.only), Number(values.only) + 1]
  : [0, Number(values.files)];
/** Milliseconds for one file, and megabytes it may add. */
const LIMIT_MS = 30_000;
const LIMIT_MB = 1024;

const built = await buildChild(values.formulas ? 'formula-child' : 'child');
const found = [];
const bad = [];
let next = first;
const started = Date.now();
if (values.formulas) await formulas(Number(values.formulas));
else {
  await Promise.all(Array.from({ length: Math.min(Number(values.jobs), last - first) }, job));
  report();
}
process.exitCode = bad.length > 0 ? 1 : 0;

/** Formulas in one process, which is ended where 500 of them take too long. */
async function formulas(count) {
  const child = fork(built);
  let timer;
  let told = 0;
  await new Promise((done) => {
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    };
    wait();
    child.on('message', ({ at, bad: thrown, fates, slowest }) => {
      if (at !== undefined) wait();
      if (thrown) console.log(`BAD  ${(bad.push(thrown), thrown)}`);
      if (!fates) return;
      told = Object.values(fates).reduce((sum, one) => sum + one, 0);
      for (const [fate, times] of Object.entries(fates).sort(([, a], [, b]) => b - a))
        console.log(`${String(times).padStart(8)}  ${fate}`);
      console.log(`slowest ${Math.round(slowest.ms)} ms: ${slowest.text}`);
    });
    child.on('exit', done);
    child.send({ seed, from: 0, to: count });
  });
  clearTimeout(timer);
  if (told !== count) bad.push('hung or died');
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${told} of ${count} formulas, seed ${seed}, ${seconds} s, ${bad.length} bad`);
}

async function buildChild(entry) {
  const { build } = await import('vite');
  const outDir = join(root, 'build', 'fuzz');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: `tests/support/fuzz/${entry}.ts`,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'child.mjs', codeSplitting: false } },
    },
  });
  return join(outDir, 'child.mjs');
}

/** Hands one file after the other to a process, and to a new one where that hangs or dies. */
async function job() {
  let child = null;
  while (next < last) {
    child ??= await start();
    const at = next++;
    const answer = await opened(child, at);
    found.push(answer);
    if (
      answer.kind === 'thrown' ||
      answer.kind === 'hung' ||
      answer.kind === 'died' ||
      answer.peakMb > LIMIT_MB
    )
      complain(answer);
    if (answer.kind === 'hung' || answer.kind === 'died') child = null;
    if (found.length % 1000 === 0) process.stderr.write(`${found.length} files, ${bad.length} bad\n`);
  }
  child?.kill();
}

function start() {
  const execArgv = ['--expose-gc', '--max-old-space-size=1024'];
  const child = fork(built, [values.format, ...values.seeds], {
    execArgv,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.said = '';
  child.stderr.on('data', (text) => (child.said = (child.said + text).slice(-2000)));
  return new Promise((ready) => child.once('message', () => ready(child)));
}

function opened(child, at) {
  return new Promise((resolve) => {
    let known = { at };
    const begun = Date.now();
    const end = (answer) => {
      clearTimeout(timer);
      child.off('message', heard).off('exit', died);
      resolve({ ms: Date.now() - begun, peakMb: NaN, ...known, ...answer });
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      end({ kind: 'hung', what: `longer than ${LIMIT_MS / 1000} s` });
    }, LIMIT_MS);
    const died = (code, signal) => end({ kind: 'died', what: `${code ?? signal}: ${child.said}` });
    const heard = (message) => {
      if ('started' in message) known = { ...message, at };
      else end(message);
    };
    child.on('message', heard).once('exit', died);
    child.send({ seed, at });
  });
}

function complain(answer) {
  bad.push(answer);
  const { at, format, name, how, kind, what, ms, peakMb } = answer;
  console.log(
    `BAD  file ${at} (${format}, ${name}: ${how}): ${kind} ${what} [${Math.round(ms)} ms, ${Math.round(peakMb)} MB]`,
  );
}

function report() {
  const formats = Map.groupBy
    ? Map.groupBy(found, ({ format }) => format)
    : found.reduce((map, one) => map.set(one.format, [...(map.get(one.format) ?? []), one]), new Map());
  console.log(`\n${found.length} files, seed ${seed}, ${Math.round((Date.now() - started) / 1000)} s\n`);
  console.log('| format | files | opened | refused | hung, died or thrown | slowest ms | most MB |');
  console.log('| --- | ---: | ---: | --- | ---: | ---: | ---: |');
  for (const [format, all] of [...formats, ['all', found]]) {
    const refused = new Map();
    for (const { kind, what } of all) if (kind === 'refused') refused.set(what, (refused.get(what) ?? 0) + 1);
    const codes = [...refused].sort((a, b) => b[1] - a[1]).map(([code, count]) => `${code} ${count}`);
    const wrong = all.filter(({ kind }) => kind !== 'opened' && kind !== 'refused').length;
    const most = (key) => Math.round(all.reduce((top, one) => (one[key] > top ? one[key] : top), 0));
    const count = all.filter(({ kind }) => kind === 'opened').length;
    console.log(
      `| ${[format, all.length, count, codes.join(', '), wrong, most('ms'), most('peakMb')].join(' | ')} |`,
    );
  }
}
