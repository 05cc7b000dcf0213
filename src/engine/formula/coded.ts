import { uint32 } from '../table/buffers';
import { MISSING } from '../table/columns';
import { BLOCK } from './node';

/** Texts as numbers of a list, for parts of a formula that hand on texts without looking at them. */
export interface Coded {
  /** How many texts there are, and each of them; an empty one is a blank. */
  readonly size: number;
  text(code: number): string;
  /** As `Node.read`; `MISSING` where there is none. */
  read(from: number, to: number, live: Uint8Array | null): Uint32Array;
}

/** The same text in every row; null: a blank. */
export function codedConstant(text: string | null): Coded {
  const block = uint32(BLOCK).fill(text === null ? MISSING : 0);
  return { size: 1, text: () => text ?? '', read: () => block };
}

/** The texts of several, one list behind the other, and where each begins. */
export function joinedLists(
  parts: readonly Coded[],
): Pick<Coded, 'size' | 'text'> & { starts: readonly number[] } {
  const starts: number[] = [];
  let size = 0;
  for (const part of parts) {
    starts.push(size);
    size += part.size;
  }
  const text = (code: number): string => {
    let at = parts.length - 1;
    while (starts[at]! > code) at--;
    return parts[at]!.text(code - starts[at]!);
  };
  return { size, text, starts };
}
