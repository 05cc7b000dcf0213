import { constantNode, type Node, type Surroundings } from '../../../formula/node';
import { learntCalls } from '../../../formula/learnt-calls';
import type { Typed, TypedCall, TypedConstant } from '../../../formula/typed';
import { kindOf } from '../../../formula/check';

const SILENT: Surroundings = { fault: () => undefined };

/** The formula with what was learnt, and all that hangs on no column, written out as values. */
export function folded(of: Typed, learnt: readonly (number | null)[]): Typed {
  const known = new Map(learntCalls(of).map((call, at) => [call, learnt[at] ?? null]));
  return settled(of, known);
}

function settled(of: Typed, learnt: ReadonlyMap<TypedCall, number | null>): Typed {
  if (of.type !== 'call') return of;
  const value = learnt.get(of);
  if (value !== undefined) return constant(of, value);
  const call = { ...of, args: of.args.map((arg) => settled(arg, learnt)) };
  const { way } = call.fn;
  if ('summary' in way || 'place' in way) return call;
  const values = call.args.filter((arg): arg is TypedConstant => arg.type === 'constant');
  // A function of a row that is given a blank gives a blank.
  if ('each' in way && values.some((arg) => arg.value === null)) return constant(of, null);
  return values.length === call.args.length ? constant(of, valueOf(call, values)) : call;
}

const constant = ({ at, to, kind }: TypedCall, value: TypedConstant['value']): TypedConstant => ({
  type: 'constant',
  at,
  to,
  kind,
  value,
});

function valueOf({ fn: { way }, kind }: TypedCall, args: readonly TypedConstant[]): TypedConstant['value'] {
  if ('each' in way) {
    // Yes and no are 1 and 0 to them.
    const values = args.map(({ value }) => (typeof value === 'boolean' ? Number(value) : value));
    return there((way.each as (...of: unknown[]) => TypedConstant['value'])(...values));
  }
  if (!('make' in way)) return null;
  const nodes: Node[] = args.map((arg) => constantNode(kindOf(arg), arg.value));
  const cell = way.make(nodes, kind, SILENT).read(0, 1, null)[0]!;
  if (kind === 'boolean') return cell === 2 ? null : cell === 1;
  return there(cell);
}

const there = (value: TypedConstant['value'] | undefined): TypedConstant['value'] =>
  value === undefined || value === '' || (typeof value === 'number' && !Number.isFinite(value))
    ? null
    : value;
