import type { ReadOptions } from './read-options';
import type { ByteSource } from './source';

const LF = 0x0a;
const CR = 0x0d;
const FIRST_LOOK = 1 << 16;
const GROWTH = 4;

/**
 * The source without its last lines, as `footer` counts them: blank lines do not count, and go with those that do.
 * The source itself where nothing is to go.
 */
export async function withoutFooter(
  source: ByteSource,
  { footer = 0, encoding }: Pick<ReadOptions, 'footer' | 'encoding'>,
): Promise<ByteSource> {
  if (footer === 0 || source.size === 0) return source;
  const unit = unitOf(encoding);
  for (let length = FIRST_LOOK; ; length *= GROWTH) {
    const from = Math.max(0, source.size - (source.size % unit.bytes) - length);
    const tail = await source.read(from, source.size);
    const place = lastLines(tail, footer, unit, from === 0);
    if (place >= 0) return cut(source, from + place);
  }
}

function cut(source: ByteSource, size: number): ByteSource {
  return { name: source.name, size, read: (from, to) => source.read(from, Math.min(to, size)) };
}

interface Unit {
  bytes: number;
  at(bytes: Uint8Array, place: number): number;
}

/** How a character of ASCII is written. */
function unitOf(encoding: string): Unit {
  if (/^utf-?16be$/i.test(encoding))
    return { bytes: 2, at: (bytes, at) => (bytes[at]! << 8) | bytes[at + 1]! };
  if (/^utf-?16/i.test(encoding)) return { bytes: 2, at: (bytes, at) => bytes[at]! | (bytes[at + 1]! << 8) };
  return { bytes: 1, at: (bytes, at) => bytes[at]! };
}

/** Where the last so many lines with something on them begin; -1 where they begin before these bytes. */
function lastLines(bytes: Uint8Array, lines: number, unit: Unit, whole: boolean): number {
  let found = 0;
  let filled = false;
  for (let at = bytes.length - (bytes.length % unit.bytes) - unit.bytes; at >= 0; at -= unit.bytes) {
    const code = unit.at(bytes, at);
    if (code !== LF && code !== CR) {
      filled ||= code > 0x20;
      continue;
    }
    if (filled && ++found === lines) return at + unit.bytes;
    filled = false;
  }
  return whole ? 0 : -1;
}
