import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PYTHONS = [process.env['PYTHON'], 'python3', '/usr/bin/python3'].filter((one) => one !== undefined);
const READS = fileURLToPath(new URL('read_back.py', import.meta.url));

/** A Python that has pandas and openpyxl; null where none is installed. */
export const python =
  PYTHONS.find((one) => spawnSync(one, ['-c', 'import pandas, openpyxl']).status === 0) ?? null;

/** What pandas, and of a workbook openpyxl, reads of a file: by reader, the cells of each column; moments as text. */
export const readByPython = (
  path: string,
  texts: readonly string[],
  dates: readonly string[],
): Record<string, Record<string, unknown[]>> =>
  JSON.parse(
    execFileSync(python!, [READS, path, texts.join(','), dates.join(',')], { encoding: 'utf8' }),
  ) as Record<string, Record<string, unknown[]>>;

/** Whether LibreOffice is installed. */
export const office =
  ['soffice', 'libreoffice'].find((one) => spawnSync(one, ['--version']).status === 0) ?? null;
