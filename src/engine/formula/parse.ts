import { EngineError } from '../errors';
import type { Ast, ColumnAst } from './ast';
import { formulaFault, type FormulaReason } from './fault';
import { mistaken } from './mistaken';
import { parse } from './parser';

/** Characters of a formula. */
export const LONGEST_FORMULA = 10_000;

/** What the parser throws: a fault of the grammar's own, or what it expected where. */
interface ParserError {
  fault?: { reason: FormulaReason; at: number; to: number; proposal?: string };
  expected?: readonly { description?: string; text?: string }[];
  found?: string | null;
  location?: { start: { offset: number } };
}

/** The formula as a tree, which knows nothing of a table yet. @throws EngineError `bad-formula` */
export function parseFormula(text: string): Ast {
  if (text.length > LONGEST_FORMULA) {
    const where = { at: LONGEST_FORMULA, to: text.length };
    throw formulaFault('too-long', where, { expected: [String(LONGEST_FORMULA)] });
  }
  try {
    return parse(text);
  } catch (error) {
    throw asFault(error, text);
  }
}

function asFault(error: unknown, text: string): unknown {
  const { fault, expected, found, location } = error as ParserError;
  if (fault) {
    const { reason, proposal } = fault;
    const name = namedBy(reason, text.slice(fault.at, fault.to));
    return formulaFault(reason, fault, { ...(proposal && { proposal }), ...(name && { found: name }) });
  }
  if (!expected || !location) return error;
  const at = location.start.offset;
  const known = mistaken(text, at);
  if (known) return known;
  const word = /^[\p{L}\p{N}_]+/u.exec(text.slice(at))?.[0] ?? found ?? '';
  const words = [...new Set(expected.map(({ description, text: sign }) => description ?? sign ?? ''))];
  const proposal = proposed(words, found ?? '');
  return formulaFault(
    'syntax',
    { at, to: at + word.length },
    { expected: words.sort(), found: word, ...(proposal && { proposal }) },
  );
}

/** The word a fault of the grammar's own is about. */
function namedBy(reason: FormulaReason, marked: string): string | null {
  if (reason === 'bare-name') return marked;
  if (reason !== 'inside') return null;
  return /^\s*over/i.test(marked) ? 'over' : 'order by';
}

function proposed(expected: readonly string[], found: string): string | null {
  if (found === ';' && expected.includes(',')) return ',';
  return found === '' && expected.includes(')') ? ')' : null;
}

/** The columns a formula names, each once, in the order they stand; none where it is no formula. */
export function columnsIn(text: string): string[] {
  try {
    return [...new Set(namedIn(parseFormula(text)).map(({ name }) => name))];
  } catch (error) {
    if (error instanceof EngineError) return [];
    throw error;
  }
}

/**
 * The same formula for columns that are called otherwise.
 * @throws EngineError `bad-formula`
 */
export function withColumnsCalled(text: string, called: (column: string) => string): string {
  const named = namedIn(parseFormula(text)).sort((a, b) => b.at - a.at);
  return named.reduce((all, { name, at, to }) => {
    // A column in parentheses reaches to these.
    const [from, behind] = [text.indexOf('[', at), text.lastIndexOf(']', to - 1) + 1];
    return `${all.slice(0, from)}[${called(name).replaceAll(']', ']]')}]${all.slice(behind)}`;
  }, text);
}

/** Where columns are named. */
function namedIn(ast: Ast): ColumnAst[] {
  if (ast.type === 'constant') return [];
  if (ast.type === 'column') return [ast];
  return [
    ...ast.args.flatMap(namedIn),
    ...(ast.over?.columns ?? []),
    ...(ast.order?.by ?? []).map(({ column }) => column),
  ];
}
