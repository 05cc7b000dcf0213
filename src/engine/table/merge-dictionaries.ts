import { uint32, uint8 } from './buffers';
import { Dictionary } from './dictionary';

/** One dictionary in place of several. */
export interface MergedDictionary {
  dictionary: Dictionary;
  /** For each dictionary given: the new code of each of its codes. */
  codes: readonly Uint32Array[];
}

/**
 * Every distinct string once, in the order of first appearance; compared byte by byte, without decoding any.
 * Strings in one dictionary are distinct already, so the first is taken over as it is.
 */
export function mergeDictionaries(all: readonly Dictionary[]): MergedDictionary {
  const strings = all.reduce((sum, { size }) => sum + size, 0);
  const bytes = uint8(all.reduce((sum, one) => sum + one.offsets[one.size]!, 0));
  const offsets = uint32(strings + 1);
  const slots = new Uint32Array(slotsFor(strings));
  let size = 0;
  const codeOf = (from: Dictionary, code: number): number => {
    const [start, end] = [from.offsets[code]!, from.offsets[code + 1]!];
    const mask = slots.length - 1;
    for (let slot = hashOf(from.bytes, start, end) & mask; ; slot = (slot + 1) & mask) {
      const held = slots[slot]!;
      if (held === 0) {
        bytes.set(from.bytes.subarray(start, end), offsets[size]!);
        offsets[size + 1] = offsets[size]! + end - start;
        slots[slot] = ++size;
        return size - 1;
      }
      if (sameBytes(bytes, offsets[held - 1]!, offsets[held]!, from.bytes, start, end)) return held - 1;
    }
  };
  const codes = all.map((one) => {
    const now = new Uint32Array(one.size);
    for (let code = 0; code < now.length; code++) now[code] = codeOf(one, code);
    return now;
  });
  const used = offsets[size]!;
  return { dictionary: new Dictionary(bytes.subarray(0, used), offsets.subarray(0, size + 1)), codes };
}

/** A power of two that leaves at least half of the slots free. */
function slotsFor(strings: number): number {
  let size = 16;
  while (size < strings * 2) size *= 2;
  return size;
}

/** FNV-1a (Fowler, Noll, Vo; public domain), 32 bits, its high bits mixed in. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function sameBytes(
  a: Uint8Array,
  startA: number,
  endA: number,
  b: Uint8Array,
  startB: number,
  endB: number,
): boolean {
  if (endA - startA !== endB - startB) return false;
  for (let at = startA, other = startB; at < endA; at++, other++) if (a[at] !== b[other]) return false;
  return true;
}
