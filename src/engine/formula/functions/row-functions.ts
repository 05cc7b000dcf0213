import { formsOf, type CellFault, type FormulaFunction, type FunctionGroup, type Way } from '../function';

type Each = (...values: never[]) => number | string | boolean | null;
type More = Pick<FormulaFunction, 'verify'> & { fault?: CellFault };

/** A function of one group that is done row by row. */
export const eachIn =
  (group: FunctionGroup) =>
  (name: string, forms: string, each: Each, { fault, verify }: More = {}): FormulaFunction => ({
    name,
    group,
    forms: formsOf(forms),
    way: { each, ...(fault && { fault }) },
    ...(verify && { verify }),
  });

type Make = Extract<Way, { make: unknown }>['make'];

/** A function that is done by blocks of rows. */
export const madeIn =
  (group: FunctionGroup | null) =>
  (name: string, forms: string | FormulaFunction['forms'], make: Make, more: More = {}): FormulaFunction => ({
    name,
    group,
    forms: typeof forms === 'string' ? formsOf(forms) : forms,
    way: { make },
    ...(more.verify && { verify: more.verify }),
  });
