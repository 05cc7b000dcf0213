import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainKernels } from '../../../src/engine/kernels/plain/plain-kernels';
import { Room } from '../../../src/engine/kernels/room';
import { simdKernels } from '../../../src/engine/kernels/simd';

const rooms = [simdKernels()!, plainKernels()].map((own) => new Room(own));

/** Where a room's kernel finds commas and line ends. Nothing before or behind the bytes may count. */
function found(room: Room, bytes: Uint8Array): number[] {
  const mark = room.mark;
  const at = room.take(bytes.length + 16);
  const into = room.take(bytes.length * 4);
  room.bytes(at, bytes.length + 16).fill(0x0a);
  room.bytes(at, bytes.length).set(bytes);
  const count = room.kernels.marks(at, bytes.length, 0x2c, into);
  const places = [...room.words(into, count)];
  room.drop(mark);
  return places;
}

describe('marks', () => {
  it('lists every delimiter and line end, with SIMD and without', () => {
    const byte = fc.oneof(fc.constantFrom(0x2c, 0x0a, 0x0d, 0x22), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.array(byte, { maxLength: 80 }), (head, tail) => {
        const bytes = Uint8Array.from([...head, ...tail]);
        const expected = [...bytes.keys()].filter((at) => [0x2c, 0x0a, 0x0d].includes(bytes[at]!));
        for (const room of rooms) expect(found(room, bytes)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});
