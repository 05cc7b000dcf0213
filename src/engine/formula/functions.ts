import { BLANKS } from './functions/blanks';
import { COLUMNS } from './functions/columns';
import { CONDITIONS } from './functions/conditions';
import { DATES } from './functions/dates';
import { GROUPS } from './functions/groups';
import { NUMBERS } from './functions/numbers';
import { OPERATORS } from './functions/operators';
import { TEXT } from './functions/text';
import type { FormulaFunction } from './function';

/** Every function and operator there is, by name; a name is written in any case. */
export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map(
  [...NUMBERS, ...CONDITIONS, ...BLANKS, ...TEXT, ...DATES, ...COLUMNS, ...GROUPS, ...OPERATORS].map((fn) => [
    fn.name,
    fn,
  ]),
);

/** Names that a person may write, without operators. */
export const functionNames: readonly string[] = [...FUNCTIONS.values()].flatMap(({ name, group }) =>
  group === null ? [] : [name],
);
