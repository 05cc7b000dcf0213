import { EngineError } from '../errors';
import type { Work } from '../work';
import { cellShape } from './cell-shape';
import { fileHead, HEAD_BYTES, withinHead, type FileHead } from './file-head';
import { readDelimited, type ReadChoice, type ReadMeans } from './read-delimited';
import type { ReadResult } from './read-report';
import { sniff, type Sniffed } from './sniff';
import type { ByteSource } from './source';

export type { ReadChoice, ReadMeans };

/**
 * Reads a file into a table of typed columns, and reports what was concluded, changed and not understood.
 * Blank cells are missing in every kind; a column has a kind only if every other cell has it, else it is text.
 * `means` change nothing about what is found.
 * @throws EngineError `empty-file`, `header-only`, `not-a-table`, `one-column`, `unreadable-file`; Stopped
 */
export async function readTable(
  source: ByteSource,
  choice: ReadChoice,
  work: Work,
  means: ReadMeans = {},
): Promise<ReadResult> {
  const sniffed = means.sniffed ?? (await sniffSource(source, choice, work));
  // The seam for other formats: `sniffed.format` says who reads on.
  return readDelimited(source, sniffed, choice, work, means);
}

async function sniffSource(source: ByteSource, choice: ReadChoice, work: Work): Promise<Sniffed> {
  const head = await fileHead(source, choice.options ?? {}, work);
  return sniffHead(head, source, choice, await tailOf(source));
}

const TAIL_BYTES = 1 << 16;

/** The last bytes of a file that is longer than what it is judged by; they begin where a character of UTF-16 does. */
export async function tailOf(source: ByteSource): Promise<Uint8Array | undefined> {
  const from = source.size - TAIL_BYTES;
  return source.size > HEAD_BYTES ? source.read(from - (from % 2), source.size) : undefined;
}

/**
 * Concludes from the head of a file how it is to be read.
 * @throws EngineError `empty-file`, `not-a-table`, `one-column`
 */
export function sniffHead(
  head: FileHead,
  source: ByteSource,
  choice: ReadChoice,
  tail?: Uint8Array,
): Sniffed {
  try {
    const sniffed = sniff(head.bytes, head.size, withinHead(choice.options ?? {}, head), tail);
    if (!sniffed.separated && !isPlainList(sniffed)) throw new EngineError('one-column');
    const { options } = sniffed;
    return { ...sniffed, options: { ...options, skip: choice.options?.skip ?? options.skip + head.lines } };
  } catch (error) {
    if (error instanceof EngineError)
      throw new EngineError(error.code, { file: source.name, ...error.details });
    throw error;
  }
}

const PLAIN_SHARE = 0.9;

/** Marks that keep cells apart in few files and stand in no number, date, address or name. */
const ODD_MARKS = ['#', '~', '^', '¦', '§', '*', '!', '=', '%', '$'];

/**
 * Whether one column makes sense by itself: numbers, dates, addresses or single words, not lines of prose nor cells
 * kept apart by a mark that is not looked for.
 */
function isPlainList({ records }: Sniffed): boolean {
  const lines = records.map((record) => record.join(' ').trim());
  if (lines.length > 1 && ODD_MARKS.some((mark) => lines.every((line) => line.slice(1, -1).includes(mark))))
    return false;
  const plain = lines.filter(
    (line) => !/\s/.test(line) || ['number', 'date', 'blank'].includes(cellShape(line)),
  );
  return plain.length >= lines.length * PLAIN_SHARE;
}
