import type { Typed, TypedCall } from './typed';

/** What numbers are counted in; `pure` fits beside any. */
type Counted = { unit: string } | 'pure' | null;

/** What these give is counted in what all of their values are. */
const KEEPS: ReadonlySet<string> = new Set([
  '+', '-', 'least', 'greatest', 'coalesce', 'clip', 'mean', 'median', 'sum', 'min', 'max', 'stdev', 'cumulative_sum',
]); // prettier-ignore
/** The same of their first value alone. */
const FIRST: ReadonlySet<string> = new Set([
  'round', 'floor', 'ceil', 'abs', 'percentile', 'first', 'last', 'lag', 'lead', 'blank_if',
]); // prettier-ignore

/**
 * What a formula's numbers are counted in: where all it is made of is counted in one unit and it keeps that (sums,
 * differences, the least and greatest, means, and times or by a number that is written out). Null where it does not, or a
 * column says nothing.
 */
export function unitOf(of: Typed, units: ReadonlyMap<string, string>): string | null {
  const found = counted(of, units);
  return found === null || found === 'pure' ? null : found.unit;
}

function counted(of: Typed, units: ReadonlyMap<string, string>): Counted {
  if (of.type === 'constant') return of.kind === 'number' || of.kind === 'blank' ? 'pure' : null;
  if (of.kind !== 'number') return null;
  if (of.type === 'call') return ofCall(of, units);
  const unit = units.get(of.name);
  return unit === undefined ? null : { unit };
}

function ofCall({ fn: { name }, args }: TypedCall, units: ReadonlyMap<string, string>): Counted {
  const parts = () => args.map((arg) => counted(arg, units));
  if (KEEPS.has(name)) return together(parts());
  if (FIRST.has(name)) return counted(args[0]!, units);
  if (name === 'if') return together(parts().slice(1));
  if (name === 'case') return together(parts().filter((_, i) => i % 2 === 1 || i === args.length - 1));
  if (name !== '*' && name !== '/') return null;
  const [one, other] = parts() as [Counted, Counted];
  if (other === 'pure') return one;
  return name === '*' && one === 'pure' ? other : null;
}

/** The unit that all of them have. */
function together(parts: readonly Counted[]): Counted {
  let found: Counted = 'pure';
  for (const part of parts) {
    if (part === null) return null;
    if (part === 'pure') continue;
    if (found !== 'pure' && found.unit !== part.unit) return null;
    found = part;
  }
  return found;
}
