import type { Kernels } from '../kernels';
import type { PlainMemory } from './plain-memory';

const LF = 0x0a;
const CR = 0x0d;

/** `Kernels.records` on a memory. */
export function recordsIn(memory: PlainMemory): Kernels['records'] {
  return (base, from, limit, delimiter, quote, placesAt, stateAt, startsAt, endsAt, offsetsAt) => {
    const bytes = new Uint8Array(memory.buffer, base);
    const [places, state, starts, ends, offsets] = [placesAt, stateAt, startsAt, endsAt, offsetsAt].map(
      (at) => new Int32Array(memory.buffer, at),
    ) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
    const [mostRows, mostCells] = state as unknown as [number, number];
    let [, , rows, mark] = state as unknown as [number, number, number, number];
    let cell = offsets[rows]!;
    let at = from;
    let complete = from;
    let completeMark = mark;
    while (rows < mostRows && at < limit) {
      let start = at;
      let end = -1;
      if (bytes[at] === quote) {
        end = bytes.indexOf(quote, at + 1);
        if (end < 0 || end + 1 >= limit) break;
        const next = bytes[end + 1]!;
        if (next !== delimiter && next !== LF && next !== CR) break;
        start++;
        at = end + 1;
      }
      while (places[mark]! < at) mark++;
      at = places[mark]!;
      if (at >= limit || cell === mostCells) break;
      starts[cell] = start;
      ends[cell++] = end < 0 ? at : end;
      if (bytes[at] === delimiter) {
        at++;
        continue;
      }
      at += bytes[at] === CR && at + 1 < limit && bytes[at + 1] === LF ? 2 : 1;
      const first = offsets[rows]!;
      if (cell - first === 1 && starts[first] === ends[first]) cell = first;
      else offsets[++rows] = cell;
      complete = at;
      completeMark = mark;
    }
    state[2] = rows;
    state[3] = completeMark;
    return complete;
  };
}
