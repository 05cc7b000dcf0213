import type { Kind } from '../../table/columns';
import type { CellFault } from '../function';
import {
  BLOCK,
  markBlanks,
  numbersOf,
  roomFor,
  writeBlank,
  type Block,
  type Node,
  type Surroundings,
} from '../node';

/** Values as they stand in a block. */
type Cell = number | string;
export type RowFunction = (...values: (Cell | undefined)[]) => number | string | boolean | null;

interface Told {
  kind: Kind;
  fault: CellFault | null;
  around: Surroundings;
}

/** A function done row by row where all its arguments are there; a number or a text that is none is a blank. */
export function eachRow(each: RowFunction, args: readonly Node[], { kind, fault, around }: Told): Node {
  const out = roomFor(kind);
  const blank = new Uint8Array(BLOCK);
  return {
    kind,
    read(from, to, live) {
      const n = to - from;
      blank.fill(0, 0, n);
      const blocks = args.map((arg) => {
        const block = arg.read(from, to, live);
        markBlanks(arg.kind, block, blank, n);
        return block;
      });
      done(each, blocks, { out, blank, n, kind });
      if (fault && kind !== 'text' && kind !== 'boolean') {
        const values = numbersOf(out);
        for (let i = 0; i < n; i++)
          if (blank[i] === 0 && values[i] !== values[i] && (!live || live[i])) around.fault(fault, from + i);
      }
      return out;
    },
  };
}

interface Room {
  out: Block;
  blank: Uint8Array;
  n: number;
  kind: Kind;
}

function done(each: RowFunction, [a, b, c]: readonly Block[], { out, blank, n, kind }: Room): void {
  if (a instanceof Float64Array && b === undefined && out instanceof Float64Array) {
    for (let i = 0; i < n; i++) out[i] = blank[i] === 1 ? NaN : (each(a[i]) as number);
    return;
  }
  for (let i = 0; i < n; i++) {
    if (blank[i] === 1) {
      writeBlank(kind, out, i);
      continue;
    }
    const value = each(a?.[i] as Cell, b?.[i] as Cell | undefined, c?.[i] as Cell | undefined);
    if (kind === 'text') (out as (string | null)[])[i] = (value as string | null) || null;
    else (out as Float64Array)[i] = Number(value);
  }
}
