import type { SessionInfo } from '../../workers/api';
import { bytes, counted, date } from './format';

const DAY_MS = 86_400_000;

/** Local midnight before the moment. */
function dayOf(ms: number): number {
  const day = new Date(ms);
  return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
}

/** "today", "yesterday", else the date on the person's own calendar. */
export function changedOn(changed: number, now: number): string {
  const days = Math.round((dayOf(now) - dayOf(changed)) / DAY_MS);
  return days <= 0 ? 'today' : days === 1 ? 'yesterday' : date(dayOf(changed));
}

/** "3 segments · yesterday" */
export function sessionFacts({ segments, changed }: SessionInfo, now: number): string {
  const made = segments === null ? 'no segments yet' : counted(segments, 'segment');
  return `${made} · ${changedOn(changed, now)}`;
}

/** What cells and kept files take as they are; most browsers store them packed. */
export const beforePacking = (size: number): string => `${bytes(size)} before packing`;

/** "541,909 rows × 8 columns · 48.0 MB before packing, on this device" */
export const sessionSize = (info: SessionInfo): string =>
  `${counted(info.rows, 'row')} × ${counted(info.columns, 'column')} · ${info.stored === undefined ? bytes(info.bytes) : `${beforePacking(info.stored)}, on this device`}`;

/** Said where another tab has the session that was to be opened. */
export const openElsewhere = (name: string): string =>
  `${name} is open in another tab. Two tabs cannot store the same work: open a copy of it, or take it over, and the other tab stops storing.`;

/** Said in the tab that had it before. */
export const takenOver = (name: string): string =>
  `Another tab has taken over or removed ${name}. Nothing is lost while this tab is open, but what you do here is not stored any more.`;

/** What the browser says of its storage, which may be less than the sessions have before packing. */
export const roomSentence = (used: number, free: number): string =>
  `The browser may pack what it stores: it counts ${bytes(used)} for all of Tessera, itself included; ${bytes(free)} are free.`;

/** Whether it may clear it by itself. */
export const keptSentence = (kept: boolean, refused: boolean): string =>
  kept
    ? 'It has promised to keep it until you remove it.'
    : refused
      ? 'It was asked to keep it and made no promise, as browsers do until a site is used more often: save what must last as a file.'
      : 'It may clear all of it when the device gets full: save what must last as a file.';

/** What a session file may hold. */
export const SAVED_CONTENT = [
  {
    content: 'session',
    label: 'The whole session',
    what: 'Table, original file where it is kept, history, segments and names.',
  },
  {
    content: 'model',
    label: 'Recipe and model only',
    what: 'No rows: what was chosen and what was learnt, to give other customers the same segments.',
  },
] as const;

const SHORT = 12;

/** Said below the passphrase, by how many characters it has. */
export const passphraseHint = (length: number): string =>
  length === 0
    ? 'Four words that do not belong together are easy to remember and hard to guess.'
    : length < SHORT
      ? `Short: a computer may guess it. ${SHORT} characters or more are better.`
      : 'Long enough, if nobody else would think of it.';
