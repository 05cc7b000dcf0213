import { FormulaGuard, newNotes, type WriteOptions } from '../../engine/index';

/** The same, with cells made harmless that a spreadsheet would run as formulas. */
export const harmless = (options: WriteOptions): WriteOptions => ({
  ...options,
  guard: new FormulaGuard(newNotes()),
});
