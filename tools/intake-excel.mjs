// Writes docs/INTAKE-EXCEL.md: what the readers make of the real spreadsheets beside the project (../shared/data/excel).
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = fileURLToPath(new URL('../docs/INTAKE-EXCEL.md', import.meta.url));
const { module } = await runnerImport(`${root}/tests/intake/excel-page.ts`, {
  root,
  configFile: false,
  logLevel: 'error',
});
const settings = await resolveConfig(page);
writeFileSync(page, await format(module.page, { ...settings, filepath: page }));
console.log(`Wrote ${page}`);
