import { dayNumber } from '../../table/build/date-cell';
import { DatesState, type Kernels } from '../kernels';
import type { PlainMemory } from './plain-memory';

const [YMD, DMY] = [0, 1];
const PATTERN = /^(\d{1,4})(.)(\d{1,2})\2(\d{1,4})(?:([ T])(\d{1,2}):(\d\d)(?::(\d\d))?)?$/s;
const DAY_MS = 86_400_000;

/** `Kernels.dates` on a memory. */
export function datesIn(memory: PlainMemory): Kernels['dates'] {
  return (base, startsAt, endsAt, offsetsAt, from, rows, position, order, separator, into, stateAt) => {
    const bytes = new Uint8Array(memory.buffer, base);
    const [starts, ends, offsets] = [startsAt, endsAt, offsetsAt].map(
      (at) => new Int32Array(memory.buffer, at),
    ) as [Int32Array, Int32Array, Int32Array];
    const state = new Int32Array(memory.buffer, stateAt, DatesState.words).fill(0);
    const values = memory.numbers(into, rows);
    let row = from;
    for (; row < rows; row++) {
      const cell = offsets[row]! + position;
      let value = NaN;
      if (cell < offsets[row + 1]! && starts[cell]! < ends[cell]!) {
        value = plainDate(bytes.subarray(starts[cell]!, ends[cell]!), order, separator, state);
        if (value !== value) break;
        state[DatesState.good]!++;
      }
      values[row] = value;
    }
    return row;
  };
}

function plainDate(cell: Uint8Array, order: number, separator: number, state: Int32Array): number {
  const found = PATTERN.exec(String.fromCharCode(...cell));
  if (!found || found[2]!.charCodeAt(0) !== separator) return NaN;
  const [one, two, three] = [found[1]!, found[3]!, found[4]!];
  const year = order === YMD ? one : three;
  const short = order === YMD ? three : one;
  if (short.length > 2 || (year.length !== 4 && (order === YMD || year.length !== 2)) || year === '0000')
    return NaN;
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 69 ? 2000 : 1900);
  const month = Number(order === YMD || order === DMY ? two : one);
  const day = Number(order === YMD ? three : order === DMY ? one : two);
  const [hour, minute, seconds] = [found[6], found[7], found[8]].map((part) => Number(part ?? 0));
  const days = dayNumber(full, month, day);
  if (days !== days || hour! > 23 || minute! > 59 || seconds! > 59) return NaN;
  note(state, found, order, year);
  return days * DAY_MS + ((hour! * 60 + minute!) * 60 + seconds!) * 1000;
}

function note(state: Int32Array, found: RegExpExecArray, order: number, year: string): void {
  if (found[5] !== undefined) {
    const parts = found[8] === undefined ? 2 : 3;
    state[DatesState.mark] = found[5].charCodeAt(0);
    state[DatesState.timeParts] = Math.max(state[DatesState.timeParts]!, parts);
  }
  if (order === YMD) return;
  state[DatesState.yearDigits] = year.length;
  state[DatesState.largestFirst] = Math.max(state[DatesState.largestFirst]!, Number(found[1]));
  state[DatesState.largestSecond] = Math.max(state[DatesState.largestSecond]!, Number(found[3]));
}
