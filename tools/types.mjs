// Type-checks every folder with its own tsconfig: `node tools/types.mjs [FOLDER…] [--in-turn]`. The compiler is TypeScript 7,
// several times faster; svelte-check and ESLint still need the library of version 6.
import { runAndTell, script } from './run-command.mjs';

const tsc = (folder) => ({
  folder,
  args: [script('typescript-native/bin/tsc'), '--pretty', 'false', '-p', folder],
});
// The others check against what this one declares, so that it is checked once. Nothing is done where nothing changed.
const engine = {
  folder: 'src/engine',
  args: [script('typescript-native/bin/tsc'), '-b', 'src/engine', '--pretty', 'false'],
};
const others = [
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
  ...['tests', 'src/workers', 'src/sender', 'src/cli', 'src', 'e2e'].map(tsc),
];
const words = process.argv.slice(2);
const inTurn = words.includes('--in-turn');
const chosen = words.filter((word) => word !== '--in-turn');
const waiting = chosen.length > 0 ? others.filter(({ folder }) => chosen.includes(folder)) : [...others];

await check(engine);
await Promise.all(Array.from({ length: inTurn ? 1 : 2 }, work));

async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) await check(next);
}

function check({ folder, args }) {
  return runAndTell(folder, args);
}
