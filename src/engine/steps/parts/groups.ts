import { uint32 } from '../../table/buffers';
import { MISSING, type Column } from '../../table/columns';

/** Rows by value: equal cells have equal codes below `size`; a blank has `MISSING`. Not every code need occur. */
export interface Groups {
  codes: Uint32Array;
  size: number;
}

/** Groups the rows of a column by value. Text is grouped by its own codes, at no cost. */
export function groupsOf(column: Column): Groups {
  if (column.kind === 'text') return { codes: column.codes, size: column.dictionary.size };
  if (column.kind === 'boolean') {
    return { codes: Uint32Array.from(column.values, (value) => (value === 2 ? MISSING : value)), size: 2 };
  }
  return groupsOfFloats(column.values);
}

/** Codes in order of first appearance, by an open-addressed table at most half full. */
function groupsOfFloats(values: Float64Array): Groups {
  const codes = uint32(values.length);
  const mask = 2 ** Math.ceil(Math.log2(Math.max(values.length, 1) * 2)) - 1;
  const places = new Uint32Array(mask + 1).fill(MISSING);
  const distinct: number[] = [];
  const bits = new Int32Array(2);
  const float = new Float64Array(bits.buffer);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]! + 0; // −0 becomes 0
    if (value !== value) {
      codes[row] = MISSING;
      continue;
    }
    float[0] = value;
    let place = spread(bits[0]!, bits[1]!) & mask;
    while (places[place] !== MISSING && distinct[places[place]!] !== value) place = (place + 1) & mask;
    if (places[place] === MISSING) places[place] = distinct.push(value) - 1;
    codes[row] = places[place]!;
  }
  return { codes, size: distinct.length };
}

function spread(low: number, high: number): number {
  let h = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
  h ^= h >>> 16;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 13);
}
