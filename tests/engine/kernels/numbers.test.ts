import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainKernels } from '../../../src/engine/kernels/plain/plain-kernels';
import { Room } from '../../../src/engine/kernels/room';
import { simdKernels } from '../../../src/engine/kernels/simd';
import { numberCell, POWERS } from '../../../src/engine/table/build/number-cell';

const rooms = [simdKernels()!, plainKernels()].map((own) => new Room(own));
const encoder = new TextEncoder();

/** The numbers that a room's kernel reads of one cell a record, up to where it leaves off. */
function read(room: Room, cells: readonly string[], decimal: string): number[] {
  const { mark } = room;
  const rows = cells.length;
  const parts = cells.map((cell) => encoder.encode(cell));
  const bytes = room.take(parts.reduce((sum, part) => sum + part.length, 16));
  const [starts, ends, good] = [room.take(rows * 4), room.take(rows * 4), room.take(4)];
  const offsets = room.take((rows + 1) * 4);
  const powers = room.take(POWERS.length * 8);
  const into = room.take(rows * 8);
  room.numbers(powers, POWERS.length).set(POWERS);
  room.words(offsets, rows + 1).set(Array.from({ length: rows + 1 }, (_, row) => row));
  let at = 0;
  for (const [row, part] of parts.entries()) {
    room.bytes(bytes + at, part.length).set(part);
    room.words(starts, rows)[row] = at;
    room.words(ends, rows)[row] = at += part.length;
  }
  const point = decimal.charCodeAt(0);
  const to = room.kernels.numbers(bytes, starts, ends, offsets, 0, rows, 0, point, powers, into, good);
  const values = [...room.numbers(into, to)];
  expect(room.words(good, 1)[0]).toBe(values.filter((value) => !Number.isNaN(value)).length);
  room.drop(mark);
  return values;
}

const plain = fc
  .tuple(fc.constantFrom('', '-'), fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.nat(15))
  .map(([sign, whole, point]) => {
    const digits = String(whole);
    const inside = point > 0 && point < digits.length;
    return inside ? `${sign}${digits.slice(0, point)}.${digits.slice(point)}` : sign + digits;
  });
const odd = fc.constantFrom('007', '0.50', '-0', '00', '.', '-', '.5', '5.', '+7', '1e5', '1,000', ' 1', 'x');
const long = fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String);
const cell = fc.oneof({ weight: 8, arbitrary: plain }, odd, fc.constant(''), long);

describe('numbers', () => {
  it('reads plain numbers as `numberCell` does, with SIMD and without', () => {
    const cells = fc.array(cell, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(cells, fc.constantFrom('.', ','), (texts, decimal) => {
        const written = texts.map((text) => (decimal === ',' ? text.replace('.', ',') : text));
        const [found, twin] = rooms.map((room) => read(room, written, decimal));
        expect(found).toEqual(twin);
        for (const [row, value] of found!.entries()) {
          const bytes = encoder.encode(written[row]);
          expect(value).toBe(numberCell(bytes, 0, bytes.length, decimal.charCodeAt(0)));
        }
      }),
    );
  });

  it.each([
    [['12', '-3.25', '0', '', '0.5', '-0', '999999999999999', '123456.789012345'], 8],
    [['1', '007'], 1],
    [['1', '1e5'], 1],
    [['1', '.'], 1],
    [['1', ' 2'], 1],
    [['1234567890123456'], 0],
  ])('leaves off at what is not plain: of %j it reads %i', (cells, count) => {
    for (const room of rooms) expect(read(room, cells, '.')).toHaveLength(count);
  });
});
