import { beginsLikeFormula } from '../formula-guard';

/** The text with an apostrophe in front where a spreadsheet could run it as a formula. */
export const harmless = (text: string): string => (beginsLikeFormula(text) ? `'${text}` : text);
