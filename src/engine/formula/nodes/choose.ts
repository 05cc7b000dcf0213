import type { Kind } from '../../table/columns';
import { BLOCK, constantNode, marksOf, roomFor, writeBlank, type Block, type Node } from '../node';
import { compared } from './compare';
import { anyOf } from './logic';

/** The second where the first is yes, else the third; blank where there is none. A blank condition is no. */
export const ifElse = ([condition, then, otherwise]: readonly Node[], kind: Kind): Node =>
  chosen(otherwise ? [condition!, then!, otherwise] : [condition!, then!], kind);

/** Conditions and values in turn: the value behind the first condition that is yes; the last one alone is for the rest. */
export function chosen(args: readonly Node[], kind: Kind): Node {
  const out = roomFor(kind);
  const open = new Uint8Array(BLOCK);
  const here = new Uint8Array(BLOCK);
  const last = args.length % 2 === 1 ? args.at(-1)! : null;
  return {
    kind,
    read(from, to, live) {
      const n = to - from;
      if (live) open.set(live.subarray(0, n));
      else open.fill(1, 0, n);
      for (let at = 0; at + 1 < args.length; at += 2) {
        const marks = marksOf(args[at]!.read(from, to, open));
        for (let i = 0; i < n; i++) {
          here[i] = open[i] === 1 && marks[i] === 1 ? 1 : 0;
          if (here[i]) open[i] = 0;
        }
        take(args[at + 1]!.read(from, to, here), out, here, n);
      }
      if (last) take(last.read(from, to, open), out, open, n);
      else for (let i = 0; i < n; i++) if (open[i]) writeBlank(kind, out, i);
      return out;
    },
  };
}

/** Copies the values of the rows that are marked. */
function take(from: Block, to: Block, marks: Uint8Array, n: number): void {
  const [values, out] = [from as Float64Array, to as Float64Array];
  for (let i = 0; i < n; i++) if (marks[i] === 1) out[i] = values[i]!;
}

/** The value behind the first that equals the one in front. */
export function switched([of, ...rest]: readonly Node[], kind: Kind): Node {
  const args: Node[] = [];
  for (let at = 0; at + 1 < rest.length; at += 2) args.push(compared('=', [of!, rest[at]!]), rest[at + 1]!);
  if (rest.length % 2 === 1) args.push(rest.at(-1)!);
  return chosen(args, kind);
}

/** Whether the first equals one of the others; of many texts written out, by looking them up. */
export function oneOf([of, ...others]: readonly Node[]): Node {
  const constant = others.filter((one) => one.constant);
  const looked =
    constant.length > 1 ? [lookUp(of!, constant)] : constant.map((one) => compared('=', [of!, one]));
  const rest = others.filter((one) => !one.constant).map((one) => compared('=', [of!, one]));
  return anyOf([...looked, ...rest]);
}

function lookUp(of: Node, others: readonly Node[]): Node {
  const wanted = new Set(others.map((one) => one.read(0, 1, null)[0]!));
  const blank = constantNode(of.kind, null).read(0, 1, null)[0]!;
  const some = wanted.has(blank);
  const out = new Uint8Array(BLOCK);
  return {
    kind: 'boolean',
    read(from, to, live) {
      const values = of.read(from, to, live) as Float64Array;
      for (let i = 0; i < to - from; i++) {
        const value = values[i]!;
        const missing = value === blank || value !== value;
        out[i] = missing ? 2 : wanted.has(value) ? 1 : some ? 2 : 0;
      }
      return out;
    },
  };
}
