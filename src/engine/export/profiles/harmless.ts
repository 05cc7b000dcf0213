const OPENS = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?\d[\d.,]*%?$/;

/** The text with an apostrophe in front where a spreadsheet would run it as a formula; plain numbers stay. */
export const harmless = (text: string): string =>
  OPENS.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
