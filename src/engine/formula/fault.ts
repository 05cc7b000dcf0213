import { EngineError } from '../errors';
import type { Span } from './ast';

/** Why a text is no formula, or not one for this table. */
export type FormulaReason =
  | 'syntax' // expected, found: a character, empty at the end
  | 'too-long' // expected: the most characters
  | 'too-deep'
  | 'unclosed-text'
  | 'unclosed-column'
  | 'sign' // another language's
  | 'inside' // found: over or order by, before the parenthesis is closed
  | 'several-columns' // found: over or order by, of columns without parentheses
  | 'decimal-comma'
  | 'percent'
  | 'bracket-in-name' // found: a column with a bracket in its name
  | 'bare-name' // found
  | 'unknown-column' // found
  | 'unknown-function' // found
  | 'no-today' // found
  | 'too-few-arguments' // name, expected: how many at least
  | 'too-many-arguments' // name, expected: how many at most
  | 'pairs' // name: a value is missing
  | 'several-values' // name: looks at one column
  | 'wrong-kind' // name, expected, found
  | 'other-kind' // name, expected, found: not the kind of those before
  | 'compare-blank'
  | 'not-constant' // name
  | 'one-of' // name, expected
  | 'bad-date' // found
  | 'bad-pattern' // found, because
  | 'out-of-range' // name, expected
  | 'no-over' // name
  | 'no-order' // name
  | 'not-yes-no'; // found: a condition gives another kind

export interface FormulaDetails {
  /** The function or operator it is about. */
  name?: string;
  expected?: readonly string[];
  found?: string;
  because?: string;
  /** What may stand in the place of the characters at fault. */
  proposal?: string;
}

/** A formula that cannot be, with the characters at fault. */
export function formulaFault(
  reason: FormulaReason,
  { at, to }: Span,
  details: FormulaDetails = {},
): EngineError {
  return new EngineError('bad-formula', { reason, at, to, ...details });
}
