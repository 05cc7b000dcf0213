import type { Kind } from '../table/columns';
import type { FormulaKind, Span } from './ast';
import type { FormulaFunction } from './function';

export interface TypedConstant extends Span {
  type: 'constant';
  kind: FormulaKind;
  value: number | string | boolean | null;
}

export interface TypedColumn extends Span {
  type: 'column';
  kind: Kind;
  name: string;
}

export interface TypedCall extends Span {
  type: 'call';
  kind: Kind;
  fn: FormulaFunction;
  args: readonly Typed[];
  /** Columns whose equal rows are a group; none: all rows are one. */
  over: readonly string[];
  order: readonly { column: string; falling: boolean }[];
}

/** A formula whose kinds are known. */
export type Typed = TypedConstant | TypedColumn | TypedCall;
