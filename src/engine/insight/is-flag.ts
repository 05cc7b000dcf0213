/** Whether a column says no more than yes and no, as 1 and 0; blanks are skipped. */
export const isFlag = (values: Float64Array): boolean =>
  values.every((value) => value === 0 || value === 1 || Number.isNaN(value));
