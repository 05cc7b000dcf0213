// Writes docs/INTAKE.md: what the readers make of the real files beside the project (../shared/data).
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = fileURLToPath(new URL('../docs/INTAKE.md', import.meta.url));
const { module } = await runnerImport(`${root}/tests/intake/intake-table.ts`, {
  root,
  configFile: false,
  logLevel: 'error',
});
const settings = await resolveConfig(page);
writeFileSync(page, await format(await module.intakeTable(), { ...settings, filepath: page }));
console.log(`Wrote ${page}`);
