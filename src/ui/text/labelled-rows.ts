import type { CsvLook, ListFormat } from '../../engine/index';
import { inWords, listed } from './format';

/** How the cells of a labelled file are written. */
export interface LabelledCells {
  format: ListFormat;
  encoding: CsvLook['encoding'];
  /** Whether formulas are made harmless. */
  guard: boolean;
  /** Whether the file that was read keeps cells with their kinds, and has no text to copy. */
  stored: boolean;
}

/** "exactly as they were read", or what is changed about them. */
export function cellsSaid({ format, encoding, guard, stored }: LabelledCells): string {
  if (format !== 'csv') return 'cells with their kinds';
  const changes = [
    guard && 'those that begin like a formula get an apostrophe in front',
    encoding === 'windows-1252' && 'characters that windows-1252 does not have become question marks',
  ].filter((change) => change !== false);
  const cells = stored ? 'cells with their kinds' : 'cells as they were read';
  if (changes.length > 0) return `${cells}, but ${listed(changes)}`;
  return stored ? cells : 'cells exactly as they were read';
}

/** "Your file with two columns more". */
export const moreColumns = (added: number): string =>
  `Your file with ${inWords(added)} ${added === 1 ? 'column' : 'columns'} more`;

/** "with segment_id and segment", by the names they have in this file. */
export function addedSaid(added: readonly string[]): string {
  if (added.length === 0) return 'without its segment';
  return `with ${listed(added)}`;
}

/** What happens to rows whose customer is in no segment. */
export function setAsideSaid(added: readonly string[]): string {
  if (added.length === 0) return '';
  const these = added.length === 1 ? 'this one' : `these ${inWords(added.length)}`;
  return `Rows of customers who were set aside keep ${these} blank.`;
}
