import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadOptions } from '../../src/engine/files/read-options';
import type { ReadChoice } from '../../src/engine/files/read-delimited';
import { readRaw } from '../../src/engine/files/read-raw';
import { readTable } from '../../src/engine/files/read-table';
import { bytesSource, type ByteSource } from '../../src/engine/files/source';
import { unwatched } from '../../src/engine/work';

const FOLDER = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** Whether the folder of real files stands beside the project. */
export const hasRealFiles = existsSync(FOLDER);

/** The path of a real file; only where `hasRealFiles`. */
export const realPath = (path: string): string => FOLDER + path;

/** A real file by its path in that folder. */
export const realFile = (path: string): ByteSource =>
  bytesSource(path.split('/').pop()!, readFileSync(realPath(path)));

/** Text, or bytes, as a file. */
export const fileOf = (content: string | Uint8Array, name = 'orders.csv'): ByteSource =>
  bytesSource(name, typeof content === 'string' ? new TextEncoder().encode(content) : content);

/** Reads text as a table. */
export const read = (content: string | Uint8Array, choice: ReadChoice = {}, sliceBytes?: number) =>
  readTable(fileOf(content), choice, unwatched, sliceBytes === undefined ? {} : { sliceBytes });

/** Plain comma-separated text without a header. */
export const PLAIN: ReadOptions = {
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  skip: 0,
  header: false,
  decimal: '.',
  missing: [],
};

/** All records of some text, as the byte machine sees them. */
export async function records(
  content: string | Uint8Array,
  options: Partial<ReadOptions> = {},
  sliceBytes?: number,
): Promise<string[][]> {
  const found: string[][] = [];
  for await (const record of readRaw(fileOf(content), { ...PLAIN, ...options }, unwatched, sliceBytes)) {
    found.push(record.cells);
  }
  return found;
}

/** The pieces of a written file, end to end, as text. */
export async function written(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  for await (const piece of pieces) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}
