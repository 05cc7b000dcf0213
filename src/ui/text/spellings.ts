import type { Spellings } from '../../engine/index';
import type { Group } from '../steps/merge-spellings/groups';
import type { Written } from '../steps/merge-spellings/choices';
import { count, counted } from './format';

const WHY = {
  fingerprint: 'same words in another order',
  'n-gram': 'written apart, or letters twice',
  neighbour: 'few letters differ',
} as const;

/** Why spellings may be one. */
export const spellingsWhy = ({ evidence, by }: Group): string =>
  by === null
    ? 'in this step'
    : evidence === 1 && by === 'fingerprint'
      ? 'same but for case and marks'
      : WHY[by];

/** How many groups were found. */
export function spellingsSaid({ groups, total }: Spellings): string {
  if (total === 0) return 'No spellings found that may be one.';
  const found = `${counted(total, 'group')} of spellings that may be one`;
  return total > groups.length ? `${found}, the best ${count(groups.length)} below.` : `${found}.`;
}

/** What the accepted ones would do. */
export const spellingsWritten = ({ cells, groups }: Written): string =>
  groups === 0
    ? 'Nothing accepted yet.'
    : `${counted(cells, 'cell')} in ${counted(groups, 'group')} would be written alike.`;

/** Evidence to accept from, with how many spellings have it. */
export const acceptFrom = (from: number, spellings: number): string =>
  `${from === 0 ? 'any' : `${from} of 100 or more`}: ${counted(spellings, 'spelling')}`;

/** A text in which blanks that cannot be seen are shown: at its ends, and where there are several. */
export const blanksShown = (text: string): string =>
  text.replace(/^\s+|\s+$|\s{2,}/g, (blanks) => '␣'.repeat(blanks.length));
