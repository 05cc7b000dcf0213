import { bytesSource, type ByteSource } from '../files/source';
import { readTable, type ReadChoice } from '../files/read-table';
import type { Work } from '../work';
import { understand } from './understand';

const HEAD_BYTES = 1 << 20;
const LF = 0x0a;

/**
 * The column that names the customer in a delimited file of orders, by its first megabyte; null where each row is a
 * customer, or none is named. A sample goes by it.
 * @throws EngineError as `readTable` does; Stopped
 */
export async function customerColumn(
  source: ByteSource,
  choice: ReadChoice,
  work: Work,
): Promise<string | null> {
  const head = await source.read(0, Math.min(HEAD_BYTES, source.size));
  const whole = head.length < source.size ? head.subarray(0, head.lastIndexOf(LF) + 1) : head;
  const read = await readTable(bytesSource(source.name, whole.length > 0 ? whole : head), choice, work);
  const { grain, guesses } = await understand(read, {}, work);
  if (grain !== 'orders') return null;
  return guesses.find(({ role }) => role === 'customer')?.column ?? null;
}
