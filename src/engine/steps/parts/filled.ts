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
import { DAY, momentOf } from './calendar';

export type FillValue = string | number | boolean;

/**
 * The column with each blank filled by one of the values: the one `choice` says for its row, the first where there is no
 * `choice`. Dates are filled with `YYYY-MM-DD`, or `YYYY-MM-DD HH:mm:ss.sss`.
 * @throws EngineError `wrong-kind`
 */
export function filledBy(
  name: string,
  column: Column,
  values: readonly FillValue[],
  choice: Uint32Array | null = null,
): Column {
  const cells = values.map((value) => cellOf(column, value));
  const wrong = cells.findIndex((cell) => cell === null);
  if (wrong >= 0) {
    throw new EngineError('wrong-kind', { column: name, kind: column.kind, needed: kindOf(values[wrong]!) });
  }
  const at = (row: number) => (choice ? choice[row]! : 0);
  switch (column.kind) {
    case 'number':
      return new NumberColumn(filledFloats(column.values, cells as number[], at));
    case 'date':
      return new DateColumn(
        filledFloats(column.values, cells as number[], at),
        column.hasTime || (cells as number[]).some((cell) => cell % DAY !== 0),
      );
    case 'boolean':
      return filledBooleans(column, cells as number[], at);
    case 'text':
      return filledTexts(column, cells as string[], at);
  }
}

/** The value as the column keeps it, texts as they are; null where it is of another kind. */
function cellOf({ kind }: Column, value: FillValue): number | string | null {
  if (kind === 'date') return typeof value === 'string' ? momentOf(value) : null;
  if (kind === 'boolean') return typeof value === 'boolean' ? Number(value) : null;
  if (kind === 'number') return typeof value === 'number' ? value : null;
  return typeof value === 'string' ? value : null;
}

const kindOf = (value: FillValue): Kind => (typeof value === 'string' ? 'text' : typeof value) as Kind;

type Choice = (row: number) => number;

function filledFloats(values: Float64Array, cells: readonly number[], at: Choice): Float64Array {
  const out = float64(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    out[row] = value === value ? value : cells[at(row)]!;
  }
  return out;
}

function filledBooleans(column: BooleanColumn, cells: readonly number[], at: Choice): BooleanColumn {
  const { values } = column;
  const out = uint8(values.length);
  for (let row = 0; row < out.length; row++) out[row] = values[row] === 2 ? cells[at(row)]! : values[row]!;
  return new BooleanColumn(out, column.spelling);
}

function filledTexts({ codes, dictionary }: TextColumn, texts: readonly string[], at: Choice): TextColumn {
  const known = withTexts(dictionary, texts);
  const out = uint32(codes.length);
  for (let row = 0; row < out.length; row++) {
    out[row] = codes[row] === MISSING ? known.codes[at(row)]! : codes[row]!;
  }
  return new TextColumn(out, known.dictionary);
}

/** The code of each text, in the dictionary itself where it holds all of them, else in a copy with the others at its end. */
function withTexts(
  dictionary: Dictionary,
  texts: readonly string[],
): { dictionary: Dictionary; codes: number[] } {
  const codeOf = codesOf(dictionary, new Set(texts));
  const added = [...new Set(texts)].filter((text) => !codeOf.has(text));
  added.forEach((text, at) => codeOf.set(text, dictionary.size + at));
  const codes = texts.map((text) => codeOf.get(text)!);
  if (added.length === 0) return { dictionary, codes };
  const more = Dictionary.of(added);
  const used = dictionary.offsets[dictionary.size]!;
  const bytes = uint8(used + more.bytes.length);
  bytes.set(dictionary.bytes.subarray(0, used));
  bytes.set(more.bytes, used);
  const offsets = uint32(dictionary.size + added.length + 1);
  offsets.set(dictionary.offsets);
  for (let at = 1; at <= added.length; at++) offsets[dictionary.size + at] = used + more.offsets[at]!;
  return { dictionary: new Dictionary(bytes, offsets), codes };
}

/** Codes of those texts that the dictionary holds; only texts of a length that is asked for are read. */
function codesOf(dictionary: Dictionary, wanted: ReadonlySet<string>): Map<string, number> {
  const lengths = new Set([...wanted].map((text) => new TextEncoder().encode(text).length));
  const { offsets, size } = dictionary;
  const found = new Map<string, number>();
  for (let code = 0; code < size && found.size < wanted.size; code++) {
    if (!lengths.has(offsets[code + 1]! - offsets[code]!)) continue;
    const text = dictionary.text(code);
    if (wanted.has(text)) found.set(text, code);
  }
  return found;
}
