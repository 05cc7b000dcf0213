import { BLOCK, marksOf, type Node } from '../node';

const BLANK = 2;

/** No if one is no; else blank if one is; else yes. */
export const allOf = (args: readonly Node[]): Node => settled(args, 0);

/** Yes if one is yes; else blank if one is; else no. */
export const anyOf = (args: readonly Node[]): Node => settled(args, 1);

/** The value that settles the matter wins, then a blank. */
function settled(args: readonly Node[], settles: 0 | 1): Node {
  const out = new Uint8Array(BLOCK);
  return {
    kind: 'boolean',
    read(from, to, live) {
      const n = to - from;
      out.fill(1 - settles, 0, n);
      for (const arg of args) {
        const values = marksOf(arg.read(from, to, live));
        for (let i = 0; i < n; i++) {
          if (values[i] === settles) out[i] = settles;
          else if (values[i] === BLANK && out[i] !== settles) out[i] = BLANK;
        }
      }
      return out;
    },
  };
}

export function notOf(of: Node): Node {
  const out = new Uint8Array(BLOCK);
  return {
    kind: 'boolean',
    read(from, to, live) {
      const values = marksOf(of.read(from, to, live));
      for (let i = 0; i < to - from; i++) out[i] = values[i] === BLANK ? BLANK : 1 - values[i]!;
      return out;
    },
  };
}
