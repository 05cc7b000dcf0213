import type { Kind } from '../../table/columns';
import { BLOCK, markBlanks, roomFor, writeBlank, type Node } from '../node';

/** Whether the value is missing. */
export function blankMarks(of: Node): Node {
  const out = new Uint8Array(BLOCK);
  return {
    kind: 'boolean',
    read(from, to, live) {
      out.fill(0, 0, to - from);
      markBlanks(of.kind, of.read(from, to, live), out, to - from);
      return out;
    },
  };
}

/** The first value that is there. */
export function firstThere(args: readonly Node[], kind: Kind): Node {
  const out = roomFor(kind) as Float64Array;
  const open = new Uint8Array(BLOCK);
  const missing = new Uint8Array(BLOCK);
  return {
    kind,
    read(from, to, live) {
      const n = to - from;
      if (live) open.set(live.subarray(0, n));
      else open.fill(1, 0, n);
      for (let i = 0; i < n; i++) writeBlank(kind, out, i);
      for (const arg of args) {
        const values = arg.read(from, to, open) as Float64Array;
        missing.fill(0, 0, n);
        markBlanks(kind, values, missing, n);
        for (let i = 0; i < n; i++) {
          if (open[i] !== 1 || missing[i] === 1) continue;
          out[i] = values[i]!;
          open[i] = 0;
        }
      }
      return out;
    },
  };
}
