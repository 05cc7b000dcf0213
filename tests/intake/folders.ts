import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Collections of real files beside the project; the tables about them can be made only where they are there. */
const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** Whether a folder of real files is there. */
export const hasFolder = (folder: string): boolean => existsSync(DATA + folder);

export const bytesOf = (path: string): Uint8Array => readFileSync(DATA + path);

export const jsonOf = <T>(path: string): T => JSON.parse(readFileSync(DATA + path, 'utf8')) as T;
