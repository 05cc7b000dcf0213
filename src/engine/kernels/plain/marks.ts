import type { Kernels } from '../kernels';
import type { PlainMemory } from './plain-memory';

const LF = 0x0a;
const CR = 0x0d;

/** `Kernels.marks` on a memory. */
export function marksIn(memory: PlainMemory): Kernels['marks'] {
  return (at, length, delimiter, into) => {
    const bytes = memory.bytes(at, length);
    const found = new Uint32Array(memory.buffer, into, length);
    let count = 0;
    for (let place = 0; place < length; place++) {
      const byte = bytes[place]!;
      if (byte === delimiter || byte === LF || byte === CR) found[count++] = place;
    }
    return count;
  };
}
