import { EngineError } from '../../src/engine/errors';
import { sniff } from '../../src/engine/files/sniff';
import { readTable } from '../../src/engine/files/read-table';
import { bytesSource } from '../../src/engine/files/source';
import { unwatched } from '../../src/engine/work';
import { bytesOf, jsonOf } from './folders';

/** What one file of data/encodings was taken for. */
export interface EncodingRow {
  file: string;
  expected: string;
  ours: string;
  /** The next encoding, where letters decided. */
  next: string;
  right: boolean;
  /** Rows and columns that were read, or the code of the error that refused the file. */
  read: string;
}

/** Names of the Encoding Standard for what the files call themselves; latin1 is part of windows-1252 there. */
const LABELS: Record<string, string[]> = {
  'utf-8-sig': ['utf-8'],
  latin1: ['windows-1252'],
  'utf-16': ['utf-16le', 'utf-16be'],
};

export async function measureEncodings(): Promise<EncodingRow[]> {
  const rows: EncodingRow[] = [];
  const expected = jsonOf<Record<string, { encoding: string }>>('encodings/expected.json');
  for (const [file, { encoding }] of Object.entries(expected)) {
    const bytes = bytesOf(`encodings/${file}`);
    const { options, evidence } = sniff(bytes.subarray(0, 1 << 20), bytes.length);
    rows.push({
      file,
      expected: encoding,
      ours: options.encoding,
      next: evidence.encoding.tried[1]?.encoding ?? '',
      right: (LABELS[encoding] ?? [encoding]).includes(options.encoding),
      read: await shapeOf(file, bytes),
    });
  }
  return rows;
}

async function shapeOf(file: string, bytes: Uint8Array): Promise<string> {
  try {
    const { report } = await readTable(bytesSource(file, bytes), {}, unwatched);
    return `${report.rows} × ${report.columns.length}`;
  } catch (error) {
    if (error instanceof EngineError) return `refused: ${error.code}`;
    throw error;
  }
}
