import type { QuickNumbers } from '../table/build/number-builder';
import { POWERS } from '../table/build/number-cell';
import type { PartBytes } from './part-bytes';
import { MOST_ROWS } from './record-blocks';
import { RoomBlock } from './room-block';

/** Reads plain numbers by the kernel from blocks that lie in the room of a part; none of other blocks. */
export function roomNumbers(part: PartBytes): QuickNumbers {
  const { room } = part;
  const powers = room.take(POWERS.length * 8);
  const into = room.take(MOST_ROWS * 8);
  const good = room.take(4);
  room.numbers(powers, POWERS.length).set(POWERS);
  return (block, position, decimal, from, values, at) => {
    if (!(block instanceof RoomBlock)) return null;
    const { startsAt, endsAt, offsetsAt, rows } = block;
    const to = room.kernels.numbers(
      part.at,
      startsAt,
      endsAt,
      offsetsAt,
      from,
      rows,
      position,
      decimal,
      powers,
      into,
      good,
    );
    values.set(room.numbers(into + from * 8, to - from), at + from);
    return { to, good: room.words(good, 1)[0]! };
  };
}
