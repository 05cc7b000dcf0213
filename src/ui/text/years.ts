const FIRST = 1500;
const LAST = 2199;

/** Whether numbers are years, whose thousands are not set apart: whole, of four figures, and none of them anything else. */
export const areYears = (values: Iterable<number>): boolean => {
  let some = false;
  for (const value of values) {
    if (!Number.isInteger(value) || value < FIRST || value > LAST) return false;
    some = true;
  }
  return some;
};
