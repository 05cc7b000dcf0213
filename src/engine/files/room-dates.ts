import { DatesState } from '../kernels/kernels';
import { NUMERIC_ORDERS } from '../table/build/date-cell';
import type { QuickDates } from '../table/build/date-builder';
import type { PartBytes } from './part-bytes';
import { MOST_ROWS } from './record-blocks';
import { RoomBlock } from './room-block';

/** Reads dates in digits by the kernel from blocks that lie in the room of a part; none of other blocks or orders. */
export function roomDates(part: PartBytes): QuickDates {
  const { room } = part;
  const into = room.take(MOST_ROWS * 8);
  const stateAt = room.take(DatesState.words * 4);
  return (block, position, { order, separator }, from, values, at) => {
    const code = NUMERIC_ORDERS.indexOf(order);
    if (!(block instanceof RoomBlock) || code < 0) return null;
    const { startsAt, endsAt, offsetsAt, rows } = block;
    const to = room.kernels.dates(
      part.at,
      startsAt,
      endsAt,
      offsetsAt,
      from,
      rows,
      position,
      code,
      separator,
      into,
      stateAt,
    );
    values.set(room.numbers(into + from * 8, to - from), at + from);
    const state = room.words(stateAt, DatesState.words);
    const timeParts = state[DatesState.timeParts]!;
    const met = {
      largestFirst: state[DatesState.largestFirst]!,
      largestSecond: state[DatesState.largestSecond]!,
      yearDigits: state[DatesState.yearDigits]!,
      hasTime: timeParts > 0,
      timeParts,
      mark: state[DatesState.mark]!,
      zone: false,
      half: false,
    };
    return { to, good: state[DatesState.good]!, met };
  };
}
