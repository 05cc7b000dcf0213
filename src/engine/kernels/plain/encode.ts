import { isBlank } from '../../table/build/cell-bytes';
import { hashOf } from '../../table/build/text-hash';
import type { Kernels } from '../kernels';
import type { PlainMemory } from './plain-memory';

const NONE = 0xffffffff;

/** `Kernels.encode` on a memory. */
export function encodeIn(memory: PlainMemory): Kernels['encode'] {
  return (bytes, starts, ends, offsets, from, rows, position, state, codes) => {
    const all = new Uint8Array(memory.buffer);
    const words = new Uint32Array(memory.buffer);
    const word = (area: number, index: number): number => words[(area >> 2) + index]!;
    const [slots, mask, hashes] = [word(state, 0), word(state, 1), word(state, 2)];
    const codeIn = (slot: number): number => word(slots, slot * 2 + 1);
    const [places, texts] = [word(state, 3), word(state, 4)];
    const holds = (code: number, start: number, end: number): boolean => {
      let at = texts + word(places, code);
      if (word(places, code + 1) - word(places, code) !== end - start) return false;
      for (let other = start; other < end; other++) if (all[at++] !== all[other]) return false;
      return true;
    };
    let size = word(state, 7);
    const codeOf = (start: number, end: number): number => {
      const hash = hashOf(all, start, end) >>> 0;
      let slot = (hash & mask) >>> 0;
      for (let code = codeIn(slot); code !== NONE; code = codeIn(slot)) {
        if (word(slots, slot * 2) === hash && holds(code, start, end)) return code;
        slot = ((slot + 1) & mask) >>> 0;
      }
      const place = word(places, size);
      if (size === word(state, 5) || place + end - start > word(state, 6)) return -1;
      words.set([hash, size], (slots >> 2) + slot * 2);
      words[(hashes >> 2) + size] = hash;
      all.copyWithin(texts + place, start, end);
      words[(places >> 2) + size + 1] = place + end - start;
      return size++;
    };
    let row = from;
    for (; row < rows; row++) {
      const cell = word(offsets, row) + position;
      const start = bytes + word(starts, cell);
      const end = bytes + word(ends, cell);
      const present = cell < word(offsets, row + 1) && start < end && !isBlank(all, start, end);
      const code = present ? codeOf(start, end) : NONE;
      if (code < 0) break;
      words[(codes >> 2) + row] = code;
    }
    words[(state >> 2) + 7] = size;
    return row;
  };
}
