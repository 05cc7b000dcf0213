import type { EngineError } from '../errors';
import type { Kind } from '../table/columns';
import type { Ast, CallAst, ColumnAst, FormulaKind, Span } from './ast';
import { formulaFault } from './fault';
import type { Form, FormulaFunction, Take } from './function';
import { FUNCTIONS } from './functions';
import { elsewhereCalled } from './elsewhere-called';
import { asKind } from './as-kind';
import { inBrackets, nearest } from './nearest';
import { withColumn } from './meant-column';
import { parseFormula } from './parse';
import { withCondition } from './with-condition';
import type { Typed, TypedCall, TypedColumn } from './typed';

export type Kinds = ReadonlyMap<string, Kind>;

/**
 * Reads a formula for a table of these columns: what it names is there, and every function gets what it takes.
 * @throws EngineError `bad-formula`, with the characters at fault
 */
export function checkFormula(text: string, kinds: Kinds): Typed {
  try {
    return typed(parseFormula(text), { text, kinds });
  } catch (error) {
    throw withColumn(error, text, [...kinds.keys()]);
  }
}

/** What a formula gives; a blank alone is a number. */
export const kindOf = ({ kind }: Typed): Kind => (kind === 'blank' ? 'number' : kind);

interface Known {
  text: string;
  kinds: Kinds;
}

function typed(ast: Ast, known: Known): Typed {
  if (ast.type === 'constant') return ast;
  return ast.type === 'column' ? columnIn(ast, known) : callIn(ast, known);
}

function columnIn({ name, at, to }: ColumnAst, { kinds }: Known): TypedColumn {
  const kind = kinds.get(name);
  if (kind !== undefined) return { type: 'column', kind, name, at, to };
  const near = nearest(name, [...kinds.keys()]);
  throw formulaFault(
    'unknown-column',
    { at, to },
    { found: name, ...(near && { proposal: inBrackets(near) }) },
  );
}

function callIn(ast: CallAst, known: Known): TypedCall {
  const fn = functionOf(ast, known);
  const args = ast.args.map((arg) => typed(arg, known));
  const { form, given } = formFor(fn, args, ast, known);
  const same = (which: string): Kind =>
    (given.find(({ take, arg }) => take.kind === which && arg.kind !== 'blank')?.arg.kind ??
      'number') as Kind;
  const kind = form.gives === 'same' || form.gives === 'other' ? same(form.gives) : form.gives;
  const settled = given.map(({ take, arg }) => asKind(arg, wantedOf(take, same)));
  fn.verify?.(settled);
  return { type: 'call', kind, fn, args: settled, at: ast.at, to: ast.to, ...rowsOf(fn, ast, known) };
}

/** The kind a blank has in that place. */
function wantedOf({ kind }: Take, same: (which: string) => Kind): Kind {
  if (kind === 'any') return 'text';
  return kind === 'same' || kind === 'other' ? same(kind) : kind;
}

function functionOf(ast: CallAst, { text }: Known): FormulaFunction {
  const { name, nameAt: at, nameTo: to, args } = ast;
  const fn = FUNCTIONS.get(name.toLowerCase());
  if (fn) return fn;
  const conditional = withCondition(ast, text);
  if (conditional) throw formulaFault('unknown-function', conditional, conditional);
  const { reason, proposal } = elsewhereCalled(name.toLowerCase(), args.length);
  throw formulaFault(reason, { at, to }, { found: name, ...(proposal && { proposal }) });
}

interface Given {
  form: Form;
  given: { take: Take; arg: Typed }[];
}

/** The first form that the arguments fit; else the fault of the one that they fit longest. */
function formFor(fn: FormulaFunction, args: readonly Typed[], ast: CallAst, known: Known): Given {
  let [fault, furthest]: [EngineError | null, number] = [null, -2];
  for (const form of fn.forms) {
    const found = fits(fn, form, args, ast, known);
    if ('given' in found) return { form, given: found.given };
    if (found.reached > furthest) [fault, furthest] = [found.fault, found.reached];
  }
  throw fault!;
}

type Fitting = { given: Given['given'] } | { fault: EngineError; reached: number };

