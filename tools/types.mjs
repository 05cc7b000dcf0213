// Type-checks every folder with its own tsconfig: `node tools/types.mjs [FOLDER…]`.
import { runScript, script } from './run-command.mjs';

const AT_ONCE = 2;
const tsc = (folder) => ({ folder, args: [script('typescript/bin/tsc'), '--pretty', 'false', '-p', folder] });
const all = [
  {
    folder: 'src/ui',
    args: [
      script('svelte-check/bin/svelte-check'),
      '--tsconfig',
      'src/ui/tsconfig.json',
      '--output',
      'human',
    ],
  },
  ...['src/engine', 'src/workers', 'src/cli', 'src', 'tests', 'e2e'].map(tsc),
];
const chosen = process.argv.slice(2);
const waiting = chosen.length > 0 ? all.filter(({ folder }) => chosen.includes(folder)) : [...all];

let failed = 0;
await Promise.all(Array.from({ length: AT_ONCE }, work));
process.exitCode = failed > 0 ? 1 : 0;

async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { ok, output } = await runScript(next.args);
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${next.folder}`);
    if (ok) continue;
    failed++;
    console.log(output);
  }
}
