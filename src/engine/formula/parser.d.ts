import type { Ast } from './ast';

/** @throws an Error with a `fault` of the grammar, or with `expected` and `location` where the text is no formula */
export function parse(text: string): Ast;
