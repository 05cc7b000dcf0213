import { bytesSource, type ByteSource } from '../files/source';
import { readTable, type ReadChoice } from '../files/read-table';
import type { Work } from '../work';
import { understand } from './understand';

const HEAD_BYTES = 1 << 20;
const LF = 0x0a;

/**
 * The column that names the customer in a delimited file, by its first megabyte, and whether a customer may have several
 * rows; null where none is named. A sample goes by it.
 * @throws EngineError as `readTable` does; Stopped
 */
export async function customerColumn(
  source: ByteSource,
  choice: ReadChoice,
  work: Work,
): Promise<{ column: string; several: boolean } | null> {
  const head = await source.read(0, Math.min(HEAD_BYTES, source.size));
  const whole = head.length < source.size ? head.subarray(0, head.lastIndexOf(LF) + 1) : head;
  const read = await readTable(bytesSource(source.name, whole.length > 0 ? whole : head), choice, work);
  const { grain, guesses } = await understand(read, {}, work);
  const named = guesses.find(({ role }) => role === 'customer');
  return named ? { column: named.column, several: grain === 'orders' } : null;
}
