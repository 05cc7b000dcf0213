import { beginsLikeFormula } from '../formula-guard';

/** The text with an apostrophe in front where a spreadsheet could run it as a formula. */
export const harmless = (text: string): string => (beginsLikeFormula(text) ? `'${text}` : text);

/** Whether what is written is a text of ours with that apostrophe; `raw`: as it stands in our column. */
export const wasGuarded = (written: string, raw: string): boolean =>
  written.startsWith("'") && !raw.trimStart().startsWith("'") && beginsLikeFormula(written.slice(1));
