// `npm run format` writes, with --check it tells. Oxfmt lays out as Prettier does, at a fiftieth of the time, but knows no
// Svelte; Prettier has those files. Both read what .prettierignore leaves out.
import { runAndTell, script } from './run-command.mjs';

const check = process.argv.includes('--check');
const formatters = [
  { name: 'oxfmt', args: [script('oxfmt/bin/oxfmt'), check ? '--check' : '--write', '.'] },
  {
    name: 'prettier',
    args: [
      script('prettier/bin/prettier.cjs'),
      check ? '--check' : '--write',
      '--log-level',
      'warn',
      '**/*.svelte',
    ],
  },
];

for (const { name, args } of formatters) await runAndTell(name, args);
