/** Bytes that a session says it unpacks to. */
export interface SessionSizes {
  /** Cells, which lie in memory. */
  cells: number;
  /** Original files, which browsers keep on disk. */
  files: number;
}

/** Cells of a tab. It reads files up to 1.2 GB of them (`ui/state/room-of.ts`), by an estimate; more is a sample. */
export const MOST_CELLS = 2e9;
/** Original files of a session. */
export const MOST_FILES = 8e9;
/** DEFLATE makes nothing smaller than that: two bits for 258 bytes. What claims more is not in the file. */
export const MOST_TIMES = 1032;
/** Files get less small than cells: no line of a file is nothing. Small ones may be of any kind. */
export const FILE_TIMES = 200;
export const ANY_FILES = 256e6;

/**
 * Whether a session file was made to fill a memory. How many times smaller cells get says little: whole columns that
 * are blank get a thousand times smaller. So what counts is what they come to.
 * @param packed bytes of the session file
 */
export function isTooLarge({ cells, files }: SessionSizes, packed: number): boolean {
  if (cells > MOST_CELLS || files > MOST_FILES) return true;
  return cells + files > packed * MOST_TIMES || files > packed * FILE_TIMES + ANY_FILES;
}
