// Every check of the project: `npm test`, or some of them: `node tools/test.mjs unit lint`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript, script } from './run-command.mjs';

const reports = mkdtempSync(join(tmpdir(), 'test-reports-'));
const unitReport = join(reports, 'unit.json');
const endReport = join(reports, 'e2e.json');

const checks = [
  { name: 'lint', oneCore: true, args: ['tools/lint.mjs'] },
  { name: 'types', oneCore: true, args: ['tools/types.mjs', '--in-turn'] },
  { name: 'format', oneCore: true, args: ['tools/format.mjs', '--check'] },
  {
    name: 'unit',
    args: [
      script('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ],
    counts: () => countUnit(readJson(unitReport)),
  },
  { name: 'build', args: [script('vite/bin/vite.js'), 'build', '--logLevel', 'warn'] },
  {
    name: 'e2e',
    needs: 'build',
    args: [script('@playwright/test/cli.js'), 'test'],
    // Playwright sets FORCE_COLOR for its own processes, and Node warns where it meets NO_COLOR.
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: endReport, NO_COLOR: undefined, FORCE_COLOR: '0' },
    counts: () => countEnd(readJson(endReport)),
  },
];

const total = { passed: 0, failed: 0, skipped: 0 };
const started = Date.now();
const broken = [];
const chosen = chosenChecks();
const small = chosen.filter(({ oneCore }) => oneCore);
// Those that keep one core busy go two at a time.
await Promise.all([inTurn(small), inTurn(small)]);
await inTurn(chosen.filter(({ oneCore }) => !oneCore));
rmSync(reports, { recursive: true });

const names = broken.length > 0 ? `; failing: ${broken.join(', ')}` : '';
console.log(`\nDone in ${seconds(Date.now() - started)}${names}.`);
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Those named on the command line, `--only` or not; all without a name. */
function chosenChecks() {
  const wanted = process.argv.slice(2).filter((word) => word !== '--only');
  const unknown = wanted.filter((word) => !checks.some(({ name }) => name === word));
  if (unknown.length > 0) {
    console.error(
      `No such check: ${unknown.join(', ')}. There are: ${checks.map(({ name }) => name).join(', ')}.`,
    );
    process.exit(2);
  }
  return wanted.length > 0 ? checks.filter(({ name }) => wanted.includes(name)) : checks;
}

async function inTurn(waiting) {
  for (let next = waiting.shift(); next; next = waiting.shift()) await perform(next);
}

async function perform({ name, args, env, counts, needs }) {
  if (needs && broken.includes(needs)) {
    total.failed++;
    broken.push(name);
    console.log(`FAILED  ${name.padEnd(8)}not run, because the ${needs} failed`);
    return;
  }
  const start = Date.now();
  const { ok, output } = await runScript(args, { env: { NO_COLOR: '1', ...env } });
  const found = counts ? counts() : { passed: 0, failed: 0, skipped: 0 };
  // A check without tests counts as one; so does a failure that no test accounts for.
  if (ok && !counts) found.passed++;
  if (!ok && found.failed === 0) found.failed++;
  if (ok && counts && found.passed === 0) found.failed++;
  total.passed += found.passed;
  total.failed += found.failed;
  total.skipped += found.skipped;
  const tests = counts ? `  ${found.passed} passed, ${found.failed} failed, ${found.skipped} skipped` : '';
  console.log(
    `${found.failed > 0 ? 'FAILED' : 'ok    '}  ${name.padEnd(8)}${seconds(Date.now() - start).padStart(7)}${tests}`,
  );
  if (found.failed === 0) return;
  broken.push(name);
  console.log(`\n${output.trim()}\n`);
}

function countUnit(report) {
  return {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
}

function countEnd(report) {
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = report?.stats ?? {};
  return { passed: expected + flaky, failed: unexpected, skipped };
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
