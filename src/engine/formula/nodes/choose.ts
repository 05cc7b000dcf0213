import { MISSING, type Kind } from '../../table/columns';
import { joinedLists, type Coded } from '../coded';
import { BLOCK, constantNode, marksOf, roomFor, writeBlank, type Block, type Node } from '../node';
import { compared } from './compare';
import { anyOf } from './logic';

/** The second where the first is yes, else the third; blank where there is none. A blank condition is no. */
export const ifElse = ([condition, then, otherwise]: readonly Node[], kind: Kind): Node =>
  chosen(otherwise ? [condition!, then!, otherwise] : [condition!, then!], kind);

/** Conditions and values in turn: the value behind the first condition that is yes; the last one alone is for the rest. */
export function chosen(args: readonly Node[], kind: Kind): Node {
  const out = roomFor(kind);
  const eachValue = branches(args);
  const coded = kind === 'text' ? codedChoice(args) : null;
  return {
    kind,
    ...(coded && { coded }),
    read(from, to, live) {
      const n = to - from;
      eachValue(from, to, live, (value, marks) => {
        if (value) take(value.read(from, to, marks), out, marks, n);
        else for (let i = 0; i < n; i++) if (marks[i]) writeBlank(kind, out, i);
      });
      return out;
    },
  };
}

/** The same in codes, where all values are known as such. */
function codedChoice(args: readonly Node[]): Coded | null {
  const values = args.filter((_, i) => i % 2 === 1 || i === args.length - 1);
  const lists = values.flatMap(({ coded }) => (coded ? [coded] : []));
  if (lists.length < values.length) return null;
  const { starts, ...all } = joinedLists(lists);
  const startOf = new Map(values.map((value, i) => [value, starts[i]!]));
  const out = new Uint32Array(BLOCK);
  const eachValue = branches(args);
  return {
    ...all,
    read(from, to, live) {
      const n = to - from;
      eachValue(from, to, live, (value, marks) => {
        const codes = value?.coded!.read(from, to, marks);
        const start = value ? startOf.get(value)! : 0;
        for (let i = 0; i < n; i++) {
          if (marks[i] !== 1) continue;
          const code = codes ? codes[i]! : MISSING;
          out[i] = code === MISSING ? MISSING : code + start;
        }
      });
      return out;
    },
  };
}

type EachValue = (
  from: number,
  to: number,
  live: Uint8Array | null,
  /** Told of each value with the rows that take it; null: those that none takes. */
  told: (value: Node | null, marks: Uint8Array) => void,
) => void;

function branches(args: readonly Node[]): EachValue {
  const open = new Uint8Array(BLOCK);
  const here = new Uint8Array(BLOCK);
  const last = args.length % 2 === 1 ? args.at(-1)! : null;
  return (from, to, live, told) => {
    const n = to - from;
    if (live) open.set(live.subarray(0, n));
    else open.fill(1, 0, n);
    for (let at = 0; at + 1 < args.length; at += 2) {
      const marks = marksOf(args[at]!.read(from, to, open));
      for (let i = 0; i < n; i++) {
        here[i] = open[i] === 1 && marks[i] === 1 ? 1 : 0;
        if (here[i]) open[i] = 0;
      }
      told(args[at + 1]!, here);
    }
    told(last, open);
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
