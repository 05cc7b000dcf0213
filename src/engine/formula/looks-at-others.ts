import { EngineError } from '../errors';
import type { Ast } from './ast';
import { FUNCTIONS } from './functions';
import { parseFormula } from './parse';

/**
 * Whether what a formula gives for a row hangs on other rows. `learnt`: values that are learnt once count as written out.
 * A text that is no formula hangs on nothing.
 */
export function looksAtOthers(text: string, { learnt = false } = {}): boolean {
  try {
    return looks(parseFormula(text), learnt);
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
}

function looks(of: Ast, learnt: boolean): boolean {
  if (of.type !== 'call') return false;
  const way = FUNCTIONS.get(of.name.toLowerCase())?.way;
  const whole = way !== undefined && ('summary' in way || 'place' in way);
  const kept = learnt && whole && 'summary' in way && way.learnt && !of.over;
  return (whole && !kept) || of.args.some((arg) => looks(arg, learnt));
}
