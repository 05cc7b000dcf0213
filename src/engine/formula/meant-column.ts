import { EngineError } from '../errors';
import { formulaFault } from './fault';
import { inBrackets, nearest } from './nearest';

const MAYBE_BRACKET = new Set<unknown>(['syntax', 'unknown-column', 'unclosed-column', 'bare-name']);

/** A fault with the column that may have been meant: a word that stands alone, or a name with a bracket in it. */
export function withColumn(error: unknown, text: string, names: readonly string[]): unknown {
  if (!(error instanceof EngineError) || !MAYBE_BRACKET.has(error.details.reason)) return error;
  const bracket = bracketInName(text, Number(error.details.at), names);
  if (bracket) return bracket;
  if (error.details.reason !== 'bare-name') return error;
  const { at } = error.details;
  const whole = wordsOf(text.slice(Number(at)), names);
  const name = whole ?? nearest(String(error.details.found), names);
  const proposal = name === null ? null : inBrackets(name);
  return new EngineError('bad-formula', {
    ...error.details,
    ...(whole && { found: whole, to: Number(at) + whole.length }),
    ...(proposal && { proposal }),
  });
}

/** The longest name that stands there, of several words too. */
function wordsOf(text: string, names: readonly string[]): string | null {
  const begins = names.filter(
    (name) => text.startsWith(name) && !/^[\p{L}\p{N}_]/u.test(text.slice(name.length)),
  );
  return begins.reduce<string | null>(
    (best, name) => (name.length > (best?.length ?? 0) ? name : best),
    null,
  );
}

/** A column whose `]` was not written twice, where the fault is in it. */
function bracketInName(text: string, at: number, names: readonly string[]): EngineError | null {
  for (const name of names) {
    if (!name.includes(']')) continue;
    const [bare, proposal] = [`[${name}]`, inBrackets(name)];
    const from = text.lastIndexOf(bare, at);
    if (from < 0 || at > from + bare.length || text.startsWith(proposal, from)) continue;
    return formulaFault('bracket-in-name', { at: from, to: from + bare.length }, { found: name, proposal });
  }
  return null;
}
