// `npm run lint`: ESLint has the rules of the house; oxlint those that know types, at a tenth of the time.
import { runAndTell, script } from './run-command.mjs';

const linters = [
  { name: 'eslint', args: [script('eslint/bin/eslint.js'), '--max-warnings', '0', '.'] },
  {
    name: 'oxlint',
    args: [script('oxlint/bin/oxlint'), '--type-aware', '--max-warnings', '0', 'src', 'tests', 'e2e'],
  },
];

for (const { name, args } of linters) await runAndTell(name, args);