function fits(fn: FormulaFunction, form: Form, args: readonly Typed[], ast: CallAst, known: Known): Fitting {
  const takes = typeof form.takes === 'function' ? form.takes(args.length) : form.takes;
  if (takes === null) {
    const fault = formulaFault('pairs', { at: ast.nameAt, to: ast.nameTo }, { name: fn.name });
    return { fault, reached: -1 };
  }
  const least = takes.filter(({ optional, repeated }) => !optional && !repeated).length;
  const most = takes.some(({ repeated }) => repeated) ? Infinity : takes.length;
  if (args.length < least || args.length > most)
    return { fault: countFault(fn, ast, args, least, most), reached: -1 };
  const given = args.map((arg, i) => ({ take: takes[Math.min(i, takes.length - 1)]!, arg }));
  const kinds: Record<string, FormulaKind> = {};
  for (const [i, { take, arg }] of given.entries()) {
    const wanted = take.kind === 'same' || take.kind === 'other' ? kinds[take.kind] : take.kind;
    if (wanted !== undefined && wanted !== 'any' && arg.kind !== 'blank' && arg.kind !== wanted)
      return { fault: kindFault(fn, { take, arg, wanted, i }, args, ast, known), reached: i };
    if (arg.kind !== 'blank') kinds[take.kind] ??= arg.kind;
    if (take.constant && arg.type !== 'constant')
      return { fault: formulaFault('not-constant', arg, { name: fn.name }), reached: i };
  }
  return { given };
}

function countFault(
  { name, group }: FormulaFunction,
  ast: CallAst,
  args: readonly Typed[],
  least: number,
  most: number,
): EngineError {
  const where = { at: ast.nameAt, to: ast.nameTo };
  if (args.length < least)
    return formulaFault('too-few-arguments', where, { name, expected: [String(least)] });
  const row = name === 'min' ? 'least' : name === 'max' ? 'greatest' : null;
  if (row) return formulaFault('several-values', where, { name, proposal: row });
  if (group === 'Columns' && most === 1) return formulaFault('several-values', where, { name });
  const first = args[most] ?? ast;
  const behind = { at: first.at, to: args.at(-1)!.to };
  return formulaFault('too-many-arguments', behind, { name, expected: [String(most)] });
}

interface Misfit {
  take: Take;
  arg: Typed;
  wanted: FormulaKind | 'any';
  i: number;
}

function kindFault(
  { name }: FormulaFunction,
  { take, arg, wanted, i }: Misfit,
  args: readonly Typed[],
  ast: CallAst,
  { text }: Known,
): EngineError {
  const details = { name, expected: [wanted], found: arg.kind };
  const written = (of: Span) => text.slice(of.at, of.to);
  if (name === '+' && args.some(({ kind }) => kind === 'text'))
    return formulaFault('wrong-kind', { at: ast.nameAt, to: ast.nameTo }, { ...details, proposal: '&' });
  const reason = take.kind === 'same' || take.kind === 'other' ? 'other-kind' : 'wrong-kind';
  const other = args.find((one, place) => place < i && one.kind === wanted);
  // Of two that are compared the one that is written out is to follow the other.
  const turned = reason === 'other-kind' && other?.type === 'constant' && arg.type !== 'constant';
  const [fix, into] = turned ? [other, arg.kind] : [arg, wanted];
  const proposal = turnedInto(fix, into, written);
  const shown = turned ? { ...details, expected: [arg.kind], found: String(wanted) } : details;
  return formulaFault(reason, fix, { ...shown, ...(proposal && { proposal }) });
}

/** How a value may be written so that it is of that kind. */
function turnedInto(arg: Typed, wanted: string, written: (of: Span) => string): string | null {
  const isText = arg.type === 'constant' && arg.kind === 'text';
  if (wanted === 'date' && isText) return `date(${written(arg)})`;
  if (wanted === 'text' && arg.type === 'constant' && arg.kind === 'number') return `"${written(arg)}"`;
  if (wanted === 'number' && isText)
    return /^\d+(\.\d+)?$/.test(String(arg.value)) ? String(arg.value) : null;
  if (wanted === 'number' && arg.kind === 'text') return `to_number(${written(arg)})`;
  if (wanted === 'date' && arg.kind === 'text') return `to_date(${written(arg)})`;
  return wanted === 'text' ? `to_text(${written(arg)})` : null;
}

function rowsOf({ name, way }: FormulaFunction, { over, order }: CallAst, known: Known) {
  const whole = 'summary' in way || 'place' in way;
  if (over && !whole) throw formulaFault('no-over', { at: over.at, to: over.at + 4 }, { name });
  const ordered = ('summary' in way || 'place' in way) && way.ordered === true;
  if (order && !ordered) throw formulaFault('no-order', { at: order.at, to: order.at + 5 }, { name });
  return {
    over: (over?.columns ?? []).map((column) => columnIn(column, known).name),
    order: (order?.by ?? []).map(({ column, falling }) => ({
      column: columnIn(column, known).name,
      falling,
    })),
  };
}
