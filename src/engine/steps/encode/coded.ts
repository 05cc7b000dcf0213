import { uint32 } from '../../table/buffers';
import { MISSING, type Column } from '../../table/columns';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';

/** A column as codes into a list of values in words. */
export interface Coded {
  /** Of each row; `MISSING` where it is blank. */
  codes: Uint32Array;
  /** How many codes there are; some may stand in no row. */
  size: number;
  /** The value in words: numbers with their shortest digits, yes and no as the source spells them. */
  word(code: number): string;
  /** Whether one value stands before another: text by code points, numbers by size, no before yes. */
  compare(one: string, other: string): number;
}

/** Text, yes or no, or numbers as codes. */
export async function coded(column: Exclude<Column, { kind: 'date' }>, work: Work): Promise<Coded> {
  if (column.kind === 'text') {
    const { codes, dictionary } = column;
    return { codes, size: dictionary.size, word: (code) => dictionary.text(code), compare: byCodePoint };
  }
  return column.kind === 'number' ? codedNumbers(column.values, work) : codedBooleans(column, work);
}

async function codedBooleans(
  { values, spelling }: { values: Uint8Array; spelling: readonly [string, string] },
  work: Work,
): Promise<Coded> {
  const codes = uint32(values.length);
  await inBlocks(values.length, 'encoding', work, (from, to) => {
    for (let row = from; row < to; row++) codes[row] = values[row] === 2 ? MISSING : values[row]!;
  });
  const place = (word: string) => spelling.indexOf(word);
  return {
    codes,
    size: 2,
    word: (code) => spelling[code as 0 | 1],
    compare: (one, other) => place(one) - place(other),
  };
}

async function codedNumbers(values: Float64Array, work: Work): Promise<Coded> {
  const codes = uint32(values.length);
  const codeOf = new Map<number, number>();
  const known: number[] = [];
  await inBlocks(values.length, 'encoding', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = values[row]! + 0;
      let code = value === value ? codeOf.get(value) : MISSING;
      if (code === undefined) {
        codeOf.set(value, (code = known.length));
        known.push(value);
      }
      codes[row] = code;
    }
  });
  const compare = (one: string, other: string) => Number(one) - Number(other);
  return { codes, size: known.length, word: (code) => String(known[code]), compare };
}

/** As Python sorts text; JavaScript's own order differs beyond U+FFFF. */
export function byCodePoint(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  for (let i = 0; i < shorter; i++) {
    if (one[i] === other[i]) continue;
    // The second half of a pair differs where the first is the same; both pairs are whole characters there.
    const [a, b] = [one.charCodeAt(i), other.charCodeAt(i)];
    return isHalf(a) === isHalf(b) ? a - b : isHalf(a) ? 1 : -1;
  }
  return one.length - other.length;
}

const isHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
