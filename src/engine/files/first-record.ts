import { CellBlock } from '../table/build/cell-block';
import { Carry } from './carry';
import { lineEnd } from './line-end';
import type { ReadOptions } from './read-options';
import { scanOf } from './record-blocks';
import type { ByteSource } from './source';
import { hasUtf8Bom } from './utf8-slices';

const HEAD_BYTES = 1 << 20;

/**
 * Where in a file its first record of data begins: behind the byte order mark, the lines to be passed over and the
 * header. Null where the first megabyte does not hold all of them.
 */
export async function firstRecord(source: ByteSource, options: ReadOptions): Promise<number | null> {
  const scan = scanOf(options);
  if (!scan || source.size === 0) return null;
  const carry = new Carry();
  carry.append(await source.read(0, Math.min(HEAD_BYTES, source.size)));
  const { bytes, length } = carry;
  let at = hasUtf8Bom(bytes) && length >= 3 ? 3 : 0;
  for (let line = 0; line < options.skip; line++) {
    at = lineEnd(bytes, at, length, false);
    if (at < 0) return null;
  }
  if (!options.header) return at;
  const heading = new CellBlock(1, 256);
  heading.bytes = bytes;
  const next = scan(heading, at, length, false);
  return heading.rows === 0 ? null : next;
}
