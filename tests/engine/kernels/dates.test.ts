import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DatesState } from '../../../src/engine/kernels/kernels';
import { plainKernels } from '../../../src/engine/kernels/plain/plain-kernels';
import { Room } from '../../../src/engine/kernels/room';
import { simdKernels } from '../../../src/engine/kernels/simd';
import { DateCells, NUMERIC_ORDERS } from '../../../src/engine/table/build/date-cell';

const rooms = [simdKernels()!, plainKernels()].map((own) => new Room(own));
const encoder = new TextEncoder();

/** The moments that a room's kernel reads of one cell a record, up to where it leaves off, and what it met. */
function read(room: Room, cells: readonly string[], order: number, separator: string) {
  const { mark } = room;
  const rows = cells.length;
  const parts = cells.map((cell) => encoder.encode(cell));
  const bytes = room.take(parts.reduce((sum, part) => sum + part.length, 16));
  const [starts, ends, state] = [room.take(rows * 4), room.take(rows * 4), room.take(DatesState.words * 4)];
  const offsets = room.take((rows + 1) * 4);
  const into = room.take(rows * 8);
  room.words(offsets, rows + 1).set(Array.from({ length: rows + 1 }, (_, row) => row));
  let at = 0;
  for (const [row, part] of parts.entries()) {
    room.bytes(bytes + at, part.length).set(part);
    room.words(starts, rows)[row] = at;
    room.words(ends, rows)[row] = at += part.length;
  }
  const byte = separator.charCodeAt(0);
  const to = room.kernels.dates(bytes, starts, ends, offsets, 0, rows, 0, order, byte, into, state);
  const found = { values: [...room.numbers(into, to)], met: [...room.words(state, DatesState.words)] };
  room.drop(mark);
  return found;
}

const two = (most: number) =>
  fc
    .tuple(fc.nat(most), fc.boolean())
    .map(([value, wide]) => (wide ? String(value).padStart(2, '0') : String(value)));
const year = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1895, max: 2105 }).map(String) },
  fc.nat(99).map((value) => String(value).padStart(2, '0')),
  fc.nat(9999).map((value) => String(value).padStart(4, '0')),
  fc.nat(99_999).map(String),
);
const clock = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc
    .tuple(
      fc.constantFrom(' ', 'T', '  ', 'x'),
      two(25),
      two(61),
      fc.option(two(61)),
      fc.constantFrom('', 'Z', ' pm', '.5'),
    )
    .map(
      ([mark, hour, minute, second, end]) =>
        `${mark}${hour}:${minute}${second === null ? '' : `:${second}`}${end}`,
    ),
);
const cellsOf = (order: number, separator: string) =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(two(33), two(14), year, clock)
        .map(
          ([day, month, of, time]) =>
            (order === 0 ? [of, month, day] : order === 1 ? [day, month, of] : [month, day, of]).join(
              separator,
            ) + time,
        ),
    },
    fc.constantFrom('', 'x', '1/2', separator, `1${separator}2${separator}`, ' 2024-01-02', '2024-01-02 '),
  );

describe('dates', () => {
  it('reads plain dates as `DateCells` does, with SIMD and without, whatever was met', () => {
    const files = fc
      .tuple(fc.nat(2), fc.constantFrom('-', '/', '.'))
      .chain(([order, separator]) =>
        fc.tuple(
          fc.constant(order),
          fc.constant(separator),
          fc.array(cellsOf(order, separator), { minLength: 1, maxLength: 12 }),
        ),
      )
      .chain(([order, separator, cells]) =>
        fc
          .array(fc.nat(cells.length - 1), { minLength: 1, maxLength: 30 })
          .map((picks) => ({ order, separator, cells: picks.map((at) => cells[at]!) })),
      );
    fc.assert(
      fc.property(files, ({ order, separator, cells }) => {
        const [found, twin] = rooms.map((room) => read(room, cells, order, separator));
        expect(found).toEqual(twin);
        const own = new DateCells(NUMERIC_ORDERS[order]!, separator.charCodeAt(0));
        for (const [row, value] of found!.values.entries()) {
          const bytes = encoder.encode(cells[row]);
          expect(value).toBe(bytes.length === 0 ? NaN : own.parse(bytes, 0, bytes.length));
        }
        const { largestFirst, largestSecond, hasTime, yearDigits, timeParts, mark } = own.met;
        const good = found!.values.filter((value) => !Number.isNaN(value)).length;
        expect(found!.met).toEqual([
          good,
          largestFirst,
          largestSecond,
          yearDigits,
          timeParts,
          hasTime ? mark : 0,
        ]);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    [0, '-', ['2024-02-29', '2024-2-9', '', '1999-12-31T23:59:59', '1999-12-31 8:05'], 5],
    [0, '-', ['2023-02-28', '2023-02-29'], 1],
    [0, '-', ['2024-01-02', ' 2024-01-02'], 1],
    [0, '-', ['2024-01-02', '2024-01-02 24:00'], 1],
    [0, '-', ['2024-01-02', '2024-01-02Z'], 1],
    [0, '-', ['2024-01-02', '2024/01/02'], 1],
    [0, '-', ['2024-01-02', '2024-01-02 10:00 pm'], 1],
    [1, '/', ['31/1/2024', '1/2/24', '01/02/2024 10:22'], 3],
    [1, '/', ['12/31/2024'], 0],
    [2, '/', ['12/31/2024', '1/2/024'], 1],
  ])('leaves off at what is not plain: order %i, %s, of %j it reads %i', (order, separator, cells, count) => {
    for (const room of rooms) expect(read(room, cells, order, separator).values).toHaveLength(count);
  });
});
