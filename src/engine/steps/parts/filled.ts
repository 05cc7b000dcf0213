import { EngineError } from '../../errors';
import { float64, uint32, uint8 } from '../../table/buffers';
import {
  BooleanColumn,
  DateColumn,
  MISSING,
  NumberColumn,
  TextColumn,
  type Column,
  type Kind,
} from '../../table/columns';
import { Dictionary } from '../../table/dictionary';
import { DAY, parseDay } from './calendar';

export type FillValue = string | number | boolean;

/** The column with its blanks filled. Dates are filled with `YYYY-MM-DD`. @throws EngineError `wrong-kind` */
export function filled(name: string, column: Column, value: FillValue): Column {
  switch (column.kind) {
    case 'number':
      if (typeof value === 'number') return new NumberColumn(filledFloats(column.values, value));
      break;
    case 'date': {
      const day = typeof value === 'string' ? parseDay(value) : null;
      if (day !== null) return new DateColumn(filledFloats(column.values, day * DAY), column.hasTime);
      break;
    }
    case 'boolean':
      if (typeof value === 'boolean') return filledBooleans(column, value);
      break;
    case 'text':
      if (typeof value === 'string') return filledTexts(column, value);
  }
  throw new EngineError('wrong-kind', { column: name, kind: column.kind, needed: kindOf(value) });
}

const kindOf = (value: FillValue): Kind => (typeof value === 'string' ? 'text' : typeof value) as Kind;

function filledFloats(values: Float64Array, value: number): Float64Array {
  const out = float64(values.length);
  for (let row = 0; row < values.length; row++) out[row] = values[row] === values[row] ? values[row]! : value;
  return out;
}

function filledBooleans(column: BooleanColumn, value: boolean): BooleanColumn {
  const out = uint8(column.length);
  for (let row = 0; row < out.length; row++)
    out[row] = column.values[row] === 2 ? Number(value) : column.values[row]!;
  return new BooleanColumn(out, column.spelling);
}

function filledTexts(column: TextColumn, value: string): TextColumn {
  const { dictionary, code } = withText(column.dictionary, value);
  const codes = uint32(column.length);
  for (let row = 0; row < codes.length; row++) {
    codes[row] = column.codes[row] === MISSING ? code : column.codes[row]!;
  }
  return new TextColumn(codes, dictionary);
}

/** The dictionary itself where it holds the text, else a copy with the text at its end. */
function withText(dictionary: Dictionary, text: string): { dictionary: Dictionary; code: number } {
  const bytes = new TextEncoder().encode(text);
  const found = find(dictionary, bytes);
  if (found !== null) return { dictionary, code: found };
  const used = dictionary.offsets[dictionary.size]!;
  const longer = uint8(used + bytes.length);
  longer.set(dictionary.bytes.subarray(0, used));
  longer.set(bytes, used);
  const offsets = uint32(dictionary.size + 2);
  offsets.set(dictionary.offsets);
  offsets[dictionary.size + 1] = longer.length;
  return { dictionary: new Dictionary(longer, offsets), code: dictionary.size };
}

function find({ bytes, offsets, size }: Dictionary, wanted: Uint8Array): number | null {
  for (let code = 0; code < size; code++) {
    const from = offsets[code]!;
    if (offsets[code + 1]! - from !== wanted.length) continue;
    if (wanted.every((byte, i) => byte === bytes[from + i])) return code;
  }
  return null;
}
