import { checkFormula } from '../../../formula/check';
import type { FormulaFit } from '../../../formula/on-table';
import type { Typed, TypedCall } from '../../../formula/typed';
import type { Kind } from '../../../table/columns';
import type { Target } from '../targets';
import { folded } from './folded';
import { PYTHON_FUNCTIONS } from './python-formula';
import { FORMULA_DIALECTS } from './sql-dialects';
import { SQL_FUNCTIONS, written } from './sql-formula';

interface Said {
  /** Kinds by column. */
  kinds: ReadonlyMap<string, Kind>;
  /** Nothing where nothing was learnt. */
  fit: FormulaFit | null | undefined;
  target: Target;
}

/** The formula as it is to be said: what was learnt, and what hangs on no column, are values. */
export const formulaOf = (text: string, { kinds, fit }: Pick<Said, 'kinds' | 'fit'>): Typed =>
  folded(checkFormula(text, kinds), fit?.learnt ?? []);

function callsIn(of: Typed): TypedCall[] {
  return of.type === 'call' ? [of, ...of.args.flatMap(callsIn)] : [];
}

/** Arguments that a database takes only where they are written out: the place of the argument by function. */
const WRITTEN_OUT: Readonly<Record<string, number>> = { round: 1, split_part: 2 };

/** Why the formula cannot be said in that language; null where it can. */
export function formulaCannot(text: string, said: Said): string | null {
  const known = said.target === 'python' ? PYTHON_FUNCTIONS : SQL_FUNCTIONS;
  for (const { fn, args } of callsIn(formulaOf(text, said))) {
    if (fn.name === 'matches')
      return 'Its function matches: patterns mean different things in different languages.';
    const isLacking =
      said.target !== 'python' && fn.name === 'split_part' && !FORMULA_DIALECTS[said.target].splitPart;
    if (isLacking || !Object.hasOwn(known, fn.name))
      return `Its function ${fn.name} is not written as code here.`;
    const place = WRITTEN_OUT[fn.name];
    if (said.target === 'python' || place === undefined) continue;
    if (args[place] !== undefined && written(args[place]) === undefined)
      return `Its function ${fn.name} takes only a number that is written out there.`;
  }
  return null;
}

const LOGARITHMS = ['log', 'log10', 'log1p', 'exp', 'power', '^'];
const SUMS = ['sum', 'mean', 'stdev', 'cumulative_sum', 'share_of_total'];
const WORDS = ['&', 'concat', 'to_text'];

/** What may come out otherwise than here; a sentence each. */
export function formulaDiffers(text: string, said: Said): string[] {
  const calls = callsIn(formulaOf(text, said));
  const has = (...names: string[]) => calls.some(({ fn }) => names.includes(fn.name));
  const putsNumbers = calls.some(
    ({ fn, args }) =>
      WORDS.includes(fn.name) && args.some((arg) => arg.kind === 'number' && written(arg) === undefined),
  );
  const sql = said.target !== 'python';
  return [
    ...(has(...LOGARITHMS) ? ['Logarithms and powers may differ in their last digits.'] : []),
    ...(has(...SUMS) ? ['Sums may differ in their last digits.'] : []),
    ...(putsNumbers ? ['Numbers beyond 15 digits may be written otherwise.'] : []),
    ...(sql && has('upper', 'lower')
      ? ['What small letters and capitals are beyond A to Z is up to the settings of the database.']
      : []),
    ...(sql && has('to_date')
      ? ['Dates with the name of the month, and hours with am or pm, become blank.']
      : []),
    ...(said.target === 'snowflake' && has('round')
      ? ['What is a half is told by all digits, not by 15 of them.']
      : []),
  ];
}

/** Whether it asks which row stands before which. */
export const formulaNeedsOrder = (text: string, said: Said): boolean =>
  callsIn(formulaOf(text, said)).some(({ fn: { way } }) => 'ordered' in way && way.ordered === true);

/** Whether the dates it gives may have a time of day. */
export function formulaHasClock(text: string, said: Said, clocks: ReadonlySet<string>): boolean {
  const of = formulaOf(text, said);
  return of.kind === 'date' && hasClock(of, clocks);
}

function hasClock(of: Typed, clocks: ReadonlySet<string>): boolean {
  if (of.kind !== 'date') return false;
  if (of.type === 'column') return clocks.has(of.name);
  if (of.type === 'constant') return Number(of.value ?? 0) % 86_400_000 !== 0;
  if (of.fn.name === 'date_trunc') return written(of.args[1]) === 'hour';
  if (of.fn.name === 'to_date' && of.args[0]!.kind === 'text') return true;
  const days = of.args.filter((arg) => arg.kind === 'number' && of.fn.name !== 'add_months');
  const parts = days.some((arg) => !Number.isInteger(written(arg)));
  return parts || of.args.some((arg) => hasClock(arg, clocks));
}
