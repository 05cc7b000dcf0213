import type { Kind } from '../table/columns';

/** Kinds of values; `blank` is the word itself, which fits where any other kind does. */
export type FormulaKind = Kind | 'blank';

/** Where something stands in the formula: its first character, from 0, and the one behind its last. */
export interface Span {
  at: number;
  to: number;
}

export interface ConstantAst extends Span {
  type: 'constant';
  kind: FormulaKind;
  value: number | string | boolean | null;
}

export interface ColumnAst extends Span {
  type: 'column';
  name: string;
}

/** A function or an operator (`sign`), and for functions of columns the groups and the order they go by. */
export interface CallAst extends Span {
  type: 'call';
  name: string;
  nameAt: number;
  nameTo: number;
  sign: boolean;
  args: readonly Ast[];
  over?: { at: number; columns: readonly ColumnAst[] } | null;
  order?: { at: number; by: readonly { column: ColumnAst; falling: boolean }[] } | null;
}

export type Ast = ConstantAst | ColumnAst | CallAst;
