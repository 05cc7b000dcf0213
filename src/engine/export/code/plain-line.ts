/** The text on one line that ends no comment early: whatever a reader might take for the end of a line is a blank. */
export const plainLine = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
