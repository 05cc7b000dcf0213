import { EngineError } from '../../../errors';
import type { Progress, Work } from '../../../work';
import type { ByteSource } from '../../source';
import { utf8Maker } from '../../utf8-slices';
import { NotUnderstood } from '../not-understood';
import type { PackLimit } from '../too-packed';
import { unzipEntry } from '../unzip-entry';
import type { ZipEntry } from '../zip-entries';

/** Reads XML from `bytes[from … limit)` and gives the place up to which it is done with it. */
export type Scan = (bytes: Uint8Array, from: number, limit: number) => number;

/** No cell is that long. */
const MOST_WAITING = 1 << 26;

/**
 * Unpacks a part of a workbook and hands its XML to a scanner piece by piece; what the scanner leaves comes again
 * with more behind it. The bytes are only good until the scanner is called again. Ends early once there is `enough`; gives
 * which share of the part was read.
 * @throws EngineError as `unzipEntry`; `unreadable-file` (reason `damaged`) where something never ends; NotUnderstood
 * for XML in an encoding the host does not know; Stopped
 */
export async function scanPart(
  source: ByteSource,
  entry: ZipEntry,
  limit: PackLimit,
  scan: Scan,
  work: Work,
  progress: (read: number) => Progress,
  enough: () => boolean = () => false,
): Promise<number> {
  let waiting = new Uint8Array(1 << 18);
  let length = 0;
  let wanted = 0;
  let make: ((bytes: Uint8Array, final: boolean) => Uint8Array) | null = null;
  for await (const { bytes: raw, read } of unzipEntry(source, entry, limit)) {
    make ??= utf8Of(raw);
    const bytes = make(raw, false);
    if (length + bytes.length > waiting.length) waiting = larger(waiting, length, length + bytes.length);
    waiting.set(bytes, length);
    length += bytes.length;
    // Only what grew to twice its length is looked at again: a long cell is found in time linear in its length.
    if (length < wanted) continue;
    const done = scan(waiting, 0, length);
    waiting.copyWithin(0, done, length);
    length -= done;
    wanted = length * 2;
    if (length > MOST_WAITING)
      throw new EngineError('unreadable-file', { file: source.name, reason: 'damaged' });
    const rest = work.breathe(progress(read));
    if (rest) await rest;
    if (enough()) return read / entry.packed;
  }
  scan(waiting, 0, length);
  return 1;
}

/** XML is nearly always UTF-8, which is taken as it is; the tags behind a byte order mark are found all the same. */
function utf8Of(head: Uint8Array): (bytes: Uint8Array, final: boolean) => Uint8Array {
  const encoding = xmlEncoding(head);
  if (encoding === 'utf-8') return (bytes) => bytes;
  try {
    return utf8Maker(encoding);
  } catch {
    throw new NotUnderstood(encoding);
  }
}

/** UTF-16 has a byte order mark, or a NUL beside its `<`; others are named in the first line. */
function xmlEncoding(head: Uint8Array): string {
  if ((head[0] === 0xff && head[1] === 0xfe) || head[1] === 0) return 'utf-16le';
  if ((head[0] === 0xfe && head[1] === 0xff) || head[0] === 0) return 'utf-16be';
  const text = new TextDecoder('latin1').decode(head.slice(0, 200));
  const named = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([^"']*)/.exec(text)?.[1]?.toLowerCase() ?? 'utf-8';
  return /^(utf-?8|(us-)?ascii)$/.test(named) ? 'utf-8' : named;
}

function larger(bytes: Uint8Array<ArrayBuffer>, length: number, needed: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(Math.max(needed, bytes.length * 2));
  grown.set(bytes.subarray(0, length));
  return grown;
}
