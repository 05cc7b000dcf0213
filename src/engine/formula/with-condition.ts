import type { Ast, CallAst, Span } from './ast';
import { CONDITIONAL } from './elsewhere-called';

/** What `countif`, `sumif` and `averageif` of a spreadsheet are here, as a proposal for the whole call; null for others. */
export function withCondition(
  { name, args, at, to }: CallAst,
  text: string,
): (Span & { found: string; proposal: string }) | null {
  const plain = name.toLowerCase();
  const here = Object.hasOwn(CONDITIONAL, plain) ? CONDITIONAL[plain]! : null;
  const [range, criterion, summed] = args;
  if (here === null || range === undefined || args.length > (here === 'count' ? 2 : 3)) return null;
  if (here !== 'count' && criterion === undefined) return null;
  const written = (of: Span) => text.slice(of.at, of.to);
  const condition = criterion ? `${written(range)} ${compared(criterion, written)}` : written(range);
  const value = here === 'count' ? '1' : written(summed ?? range);
  // A group that stands behind the call stays behind it.
  const end = endOf(args.at(-1)!, text);
  return { at, to: Math.min(end, to), found: name, proposal: `${here}(if(${condition}, ${value}))` };
}

const endOf = (last: Span, text: string): number => text.indexOf(')', last.to) + 1;

/** `">5"` of a spreadsheet is `> 5`. */
function compared(criterion: Ast, written: (of: Span) => string): string {
  if (criterion.type !== 'constant' || criterion.kind !== 'text') return `= ${written(criterion)}`;
  const [, sign, rest] = /^(<=|>=|<>|=|<|>)\s*(.+)$/.exec(String(criterion.value)) ?? [];
  if (sign === undefined || rest === undefined) return `= ${written(criterion)}`;
  return `${sign} ${/^-?\d+(\.\d+)?$/.test(rest) ? rest : `"${rest.replaceAll('"', '""')}"`}`;
}
