import { FUNCTION_WORDS } from '../../text/formula-functions';

/** Functions to which the order of rows matters. */
export const ORDERED: ReadonlySet<string> = new Set([
  'first',
  'last',
  'row_number',
  'lag',
  'lead',
  'cumulative_sum',
]);
const GROUPED = new Set(Object.keys({ ...FUNCTION_WORDS.Columns, ...FUNCTION_WORDS.Groups }));
const TOKEN = /"[^"]*"?|'[^']*'?|\[(?:[^\]]|\]\])*\]?|[\p{L}\p{N}_]+|\S/gu;

/** A function of columns that is closed, and whether its groups are said. */
interface Closed {
  name: string;
  over: boolean;
}

/** `over` and `order by`, where they may stand: behind the closing parenthesis of a function they mean something to. */
export function clausesAt(formula: string, at: number): string[] {
  const open: { before: string; closed: Closed | null }[] = [];
  let before = '';
  let closed: Closed | null = null;
  for (const [written] of formula.slice(0, at).matchAll(TOKEN)) {
    const token = written.toLowerCase();
    if (token === '(') {
      open.push({ before, closed });
      closed = null;
    } else if (token === ')') {
      const call = open.pop();
      closed = call?.before === 'over' ? said(call.closed) : { name: call?.before ?? '', over: false };
    } else if (token.startsWith('[') && before === 'over') closed = said(closed);
    else if (token !== 'over') closed = null;
    before = token;
  }
  if (closed === null || before === 'over') return [];
  const over = GROUPED.has(closed.name) && !closed.over;
  return [...(over ? ['over'] : []), ...(ORDERED.has(closed.name) ? ['order by'] : [])];
}

const said = (closed: Closed | null): Closed | null => closed && { ...closed, over: true };
